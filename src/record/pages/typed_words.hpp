#pragma once

#include "web/fields.hpp"
#include "web/html.hpp"

namespace steadfast::record::pages {

/// What somebody typed into a form, field after field, to be read and copied where the form itself can't be shown; empty where there were
/// only ids, numbers and the codes that choices stand for.
[[nodiscard]] web::Html typed_words(const web::Fields& typed);

}  // namespace steadfast::record::pages
