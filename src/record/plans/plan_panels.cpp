#include "law/london.hpp"
#include "record/duty/stage.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/words.hpp"
#include "record/plans/plan_pages.hpp"
#include "record/plans/plan_view.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::record::plans {
namespace {

using pages::Visit;
using web::Html;

constexpr std::size_t most_on_childs_page = 5;
constexpr std::size_t most_on_first_page = 15;

Html line_of(const PromisedAction& action, Date today) {
    Html line;
    line << "<li>";
    if (action.action.is_overdue(today)) line << web::tag("Late", web::Colour::red) << " ";
    line << "<strong>" << action.who << "</strong>: " << web::link(web::to("/actions") / action.id, without_full_stop(action.action.action)) << ", " << by_when(action.action, today) << "</li>";
    return line;
}

Html plan_in_force(const Visit& visit, const SeenChild& child, const PlanLine& one, Date today) {
    Html html;
    html << "<p class=\"govuk-body\">" << web::link(web::to("/plans") / one.id, one.plan.kind.says()) << ": <strong>" << one.plan.must_be_different << "</strong></p>";
    if (const std::string lead = lead_in_words(visit.book.book(), one.plan); !lead.empty()) html << web::paragraph(Html(lead + "."));
    const auto actions = open_actions_of(visit.book, child, one.id);
    if (!actions.empty()) html << "<ul class=\"govuk-list\">";
    for (std::size_t i = 0; i < std::min(actions.size(), most_on_childs_page); ++i) html << line_of(actions[i], today);
    if (actions.size() > most_on_childs_page) html << "<li>" << fmt::format("and {} more in the plan", actions.size() - most_on_childs_page) << "</li>";
    if (!actions.empty()) html << "</ul>";
    else html << web::paragraph(Html("Nothing of it is still to be done."));
    if (const std::string review = review_in_words(one.plan, today); !review.empty()) html << web::paragraph(Html(review + "."));
    return html;
}

/// On the child's page: what has to be different and who does what for it, or the way to a plan where the child is open and has none.
Result<Html> on_childs_page(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    Html html;
    for (const PlanLine& one : plans_of(visit.book, child))
        if (one.plan.is_in_force()) html << plan_in_force(visit, child, one, today);
    if (html.empty()) {
        if (!may(visit.book.viewer(), Permission::record_work) || !stage_of(visit.parts.duties, visit.book, child)) return html;
        html << web::paragraph(Html() << "No plan is written here yet. " << web::link(web::to("/children") / child.id / "plan", "Write a plan", "with the family"));
    }
    return std::move(Html() << web::heading_2("Plan") << html);
}

Html mine(const Visit& visit, const PromisedAction& action, Date today) {
    std::string names;
    for (const SeenChild& child : action.children) names += (names.empty() ? "" : ", ") + child.name;
    Html fields;
    fields << web::hidden_input("save_key", pages::FormKey::fresh()) << web::hidden_input("to", "home") << "<button type=\"submit\" class=\"govuk-button govuk-button--secondary\">Done<span class=\"govuk-visually-hidden\"> "
           << action.action.action << "</span></button>";
    Html line;
    line << "<li class=\"sf-visit\"><p class=\"govuk-body\">";
    if (action.action.is_overdue(today)) line << web::tag("Late", web::Colour::red) << " ";
    line << web::link(web::to("/actions") / action.id, action.action.action) << " for " << names << ", " << by_when(action.action, today) << "</p>"
         << web::post_form({.action = web::to("/actions") / action.id / "done", .token = visit.form_token, .fields = std::move(fields)}) << "</li>";
    return line;
}

/// On the first page of whoever promised something: overdue first, each with its one button.
Result<Html> my_actions(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    Html html;
    const auto done = ledger::ItemId::parse(visit.request.query().get("done"));
    if (const auto one = done ? promised_action(visit.book, *done) : Result<PromisedAction>(refuse(Refusal::Kind::not_found, "")); one && one->action.done_on)
        html << done_notice(*one, visit.form_token, pages::FormKey::fresh(), "home");
    const auto actions = owned_by(visit.book, visit.book.viewer().worker);
    if (actions.empty()) return html;
    html << web::heading_2(fmt::format("My actions ({})", actions.size())) << "<ul class=\"govuk-list sf-visits\">";
    for (std::size_t i = 0; i < std::min(actions.size(), most_on_first_page); ++i) html << mine(visit, actions[i], today);
    html << "</ul>";
    if (actions.size() > most_on_first_page) html << web::paragraph(Html(fmt::format("And {} more, with later days.", actions.size() - most_on_first_page)));
    return html;
}

}  // namespace

void add_plan_panels(pages::PageParts& parts) {
    parts.child_panels.push_back({.key = "plan", .where = pages::ChildPanel::Where::above_what_is_due, .order = 50, .show = on_childs_page});
    parts.home_panels.push_back({.key = "my-actions", .order = 12, .needs = Permission::record_work, .show = my_actions});
}

}  // namespace steadfast::record::plans
