#pragma once

#include "record/pages/site.hpp"

namespace steadfast::record::pages {

/// The forms that record and change an item, from its declaration; what becomes of two people's texts; and taking back what one has
/// just saved.
[[nodiscard]] std::vector<PageRoute> item_form_routes(Record& record);

/// How long after a save it is offered to take it back, in seconds.
constexpr std::int64_t undo_seconds = 3600;

}  // namespace steadfast::record::pages
