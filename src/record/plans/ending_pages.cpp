#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/pages/inputs.hpp"
#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/words.hpp"
#include "record/plans/plan_pages.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <array>
#include <fmt/format.h>

namespace steadfast::record::plans {
namespace {

using pages::FormKey;
using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

constexpr std::array<std::string_view, 3> asked_of_all{"ended", "ended_because", "ended_words"};

const ItemType& plan_type() { return type_of<Plan>(); }
const Field& declared(std::string_view key) { return plan_type().fields()[*plan_type().position(key)]; }

/// When a child was last seen, as far as the record says.
struct LastSight {
    const PlannedChild* one = nullptr;
    std::optional<Date> seen;
    bool is_too_long_ago = false;   ///< Or not known. Only where the council says how often a child on such a plan is to be seen.
};

/// How often this council wants a child on such a plan to be seen; none where it does not say.
std::optional<law::TimeLimit> seen_every(const Visit& visit, const OpenPlan& plan, Date today) {
    const PlanRule* const rule = rule_of(visit, plan.shared.kind.code);
    const auto bound = rule && !rule->seen_by.empty() ? visit.parts.duties.find(rule->seen_by) : std::nullopt;
    if (!bound) return std::nullopt;
    const law::Timescale* const councils = as_the_council_has_it(visit.book.book(), *bound->duty->timescale).in_force_on(today);
    return councils ? std::optional(councils->steps.at(councils->steps.size())->limit) : std::nullopt;
}

/// The room that keeps visits says so where one is; without it nobody can be told.
std::vector<LastSight> last_sights(const Visit& visit, const OpenPlan& plan, const std::optional<law::TimeLimit>& every, Date today) {
    std::vector<LastSight> sights;
    for (const PlannedChild& one : plan.children) {
        LastSight sight{.one = &one, .seen = std::nullopt};
        for (const pages::CaseloadDay& day : visit.parts.caseload_days)
            if (day.key == "seen") sight.seen = day.of(visit, one.child);
        if (every) sight.is_too_long_ago = !sight.seen || today > every->from(*sight.seen);
        sights.push_back(sight);
    }
    return sights;
}

Html sight_in_words(const LastSight& sight, const std::string& every, const web::Fields& typed, const web::FieldErrors& errors, Date today) {
    const std::string& name = sight.one->child.name;
    const std::string seen = sight.seen ? fmt::format("{} was last seen {}.", name, pages::with_distance(*sight.seen, today)) : fmt::format("No visit on record says that {} was seen.", name);
    if (!sight.is_too_long_ago) return web::paragraph(Html(seen));
    const std::string input = input_about(sight.one->child.id, "why_not_seen");
    const std::string_view error = errors.at(input);
    Html html;
    html << web::inset(Html() << "<p>" << seen << " " << fmt::format("On such a plan the council wants a child to be seen every {}.", every) << "</p>")
         << web::text_input({.name = input, .label = fmt::format("Why {} was not seen since (optional)", name), .hint = "You can end the plan without it. A visit that was made and not written down is best written down first.",
                             .error = std::string(error), .value = std::string(typed.get(input))});
    return html;
}

web::Link ending_of(const OpenPlan& plan) { return web::to("/plans") / plan.id / "end"; }

Page form_page(Record& record, const Visit& visit, const OpenPlan& plan, const web::Fields& typed, const web::FieldErrors& errors, std::uint32_t starts_from, Html notice = {}) {
    const Date today = law::london_date(visit.now);
    const auto every = seen_every(visit, plan, today);
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << web::hidden_input("starts_from", std::to_string(starts_from)) << web::heading_2("When each child was last seen");
    for (const LastSight& sight : last_sights(visit, plan, every, today)) fields << sight_in_words(sight, every ? every->words() : std::string(), typed, errors, today);
    for (const auto key : asked_of_all) fields << pages::input_of(declared(key), typed, errors);
    if (const auto undone = plan.undone(); !undone.empty()) {
        fields << web::heading_2("Not done") << web::paragraph(Html("These close with the plan. What still has to be done belongs into another plan: review this one instead, and carry it over.")) << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const PromisedAction* one : undone) fields << "<li>" << one->action.action << " (" << one->who << ", " << by_when(one->action, today) << ")</li>";
        fields << "</ul>";
    }
    fields << web::button({.label = "End the plan", .looks = web::Looks::warning})
           << pages::keeps_itself(record, visit, {.address = ending_of(plan), .name = "End of a plan", .about = plan.about, .item = plan.id}, typed) << web::paragraph(web::link(web::to("/plans") / plan.id, "Go back without ending it"));
    Html main;
    main << web::error_summary(errors) << std::move(notice) << web::heading_1("End the plan") << "<p class=\"govuk-body-l\">" << plan.shared.must_be_different << "</p>"
         << web::post_form({.action = ending_of(plan), .token = visit.form_token, .fields = std::move(fields)});
    Page page = page_about(visit, plan, "End the plan", std::move(main), "form to end a plan");
    if (!errors.empty()) page.status = 422;
    return page;
}

web::Fields today_typed(Date today) {
    const web::TypedDate day = web::TypedDate::of(today);
    return {{"ended-day", day.day}, {"ended-month", day.month}, {"ended-year", day.year}};
}

Result<Shown> open_form(Record& record, const Visit& visit) {
    const auto plan = asked_plan_in_force(record, visit);
    if (!plan) return refuse(plan.error());
    if (const auto draft = pages::draft_of(record, visit, ending_of(*plan)))
        return form_page(record, visit, *plan, draft->fields, {}, pages::number_in(draft->fields.get("starts_from")), pages::draft_notice(draft->head));
    return form_page(record, visit, *plan, today_typed(law::london_date(visit.now)), {}, plan->version);
}

struct Ending {
    Date day;
    std::string because;
    std::string words;
};

Result<std::vector<ledger::Change>> all_changes(Record& record, const Visit& visit, const OpenPlan& plan, const Ending& ending, std::uint32_t starts_from) {
    Content content = plan.content;
    set_by_key(plan_type(), content.values, "ended", ending.day);
    set_by_key(plan_type(), content.values, "ended_because", ending.because);
    set_by_key(plan_type(), content.values, "ended_words", ending.words.empty() ? Value() : Value(ending.words));
    const auto sights = last_sights(visit, plan, std::nullopt, law::london_date(visit.now));
    for (std::size_t i = 0; i < sights.size(); ++i) {
        Values& values = content.about[i].values;
        const std::string why(web::trimmed(visit.request.form().get(input_about(sights[i].one->child.id, "why_not_seen"))));
        set_by_key(plan_type(), values, "last_seen_on", sights[i].seen ? Value(*sights[i].seen) : Value());
        set_by_key(plan_type(), values, "why_not_seen", why.empty() ? Value() : Value(why));
    }
    const auto by = visit.book.viewer().worker;
    std::vector<ledger::Change> changes{change_of(plan_type(), plan.id, starts_from, plan.about, content, by)};
    for (const PromisedAction* one : plan.undone()) {
        const auto found = visit.book.item(one->id);
        if (!found) return refuse(found.error());
        auto dropped = pages::with_values(record, visit.book.book(), *found, {{"dropped_on", ending.day}, {"dropped_because", std::string("Not done when the plan ended")}}, by);
        if (!dropped) return refuse(dropped.error());
        changes.push_back(std::move(*dropped));
    }
    std::vector<SeenChild> children;
    for (const PlannedChild& one : plan.children) children.push_back(one.child);
    auto more = changes_when_ended(visit, plan, children, ending.day);
    if (!more) return refuse(more.error());
    for (ledger::Change& change : *more) changes.push_back(std::move(change));
    return changes;
}

Result<Shown> end_plan(Record& record, const Visit& visit) {
    const auto plan = asked_plan_in_force(record, visit);
    if (!plan) return refuse(plan.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Fields& typed = visit.request.form();
    web::FormReader form(typed);
    const auto day = form.required_date("ended", "Ended on");
    if (day && plan->shared.agreed_on && *day < *plan->shared.agreed_on) form.refuse("ended-day", "Ended on must be on or after the day on which it was agreed");
    if (day && *day > law::london_date(visit.now)) form.refuse("ended-day", "Ended on must be today or in the past");
    Ending ending{day.value_or(law::london_date(visit.now)), form.text("ended_because"), form.text("ended_words")};
    if (!plan_end.find(ending.because)) form.refuse("ended_because", "Choose why it ended");
    if (ending.words.size() > longest_narrative) form.refuse("ended_words", "Say in fewer words how it ended");
    for (const PlannedChild& one : plan->children) {
        const std::string input = input_about(one.child.id, "why_not_seen");
        if (form.text(input).size() > longest_text) form.refuse(input, "Say in fewer words why " + one.child.name + " was not seen");
    }
    if (!form.errors().empty()) return form_page(record, visit, *plan, typed, form.errors(), plan->version);
    const auto starts_from = static_cast<std::uint32_t>(form.number("starts_from", "Version", 1, 4'000'000'000).value_or(0));
    auto changes = all_changes(record, visit, *plan, ending, starts_from);
    if (!changes) return refuse(changes.error());
    const auto saved = pages::save_together(record, visit, *key, std::move(*changes), "ended a plan");
    if (saved) {
        pages::form_was_saved(record, visit, ending_of(*plan));
        return web::to("/plans") / plan->id;
    }
    if (saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
    web::FieldErrors changed;
    changed.add("ended_because", "Somebody changed the plan or one of its actions while you were writing. Look at what is listed below, and end it again");
    const auto now = plan_to_change(record, SeenBook(record.book(), visit.book.viewer()), plan->id);
    if (!now) return refuse(now.error());
    return form_page(record, visit, *now, typed, changed, now->version);
}

}  // namespace

std::vector<pages::PageRoute> ending_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/plans/{id}/end", needs, [&record](const Visit& visit) { return open_form(record, visit); }, later},
        {post, "/plans/{id}/end", needs, [&record](const Visit& visit) { return end_plan(record, visit); }, later},
    };
}

}  // namespace steadfast::record::plans
