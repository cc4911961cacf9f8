#pragma once

#include "record/item/item_type.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace steadfast::returns::pages {

/// "SSDA903 return 2024-25", from what an item keeps: "ssda903" and 2025.
[[nodiscard]] std::string return_in_words(std::string_view of_return, std::optional<std::int32_t> year);

/// "Looked-after episodes (episodes)": what a table of a return holds, and its name there. The name alone where this
/// release knows no such table.
[[nodiscard]] std::string table_in_words(const record::Catalogue& catalogue, std::string_view of_return, std::string_view table);

/// What one row of a table becomes; none where this release knows no such table.
[[nodiscard]] const record::ItemType* type_of_table(const record::Catalogue& catalogue, std::string_view of_return, std::string_view table);

/// What one row of a table tells: "Looked-after episode", "Who the child is".
[[nodiscard]] std::string row_in_words(const record::Catalogue& catalogue, std::string_view of_return, std::string_view table);

/// What an answer means for the question it was given to: "The file is right", "They are two different things".
[[nodiscard]] std::string decided_in_words(std::string_view why, std::string_view answer);

}  // namespace steadfast::returns::pages
