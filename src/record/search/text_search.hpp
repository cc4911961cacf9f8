#pragma once

#include "record/access/seen_book.hpp"
#include "record/record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// A piece of a text in which some words were found: the words that fit apart from those between them.
struct Excerpt {
    struct Piece {
        std::string text;
        bool is_found = false;
    };
    std::vector<Piece> pieces;
    bool begins_inside = false;   ///< There is more before it.
    bool ends_inside = false;
};

/// Where every word asked for begins some word of a text, capitals and marks aside: the surroundings of the first; none where
/// one of them is nowhere. At most about 300 bytes.
[[nodiscard]] std::optional<Excerpt> excerpt_of(std::string_view text, const std::vector<std::string>& folded_words);

/// One entry of a child's record that holds the words.
struct TextFound {
    Found row;
    ledger::ItemId item;
    std::string_view field;       ///< The label of the field that they stand in.
    std::optional<ledger::SubjectId> only_about;   ///< Where they stand in what is said about one child alone.
    Excerpt excerpt;
};

struct TextsFound {
    std::vector<TextFound> found;   ///< The latest first.
    std::size_t whole = 0;          ///< How many entries hold them, where not all are given.
};

/// Looks through everything that the viewer may read in one child's record, as it stands today: long texts and short ones. Nothing is
/// kept of it: what was destroyed, withdrawn or closed to the viewer can't be found, because it is not there to be read.
[[nodiscard]] Result<TextsFound> search_texts(Record& record, const SeenBook& book, const SeenChild& child, std::string_view asked, std::size_t most);

}  // namespace steadfast::record
