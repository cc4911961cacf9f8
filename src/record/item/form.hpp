#pragma once

#include "record/item/item_type.hpp"
#include "web/fields.hpp"

#include <string>
#include <vector>

namespace steadfast::record {

/// Something in a form that can't be taken, said at its place.
struct FieldMistake {
    std::size_t field = 0;    ///< Position in the declaration.
    std::string says;         ///< "Enter the date of the review"
};

/// What somebody typed, read by the declaration. The typed text itself stays in the request: nothing is lost by a mistake.
struct FormRead {
    Values values;
    std::vector<FieldMistake> mistakes;   ///< In the declaration's order; empty: it may be saved.
};

/// Reads a form whose inputs are named after the fields' keys: "held_on-day", "-month" and "-year" for a day, with
/// "-time" and "-night" for a minute; one value for a code, several for codes; "yes" or "no".
[[nodiscard]] FormRead read_form(const ItemType& type, const web::Fields& form);

/// The longest text that a single-line field takes, in bytes, and the longest narrative.
constexpr std::size_t longest_text = 1'000;
constexpr std::size_t longest_narrative = 1'000'000;

}  // namespace steadfast::record
