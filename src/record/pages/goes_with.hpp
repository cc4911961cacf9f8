#pragma once

#include "record/pages/item_page.hpp"
#include "record/plans/open_plan.hpp"

namespace steadfast::record::pages {

/// What stands on a record only because of another item and is offered to go off it together with that: the actions of a plan, as far as
/// the visitor may see everybody whom they are about. What a later plan took over stays with that one.
[[nodiscard]] std::vector<plans::PromisedAction> goes_with(Record& record, const SeenBook& book, const ItemPage& item);

/// One tick for all of them: "Take its 3 actions along"; nothing where there are none.
[[nodiscard]] web::Html goes_with_input(const std::vector<plans::PromisedAction>& actions, bool is_ticked);
/// Whether that tick was sent.
[[nodiscard]] bool takes_along(const web::Fields& form);

}  // namespace steadfast::record::pages
