#pragma once

#include "record/book/book.hpp"
#include "returns/judging/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace steadfast::returns {

[[nodiscard]] std::string_view key_of(Reason reason);   ///< "edited_since": the code in question_why.

/// The questions that imports have asked already, answered or not: the same is not asked twice.
class AskedQuestions {
public:
    AskedQuestions(Return of, const record::Book& book);

    enum class Answer : std::uint8_t { none_yet, take_the_file, keep_ours, leave_out };
    struct Asked {
        Answer answer = Answer::none_yet;
        ledger::ItemId would_be;
    };
    [[nodiscard]] const Asked* find(const std::string& digest) const;

    /// A question that nobody has answered yet.
    struct Waiting {
        ledger::ItemId question;
        std::int32_t return_year = 0;
        std::string table;
        std::string why;
        std::string child_number;
        std::string digest;
    };
    [[nodiscard]] const std::vector<Waiting>& waiting() const { return waiting_; }

private:
    std::unordered_map<std::string, Asked> by_digest_;
    std::vector<Waiting> waiting_;
};

/// What makes a question the same question: return, year, table, child, why, the row, and what it is about.
[[nodiscard]] std::string digest_of_question(const Plan& plan, std::uint16_t table, std::string_view child_number, Reason why,
                                             std::string_view row, const ledger::ItemId& about);
/// The same of a row that waits, and the item that its question is about: none where it is about the child.
[[nodiscard]] std::string digest_of_row(const Plan& plan, const PlannedRow& row);
[[nodiscard]] ledger::ItemId asked_about(const PlannedRow& row);

}  // namespace steadfast::returns
