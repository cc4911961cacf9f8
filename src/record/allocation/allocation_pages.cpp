#include "record/allocation/allocation_pages.hpp"

#include "law/age.hpp"
#include "law/london.hpp"
#include "record/allocation/allocating.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "record/teams/team_tree.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t longest_why = 500;
constexpr std::size_t most_offered = 12;

Result<SeenChild> asked_child(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    return visit.book.child(*id);
}

std::string who(const Visit& visit, const TeamTree& teams, const Allocation& allocation) {
    const std::string team = teams.name_of(allocation.team.item);
    if (allocation.worker.item.is_none()) return team.empty() ? "Nobody yet" : "Nobody yet: waits in " + team;
    const std::string name = worker_name(visit.book.book(), ledger::WorkerId(allocation.worker.item.bytes()));
    return team.empty() ? name : fmt::format("{}, {}", name, team);
}

/// To whom the council can owe a worker: parents are written about together with a child too.
bool may_have_workers(const Person& person, Date today) {
    constexpr int care_leavers_until = 25;   // Children Act 1989 s23CZB.
    const auto age = person.born ? law::age_on(*person.born, today) : std::nullopt;
    return person.expected || (age && *age <= care_leavers_until);
}

/// Whom the same worker is likely to be given too, each with why: brothers and sisters of the family, the children of the household,
/// and those who were recorded together with the child.
std::vector<AlsoAbout> offered_with(const Visit& visit, const SeenChild& child, Date today) {
    std::vector<AlsoAbout> all = also_about(visit.book, child, today, {});
    std::erase_if(all, [&](const AlsoAbout& one) {
        const auto other = visit.book.child(one.whom.id);
        return !other || !may_have_workers(other->person, today);
    });
    if (all.size() > most_offered) all.resize(most_offered);
    return all;
}

// --- the page ---

Html current(const Visit& visit, const std::vector<PastAllocation>& all, const TeamTree& teams, Date today) {
    web::Table table{.caption = "Working with the child now", .columns = {{"Who"}, {"As"}, {"Since"}}, .rows = {}, .when_empty = "Nobody works with the child."};
    const bool may_end = may(visit.book.viewer(), Permission::allocate);
    if (may_end) table.columns.push_back({"End it"});
    for (const PastAllocation& one : all) {
        const Allocation& allocation = one.allocation;
        if (allocation.to && *allocation.to <= today) continue;
        std::vector<Html> row{Html(who(visit, teams, allocation)), Html(allocation.as_what.says()), Html(allocation.from ? with_distance(*allocation.from, today) : "")};
        if (may_end) row.push_back(web::link(web::to("/allocations") / one.id / "end", "End", who(visit, teams, allocation)));
        table.rows.push_back(std::move(row));
    }
    return web::table(table);
}

Html history(const Visit& visit, const std::vector<PastAllocation>& all, const TeamTree& teams, Date today) {
    web::Table table{.caption = "Before", .columns = {{"Who"}, {"As"}, {"From"}, {"Until"}, {"Why"}}, .rows = {}, .when_empty = "Nobody before."};
    for (const PastAllocation& one : all) {
        const Allocation& allocation = one.allocation;
        if (!allocation.to || *allocation.to > today) continue;
        const std::string why = allocation.why_began + (allocation.why_began.empty() || allocation.why_ended.empty() ? "" : "; ") + allocation.why_ended;
        table.rows.push_back({Html(who(visit, teams, allocation)), Html(allocation.as_what.says()), Html(allocation.from ? allocation.from->words() : ""),
                              Html(allocation.to->words()), Html(why)});
    }
    return web::table(table);
}

Html allocate_form(const Visit& visit, const SeenChild& child, const web::FieldErrors& errors, Date today) {
    const web::Fields& typed = visit.request.form();
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    web::Select workers{.name = "worker", .label = "Who", .error = std::string(errors.at("worker")), .choices = {{"", "Choose a worker"}},
                        .chosen = std::string(typed.get("worker"))};
    for (const Colleague& one : colleagues_who_may(visit.book.book(), today, Permission::hold_children))
        workers.choices.push_back({one.id.text(), fmt::format("{}, {}, {}", one.name, one.role, counted(caseloads->children_of(one.id), "child", "children"))});
    web::Select as_what{.name = "as_what", .label = "As", .error = std::string(errors.at("as_what")), .choices = {},
                        .chosen = typed.has("as_what") ? std::string(typed.get("as_what")) : "allocated_worker"};
    for (const law::Code& code : allocated_as.codes) as_what.choices.push_back({std::string(code.code), std::string(code.says)});

    Html fields;
    fields << web::hidden_input("save_key", errors.empty() ? FormKey::fresh() : std::string(typed.get("save_key"))) << web::select(workers) << web::select(as_what);
    const auto others = offered_with(visit, child, today);
    if (!others.empty()) {
        web::Checkboxes together{.name = "also", .legend = "Also for", .hint = "Family and household of " + child.name, .choices = {}, .small = true};
        for (const AlsoAbout& other : others) together.choices.push_back({other.whom.id.text(), other.whom.name, other.why});
        for (const auto ticked : typed.all("also")) together.ticked.emplace_back(ticked);
        fields << web::checkboxes(together);
    }
    fields << web::date_input({.name = "from", .legend = "From", .error = std::string(errors.at("from")), .wrong_part = errors.part_of("from"),
                               .typed = typed.has("from-day") ? web::TypedDate::in(typed, "from") : web::TypedDate::of(today)})
           << web::text_input({.name = "why", .label = "Why", .hint = "For example: new referral, a colleague left, a change of team",
                               .error = std::string(errors.at("why")), .value = std::string(typed.get("why"))})
           << web::button({.label = "Allocate"});
    return Html() << web::heading_2("Allocate somebody")
                  << web::post_form({.action = web::to("/children") / child.id / "workers", .token = visit.form_token, .fields = std::move(fields)});
}

Result<Shown> show_workers(const Visit& visit, const web::FieldErrors& errors) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const Date today = law::london_date(visit.now);
    const TeamTree teams(visit.book.book(), today);
    const auto all = allocations_of(visit.book.book(), child->id);
    const std::string so_far = workers_so_far(all, today);
    Page page;
    page.title = "Workers";
    page.before_main = child_bar(visit, *child);
    page.main << web::error_summary(errors) << web::heading_1("Workers");
    if (!so_far.empty()) page.main << web::paragraph(Html("So far: " + so_far + "."));
    page.main << current(visit, all, teams, today) << history(visit, all, teams, today);
    if (may(visit.book.viewer(), Permission::allocate)) page.main << allocate_form(visit, *child, errors, today);
    page.what = "workers of the child";
    page.about = {child->id};
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> give_worker(Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const Date today = law::london_date(visit.now);
    web::FormReader form(visit.request.form());
    const auto colleagues = colleagues_who_may(visit.book.book(), today, Permission::hold_children);
    const Colleague* const worker = find_colleague(colleagues, form.text("worker"));
    if (!worker) form.refuse("worker", "Choose a worker");
    const std::string as_what = form.text("as_what");
    if (!allocated_as.find(as_what)) form.refuse("as_what", "Choose as what they work with the child");
    const auto from = form.required_date("from", "From");
    const std::string why = form.required_text("why", "Enter why", longest_why);
    if (!form.errors().empty()) return show_workers(visit, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());

    Allocating what{{child->id}, worker->id, {}, as_what, *from, why};
    for (const std::string& also : form.all("also")) {
        const auto id = ledger::SubjectId::parse(also);
        const auto other = id ? visit.book.child(*id) : Result<SeenChild>(refuse(Refusal::Kind::not_found, "There is no such child."));
        if (!other) return refuse(other.error());
        if (std::find(what.children.begin(), what.children.end(), other->id) == what.children.end()) what.children.push_back(other->id);
    }
    auto changes = changes_of(record, visit, *key, what);
    if (!changes) return refuse(changes.error());
    if (!changes->empty())
        if (auto saved = save_together(record, visit, *key, std::move(*changes), "allocated a worker"); !saved) return refuse(saved.error());
    return web::to("/children") / child->id / "workers";
}

// --- ending one ---

struct Asked {
    Found found;
    PastAllocation past;
    SeenChild child;
};

Result<Asked> asked_allocation(const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.item(*id);
    if (!found) return refuse(found.error());
    const auto subjects = visit.book.book().subjects(*found);
    if (&found->type() != &type_of<Allocation>() || subjects.empty()) return refuse(Refusal::Kind::not_found, "There is no such allocation.");
    auto child = visit.book.child(subjects.front());
    if (!child) return refuse(child.error());
    return Asked{*found, {*id, found->head().version, found->table->item<Allocation>(found->row)}, std::move(*child)};
}

Result<Shown> show_end(const Visit& visit, const web::FieldErrors& errors) {
    const auto asked = asked_allocation(visit);
    if (!asked) return refuse(asked.error());
    const Date today = law::london_date(visit.now);
    const TeamTree teams(visit.book.book(), today);
    const web::Fields& typed = visit.request.form();
    Html fields;
    fields << web::hidden_input("save_key", errors.empty() ? FormKey::fresh() : std::string(typed.get("save_key")))
           << web::date_input({.name = "to", .legend = "From when do they not work with the child any more?", .error = std::string(errors.at("to")),
                               .wrong_part = errors.part_of("to"), .typed = typed.has("to-day") ? web::TypedDate::in(typed, "to") : web::TypedDate::of(today)})
           << web::text_input({.name = "why", .label = "Why it ends", .error = std::string(errors.at("why")), .value = std::string(typed.get("why"))})
           << web::button({.label = "End it"}) << web::paragraph(web::link(web::to("/children") / asked->child.id / "workers", "Back without ending it"));
    Page page;
    page.title = "End an allocation";
    page.before_main = child_bar(visit, asked->child);
    page.main << web::error_summary(errors) << web::heading_1("End an allocation")
              << web::summary_list({{"Who", Html(who(visit, teams, asked->past.allocation))}, {"As", Html(asked->past.allocation.as_what.says())},
                                    {"Since", Html(asked->past.allocation.from ? asked->past.allocation.from->words() : "")}})
              << web::post_form({.action = web::to("/allocations") / asked->past.id / "end", .token = visit.form_token, .fields = std::move(fields)});
    page.what = "form to end an allocation";
    page.about = {asked->child.id};
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> end_it(Record& record, const Visit& visit) {
    const auto asked = asked_allocation(visit);
    if (!asked) return refuse(asked.error());
    web::FormReader form(visit.request.form());
    const auto to = form.required_date("to", "The day");
    if (to && asked->past.allocation.from && *to < *asked->past.allocation.from) form.refuse("to-day", "Enter a day that is not before it began");
    const std::string why = form.required_text("why", "Enter why it ends", longest_why);
    if (!form.errors().empty()) return show_end(visit, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    auto change = with_values(record, visit.book.book(), asked->found, {{"to", *to}, {"why_ended", why}}, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "ended an allocation"); !saved) return refuse(saved.error());
    return web::to("/children") / asked->child.id / "workers";
}

Result<Html> workers_beside(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    const auto held = Caseloads::of(visit.book.book(), today)->of_child(child.id);
    Html html;
    html << web::heading_2("Workers");
    if (held.empty()) html << web::paragraph(Html("Nobody works with the child."));
    else html << "<ul class=\"govuk-list\">";
    const TeamTree teams(visit.book.book(), today);
    for (const Holding& one : held) {
        Allocation allocation;
        allocation.worker.item = ledger::ItemId(one.worker.bytes());
        allocation.team.item = one.team;
        html << "<li><strong>" << who(visit, teams, allocation) << "</strong><br>" << std::string(allocated_as.says(one.as_what))
             << (one.from ? ", since " + one.from->words() : std::string()) << "</li>";
    }
    if (!held.empty()) html << "</ul>";
    const std::string so_far = workers_so_far(allocations_of(visit.book.book(), child.id), today);
    html << web::paragraph(web::link(web::to("/children") / child.id / "workers", so_far.empty() ? "All workers" : so_far));
    return html;
}

}  // namespace

void add_allocation_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/workers", Permission::see_children, [](const Visit& visit) { return show_workers(visit, {}); }},
        {post, "/children/{id}/workers", Permission::allocate, [&record](const Visit& visit) { return give_worker(record, visit); }, later},
        {get, "/allocations/{id}/end", Permission::allocate, [](const Visit& visit) { return show_end(visit, {}); }},
        {post, "/allocations/{id}/end", Permission::allocate, [&record](const Visit& visit) { return end_it(record, visit); }, later},
    });
    parts.child_panels.push_back({"workers", ChildPanel::Where::beside, 10, workers_beside});
}

}  // namespace steadfast::record::pages
