#pragma once

#include "practice/contact/agency_check.hpp"
#include "record/access/seen_book.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace steadfast::practice {

/// By when an agency's answer is wanted, by this council's own interval.
struct AnswerBy {
    Date day;
    std::optional<Instant> minute;   ///< Where the interval is in hours and it is known when they were asked.

    [[nodiscard]] bool is_over(Instant now) const;
    /// "by 14:10 tomorrow", "was wanted by 14:10 on Tue 3 March 2026"
    [[nodiscard]] std::string words(Instant now) const;
};
[[nodiscard]] std::optional<AnswerBy> answer_by(const record::Book& book, const AgencyCheck& check);

/// A check in a line, without its long texts.
struct CheckLine {
    ledger::ItemId id;
    AgencyCheck check;
    std::optional<AnswerBy> by;   ///< None where it is answered, or where nobody knows when it was asked.

    [[nodiscard]] bool is_late(Instant now) const { return by && by->is_over(now); }
    [[nodiscard]] std::string whom() const;   ///< "School or college, Hill School"
};
/// Those of a contact that the viewer may see: unanswered first, the longest waiting before the others.
[[nodiscard]] std::vector<CheckLine> checks_of(const record::SeenBook& book, ledger::ItemId contact);

/// How the checks of a contact that nobody has decided on stand, for a list. It names nobody.
struct ChecksInNumbers {
    std::size_t asked = 0;
    std::size_t answered = 0;
    std::size_t late = 0;

    [[nodiscard]] std::string words() const;   ///< "2 of 3 answered, 1 late"; "None asked"
};
[[nodiscard]] std::unordered_map<ledger::ItemId, ChecksInNumbers> checks_in_numbers(const record::Book& book, Instant now);

/// How many of these are late.
[[nodiscard]] std::size_t late_checks(const record::Book& book, Instant now);

}  // namespace steadfast::practice
