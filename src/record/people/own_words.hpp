#pragma once

#include "record/access/seen_book.hpp"
#include "record/record.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace steadfast::record {

/// Keys under which items keep what a child says, wants or shows, as near as can be to how they said it. It is read and printed before
/// what others say of them.
inline constexpr std::array<std::string_view, 3> keys_of_own_words{"child_words", "child_says", "own_words"};

[[nodiscard]] inline bool holds_own_words(const Field& field) {
    return std::find(keys_of_own_words.begin(), keys_of_own_words.end(), field.key) != keys_of_own_words.end();
}

/// What a child said, as somebody wrote it down in the child's own words.
struct OwnWords {
    Found told_by;  ///< The visit, the assessment…
    std::optional<Date> said;
    std::string words;
};

/// The latest of them, from whatever has a part about each child for the child's words. The texts stand in the store and are read one by
/// one, so no more than a few are looked through.
[[nodiscard]] std::vector<OwnWords> latest_words_of(Record& record, const SeenBook& book, const SeenChild& child,
                                                    std::size_t most);

}  // namespace steadfast::record
