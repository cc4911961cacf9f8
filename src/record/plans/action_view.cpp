#include "record/plans/plan_view.hpp"

#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

namespace steadfast::record::plans {
namespace {

using web::Html;

std::string text(const web::Fields& typed, std::string_view name) { return std::string(typed.get(name)); }

Html saying(const ActionShown& shown, std::string_view verb, Html inputs) {
    Html fields;
    fields << web::hidden_input("save_key", shown.key) << inputs;
    return web::post_form({.action = web::to("/actions") / shown.action.id / verb, .token = shown.form_token, .fields = std::move(fields)});
}

Html still_open(const ActionShown& shown) {
    const auto error = [&shown](std::string_view name) { return std::string(shown.errors.at(name)); };
    Html done;
    done << web::date_input({.name = "done_on", .legend = "Done on", .error = error("done_on"), .wrong_part = shown.errors.part_of("done_on"),
                             .typed = shown.typed.has("done_on-day") ? web::TypedDate::in(shown.typed, "done_on") : web::TypedDate::of(shown.today)})
         << web::text_area({.name = "how_it_went", .label = "How it went (optional)", .error = error("how_it_went"), .value = text(shown.typed, "how_it_went"), .rows = 3})
         << web::button({.label = "Done"}) << shown.keeping;
    Html dropped;
    dropped << web::text_input({.name = "dropped_because", .label = "Why it will not be done", .error = error("dropped_because"), .value = text(shown.typed, "dropped_because")})
            << web::button({.label = "Drop it", .looks = web::Looks::secondary});
    Html html;
    html << web::heading_2("It is done") << shown.notice << saying(shown, "done", std::move(done)) << web::heading_2("It will not be done") << saying(shown, "drop", std::move(dropped))
         << web::paragraph(web::link(web::to("/actions") / shown.action.id / "change", "Change who does what, or by when"));
    return html;
}

}  // namespace

Html action_inputs(const ActionForm& form) {
    const auto error = [&form](std::string_view name) { return std::string(form.errors.at(name)); };
    Html html;
    if (!form.outcomes.empty()) {
        web::Select again{.name = "same_outcome", .label = "What will be different", .choices = {{"", "Something new, written below"}}, .chosen = text(form.typed, "same_outcome")};
        for (const std::string& one : form.outcomes) again.choices.push_back({one, one});
        html << web::select(again);
    }
    html << web::text_input({.name = "outcome", .label = form.outcomes.empty() ? "What will be different" : "Or something new that will be different",
                             .hint = "For example, Sam gets to school every day", .error = error("outcome"), .value = text(form.typed, "outcome")})
         << web::text_input({.name = "action", .label = "What will be done", .hint = "In plain words, as the family would say it", .error = error("action"), .value = text(form.typed, "action")});
    web::Select owner{.name = "owner", .label = "Who does it", .error = error("owner"), .choices = {{"", "Somebody else, named below"}}, .chosen = text(form.typed, "owner")};
    for (const Doer& one : form.doers) owner.choices.push_back({one.worker.text(), one.says});
    html << web::select(owner)
         << web::text_input({.name = "who", .label = "Or somebody else, by name", .hint = "For example, Mum, or the school nurse", .error = error("who"), .value = text(form.typed, "who"), .width = web::Width::twenty})
         << web::date_input({.name = "by_day", .legend = "By when", .hint = "For example, 27 3 2026", .error = error("by_day"), .wrong_part = form.errors.part_of("by_day"),
                             .typed = web::TypedDate::in(form.typed, "by_day")});
    if (form.children.size() > 1) {
        web::Checkboxes whom{.name = "for", .legend = "For whom", .error = error("for"), .choices = {}, .small = true};
        for (const SeenChild& child : form.children) whom.choices.push_back({child.id.text(), child.name});
        for (const auto ticked : form.typed.all("for")) whom.ticked.emplace_back(ticked);
        html << web::checkboxes(whom);
    }
    return html;
}

Html action_view(const ActionShown& shown) {
    const PlanAction& action = shown.action.action;
    std::string names;
    for (const SeenChild& child : shown.action.children) names += (names.empty() ? "" : ", ") + child.name;
    Html stands;
    if (action.is_overdue(shown.today)) stands << web::tag("Late", web::Colour::red) << " ";
    stands << by_when(action, shown.today);
    if (!action.dropped_because.empty()) stands << ": " << action.dropped_because;
    std::vector<web::SummaryRow> rows{{"What will be done", Html(action.action)}, {"What will be different", Html(action.outcome)}, {"Who does it", Html(shown.action.who)},
                                      {"How it stands", std::move(stands)}, {"For", Html(names)},
                                      {"Promised on", Html(action.promised_on ? pages::with_distance(*action.promised_on, shown.today) : std::string())},
                                      {"Plan", web::link(web::to("/plans") / action.plan.item, shown.plan_says.empty() ? "Open the plan" : shown.plan_says)}};
    if (!shown.went.empty()) rows.push_back({"How it went", Html() << "<span class=\"sf-narrative\">" << shown.went << "</span>"});
    Html main;
    main << web::error_summary(shown.errors) << web::heading_1("Action of a plan") << web::summary_list(rows);
    if (shown.may_record && action.is_open()) main << still_open(shown);
    else if (shown.may_record) main << saying(shown, "reopen", web::button({.label = action.done_on ? "It is not done after all" : "It will be done after all", .looks = web::Looks::secondary}));
    return std::move(main << web::paragraph(web::link((web::to("/items") / shown.action.id).with("version", shown.action.version), "Every version of this action")));
}

}  // namespace steadfast::record::plans
