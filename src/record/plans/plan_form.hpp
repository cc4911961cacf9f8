#pragma once

#include "record/pages/item_form.hpp"
#include "record/pages/page_parts.hpp"
#include "record/plans/open_plan.hpp"

#include <string>
#include <vector>

namespace steadfast::record::plans {

/// A form in which the words of a plan stand: for a new one, the next one or the same one changed. It is laid out with each child
/// first; the fields are the declaration's.
struct PlanForm {
    pages::ItemForm form;                 ///< Who it is about, what is typed, what is wrong.
    std::string heading;
    std::vector<const PromisedAction*> undone;   ///< Of the plan before: each can be carried over.
};
[[nodiscard]] web::Html plan_form_view(const PlanForm& form);

/// The form of a plan about a child and whoever else is ticked in it (pages/about_several.hpp).
[[nodiscard]] pages::ItemForm form_for(Record& record, const pages::Visit& visit, const SeenChild& first, web::Link action, web::Link back);

}  // namespace steadfast::record::plans
