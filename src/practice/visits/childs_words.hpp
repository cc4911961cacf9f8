#pragma once

#include "record/access/seen_book.hpp"
#include "record/record.hpp"

#include <string>
#include <vector>

namespace steadfast::practice {

/// What a child said, as somebody wrote it down in the child's own words.
struct ChildsWords {
    record::Found told_by;      ///< The visit, the assessment…
    std::optional<Date> said;
    std::string words;
};

/// The latest of them, from whatever has a part about each child for the child's words (a field "child_words"). The texts stand in the
/// store and are read one by one, so no more than a few are looked through.
[[nodiscard]] std::vector<ChildsWords> latest_words_of(record::Record& record, const record::SeenBook& book, const record::SeenChild& child, std::size_t most);

}  // namespace steadfast::practice
