#pragma once

#include "record/item/item_type.hpp"
#include "web/form.hpp"

#include <cstddef>

namespace steadfast::record {

/// What somebody typed, read by the declaration. The typed text itself stays in the request: nothing is lost by a mistake.
struct FormRead {
    Values values;
    web::FieldErrors errors;   ///< In the declaration's order, then what fields ask of one another; empty: it may be saved.
};

/// Reads a form whose inputs are named after the fields' keys: "held_on-day", "-month" and "-year" for a day, with
/// "-time" and "-night" for a minute; one value for a code, several for codes; "yes" or "no".
/// @param recorded what stands on the record now, where it is being changed: a code that a return gave and no set has may
///        stay as it is, and links and the return's year, which no input shows, are taken over.
[[nodiscard]] FormRead read_form(const ItemType& type, const web::Fields& form, const Values* recorded = nullptr);

/// The same for the fields that are declared about each child, which read_form leaves out: their inputs stand in the form once
/// for each child, named input_about.
/// @param name the child's, for what is said to be wrong.
[[nodiscard]] FormRead read_form_about(const ItemType& type, const web::Fields& form, ledger::SubjectId child, std::string_view name,
                                       const Values* recorded = nullptr);
[[nodiscard]] std::string input_about(ledger::SubjectId child, std::string_view field_key);

/// The longest text that a single-line field takes, in bytes, and the longest narrative.
constexpr std::size_t longest_text = 1'000;
constexpr std::size_t longest_narrative = 1'000'000;

}  // namespace steadfast::record
