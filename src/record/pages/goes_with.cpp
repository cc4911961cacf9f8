#include "record/pages/goes_with.hpp"

#include "record/pages/words.hpp"
#include "web/components/fields.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

constexpr std::string_view input_name = "with_actions";

}  // namespace

std::vector<plans::PromisedAction> goes_with(Record& record, const SeenBook& book, const ItemPage& item) {
    if (item.type != &type_of<plans::Plan>()) return {};
    auto plan = plans::open_plan(record, book, item.id);
    if (!plan) return {};
    std::erase_if(plan->actions, [&book](const plans::PromisedAction& one) { return !book.may_see_everybody(one.about); });
    return std::move(plan->actions);
}

web::Html goes_with_input(const std::vector<plans::PromisedAction>& actions, bool is_ticked) {
    if (actions.empty()) return {};
    std::vector<std::string> ticked;
    if (is_ticked) ticked.emplace_back("yes");
    return web::checkboxes({.name = std::string(input_name),
                            .legend = "What was promised in it",
                            .choices = {{"yes", fmt::format("Take its {} along", counted(actions.size(), "action", "actions")),
                                         "Otherwise each stays where it is."}},
                            .ticked = std::move(ticked)});
}

bool takes_along(const web::Fields& form) { return form.has(input_name); }

}  // namespace steadfast::record::pages
