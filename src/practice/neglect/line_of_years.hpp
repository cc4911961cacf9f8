#pragma once

#include "record/access/seen_book.hpp"
#include "web/html.hpp"

#include <string>
#include <vector>

namespace steadfast::practice {

/// One mark on the line: something small that was seen, or that somebody turned to the council and nothing followed.
struct Mark {
    Date day;
    bool is_sign = true;          ///< Otherwise a contact or a referral.
    std::string kind;             ///< In words.
    std::string words;            ///< Kind and line.
    ledger::ItemId item;
};
/// What the viewer may see of a child, the earliest first. What has no day is on no line.
[[nodiscard]] std::vector<Mark> marks_of(const record::SeenBook& book, const record::SeenChild& child);

/// The line from the first mark's year to today, each mark at its day; described in words for who can't see it. Empty without marks.
[[nodiscard]] web::Html line_of_years(const std::vector<Mark>& marks, Date today);
/// The same in numbers: a row for each kind, a column for each year.
[[nodiscard]] web::Html table_of_years(const std::vector<Mark>& marks, Date today);

}  // namespace steadfast::practice
