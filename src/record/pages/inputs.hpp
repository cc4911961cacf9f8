#pragma once

#include "record/item/field.hpp"
#include "web/components/fields.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <functional>
#include <span>

namespace steadfast::record::pages {

/// The input of one field, from its declaration, named after its key: for forms that are laid out by hand as for those that are not.
/// @param typed what stands in it; @param errors what is wrong with it, where something is.
[[nodiscard]] web::Html input_of(const Field& field, const web::Fields& typed, const web::FieldErrors& errors);

/// For analysts, closed until they open it: the returns' codes of everything that these fields let one choose. Empty where none is in a return.
[[nodiscard]] web::Html codes_on_demand(std::span<const Field> fields, const std::function<bool(const Field&)>& is_asked);

/// What there is to choose in a set, in words. Codes that only older returns spelled so are left out: their meaning is there once, as it
/// is spelled today.
[[nodiscard]] std::vector<web::Choice> choices_today(const law::CodeSet& set);

}  // namespace steadfast::record::pages
