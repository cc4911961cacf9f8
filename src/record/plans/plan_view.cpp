#include "record/plans/plan_view.hpp"

#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::plans {
namespace {

using web::Html;

web::Link address_of(const OpenPlan& plan) { return web::to("/plans") / plan.id; }

Html narrative(std::string_view text) {
    Html html;
    if (text.empty()) html << "<span class=\"sf-quiet\">Not written yet</span>";
    else html << "<span class=\"sf-narrative\">" << text << "</span>";
    return html;
}

Html where_it_stands(const PlanShown& shown) {
    const Plan& plan = shown.plan.shared;
    Html html;
    html << "<p class=\"govuk-body\">" << (plan.is_in_force() ? web::tag("In force", web::Colour::green) : web::tag("Ended", web::Colour::grey));
    if (plan.agreed_on) html << " Agreed " << pages::with_distance(*plan.agreed_on, shown.today) << ".";
    if (plan.ended) html << " Ended " << pages::with_distance(*plan.ended, shown.today) << ": " << plan.ended_because.says() << ".";
    if (plan.reviewed_on) html << " Last reviewed " << plan.reviewed_on->words_with_weekday() << ".";
    if (const std::string review = review_in_words(plan, shown.today); !review.empty()) html << " " << review << ".";
    if (!shown.lead.empty()) html << " " << shown.lead << ".";
    html << "</p>";
    if (!shown.plan.is_seen_whole) html << web::inset(Html("This plan is also about somebody whose record you may not see."));
    return html;
}

Html what_to_do_with_it(const PlanShown& shown) {
    const web::Link here = address_of(shown.plan);
    Html html;
    html << "<p class=\"govuk-body sf-screen-only\">" << web::button_link(here / "print", "Print it for somebody", web::Looks::secondary);
    if (shown.may_record && shown.plan.is_seen_whole && shown.plan.shared.is_in_force())
        html << " " << web::button_link(here / "review", "Review it", web::Looks::secondary) << " " << web::link(here / "change", "Change the words") << " or "
             << web::link(here / "end", "end the plan");
    return std::move(html << "</p>");
}

Html of_each_child(const PlanShown& shown) {
    Html html;
    html << web::heading_2("In their own words");
    for (const PlannedChild& one : shown.plan.children) {
        html << web::heading_3(one.child.name);
        if (!one.part.child_words.text.empty()) html << "<blockquote class=\"govuk-inset-text sf-narrative\">" << one.part.child_words.text << "</blockquote>";
        else html << web::paragraph(Html() << "<span class=\"sf-quiet\">" << fmt::format("What {} says is not written yet.", one.child.name) << "</span>");
        if (!one.part.what_matters.text.empty()) html << "<p class=\"govuk-body\"><strong>What matters:</strong> <span class=\"sf-narrative\">" << one.part.what_matters.text << "</span></p>";
        if (one.part.last_seen_on) html << web::paragraph(Html("Last seen before it ended: " + one.part.last_seen_on->words_with_weekday() + "."));
        if (!one.part.why_not_seen.empty()) html << web::paragraph(Html("Not seen since because: " + one.part.why_not_seen));
    }
    return html;
}

/// "for Amira and Sam", where it is not for all of the plan's children.
std::string for_whom(const PromisedAction& action, std::size_t in_plan) {
    if (action.children.size() >= in_plan) return "";
    std::string names;
    for (const SeenChild& child : action.children) names += (names.empty() ? "" : " and ") + child.name;
    return ", for " + names;
}

Html action_line(const PlanShown& shown, const PromisedAction& action, const std::string& went) {
    const bool is_late = action.action.is_overdue(shown.today);
    Html html;
    html << "<li>";
    if (is_late) html << web::tag("Late", web::Colour::red) << " ";
    else if (action.action.done_on) html << web::tag("Done", web::Colour::green) << " ";
    else if (action.action.dropped_on) html << web::tag("Dropped", web::Colour::grey) << " ";
    html << "<strong>" << action.who << "</strong>: " << without_full_stop(action.action.action) << for_whom(action, shown.plan.children.size()) << ", " << by_when(action.action, shown.today);
    if (!action.action.dropped_because.empty()) html << ": " << action.action.dropped_because;
    if (!went.empty()) html << "<br><span class=\"sf-quiet\">How it went:</span> <span class=\"sf-narrative\">" << went << "</span>";
    html << " <span class=\"sf-screen-only\">"
         << web::link(web::to("/actions") / action.id, action.action.is_open() && shown.may_record ? "Done or not" : "Open", action.action.action) << "</span></li>";
    return html;
}

Html who_does_what(const PlanShown& shown) {
    const auto& actions = shown.plan.actions;
    Html html;
    html << web::heading_2("Who does what, by when");
    if (actions.empty()) return std::move(html << web::paragraph(Html(shown.may_record && shown.plan.shared.is_in_force() ? "Nothing is agreed yet. Add what will be done, one line at a time."
                                                                                                                           : "Nothing stands here any more, or nothing was agreed.")));
    std::vector<std::string> outcomes;   // In the order of their most pressing action.
    for (const PromisedAction& one : actions)
        if (std::find(outcomes.begin(), outcomes.end(), one.action.outcome) == outcomes.end()) outcomes.push_back(one.action.outcome);
    for (const std::string& outcome : outcomes) {
        html << web::heading_3(outcome.empty() ? "Not said what it is for" : outcome) << "<ul class=\"govuk-list govuk-list--spaced\">";
        for (std::size_t i = 0; i < actions.size(); ++i)
            if (actions[i].action.outcome == outcome) html << action_line(shown, actions[i], shown.went[i]);
        html << "</ul>";
    }
    return html;
}

Html carried_over(const PlanShown& shown) {
    if (shown.plan.carried.empty()) return {};
    Html html;
    html << web::heading_3("Carried over to the next plan") << "<ul class=\"govuk-list\">";
    for (const PromisedAction& one : shown.plan.carried)
        html << "<li>" << web::link(web::to("/actions") / one.id, one.action.action) << ", " << by_when(one.action, shown.today) << "</li>";
    return std::move(html << "</ul>");
}

Html add_an_action(const PlanShown& shown) {
    if (!shown.may_record || !shown.plan.is_seen_whole || !shown.plan.shared.is_in_force()) return {};
    Html fields;
    fields << web::hidden_input("save_key", shown.key) << action_inputs(shown.add) << web::button({.label = "Add this action"});
    Html html;
    html << "<section id=\"add\" class=\"sf-screen-only\">" << web::heading_2("Add an action")
         << web::post_form({.action = address_of(shown.plan) / "actions", .token = shown.form_token, .fields = std::move(fields)}) << "</section>";
    return html;
}

/// Last: it is the office's matter and none of the family's.
Html not_counted(const PlanShown& shown) {
    if (shown.to_put_right.empty()) return {};
    Html html;
    html << "<section class=\"sf-screen-only\">" << web::heading_2("Not counted yet") << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const std::string& one : shown.to_put_right) html << "<li>" << one << "</li>";
    return std::move(html << "</ul></section>");
}

Html other_plans(const OpenPlan& plan) {
    Html html;
    html << "<ul class=\"govuk-list sf-screen-only\">";
    if (!plan.shared.after.item.is_none()) html << "<li>" << web::link(web::to("/plans") / plan.shared.after.item, "The plan before it") << "</li>";
    if (!plan.next.is_none()) html << "<li>" << web::link(web::to("/plans") / plan.next, "The next plan") << "</li>";
    for (const PlannedChild& one : plan.children) html << "<li>" << web::link(web::to("/children") / one.child.id, "The record of " + one.child.name) << "</li>";
    return std::move(html << "<li>" << web::link((web::to("/items") / plan.id).with("version", plan.version), "Every version of this plan") << "</li></ul>");
}

}  // namespace

std::string lead_in_words(const Book& book, const Plan& plan) {
    const bool is_named = !plan.lead.item.is_none();
    const std::string here = is_named ? pages::worker_name(book, ledger::WorkerId(plan.lead.item.bytes())) : "";
    if (!plan.led_elsewhere.empty()) return "Led by " + plan.led_elsewhere + (is_named ? "; " + here + " answers for it here" : "");
    return is_named ? "Led by " + here : "";
}

std::string review_in_words(const Plan& plan, Date today) {
    if (!plan.review_by || !plan.is_in_force()) return "";
    const int late = today - *plan.review_by;
    if (late <= 0) return "Review by " + pages::with_distance(*plan.review_by, today);
    return fmt::format("Review by {}, {} {} late", plan.review_by->words_with_weekday(), late, late == 1 ? "day" : "days");
}

Html plan_view(const PlanShown& shown) {
    const Plan& plan = shown.plan.shared;
    Html main;
    main << web::error_summary(shown.add.errors);
    if (shown.just_done) main << done_notice(*shown.just_done, shown.form_token, shown.key, "plan");
    main << web::heading_1(plan.kind.says()) << where_it_stands(shown) << what_to_do_with_it(shown) << of_each_child(shown) << web::heading_2("What has to be different")
         << "<p class=\"govuk-body-l\">" << plan.must_be_different << "</p>" << who_does_what(shown) << carried_over(shown) << add_an_action(shown) << web::heading_2("Why there is a plan")
         << web::summary_list({{"What we are worried about", narrative(plan.worries.text)},
                               {"What is going well", narrative(plan.going_well.text)},
                               {"What the family says", narrative(plan.family_words.text)},
                               {"What happens if it does not get better", narrative(plan.if_not_better.text)}});
    if (!plan.ended_words.text.empty()) main << web::heading_2("How it ended") << "<div class=\"govuk-body sf-narrative\">" << plan.ended_words.text << "</div>";
    return std::move(main << not_counted(shown) << other_plans(shown.plan));
}

Html done_notice(const PromisedAction& action, const std::string& form_token, const std::string& key, std::string_view where) {
    Html fields;
    fields << web::hidden_input("save_key", key) << web::hidden_input("to", std::string(where)) << web::button({.label = "Undo", .looks = web::Looks::secondary});
    Html content;
    content << "<p class=\"govuk-notification-banner__heading\">Done: " << action.action.action << "</p>"
            << web::post_form({.action = web::to("/actions") / action.id / "reopen", .token = form_token, .fields = std::move(fields)});
    return web::notification(web::Notice::success, content);
}

Html plans_view(const std::vector<PlanLine>& plans, const SeenChild& child, bool may_record, Date today) {
    web::Table table{.caption = "Plans, those in force first",
                     .columns = {{"Plan"}, {"What has to be different"}, {"Agreed"}, {"Now"}},
                     .rows = {},
                     .when_empty = "No plan is on record. One is written with the family, and stands here from then on."};
    for (const PlanLine& one : plans) {
        const std::string review = review_in_words(one.plan, today);
        table.rows.push_back({web::link(web::to("/plans") / one.id, one.plan.kind.says()), Html(one.plan.must_be_different), Html(one.plan.agreed_on ? one.plan.agreed_on->words() : ""),
                              Html(one.plan.ended ? "Ended " + one.plan.ended->words() : review.empty() ? "In force" : review)});
    }
    Html main;
    main << web::heading_1("Plans") << web::table(table);
    if (may_record) main << web::paragraph(web::button_link(web::to("/children") / child.id / "plan", "Write a plan"));
    return main;
}

}  // namespace steadfast::record::plans
