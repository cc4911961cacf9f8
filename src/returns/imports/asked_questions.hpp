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

private:
    std::unordered_map<std::string, Asked> by_digest_;
};

/// What makes a question the same question: return, year, table, child, why, the row, and what it is about.
[[nodiscard]] std::string digest_of_question(const Plan& plan, std::uint16_t table, std::string_view child_number, Reason why,
                                             std::string_view row, const ledger::ItemId& about);

}  // namespace steadfast::returns
