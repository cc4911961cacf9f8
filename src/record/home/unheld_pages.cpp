#include "law/age.hpp"
#include "law/london.hpp"
#include "record/allocation/allocating.hpp"
#include "record/home/home_pages.hpp"
#include "record/home/unheld.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/lists.hpp"
#include "record/pages/words.hpp"
#include "record/teams/team_tree.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <span>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t longest_why = 500;

web::Link address() { return web::to("/board") / "nobody"; }

Html table_of(std::span<const Unheld> shown, const web::Fields& typed, Date today) {
    const auto ticked = typed.all("child");
    web::Table table{.caption = "The longest without anybody first", .columns = {{"Pass on"}, {"Name"}, {"Age"}, {"How we work with them"}}, .rows = {},
                     .when_empty = "Everybody with open work has a worker, or waits in a team."};
    for (std::size_t row = 0; row < shown.size(); ++row) {
        const Unheld& one = shown[row];
        const std::string id = one.child.id.text();
        const auto age = one.child.person.born ? law::age_on(*one.child.person.born, today) : std::nullopt;
        table.rows.push_back({web::row_tick({.name = "child", .value = id, .label = one.child.name, .row = row, .is_ticked = std::find(ticked.begin(), ticked.end(), id) != ticked.end()}),
                              web::link(web::to("/children") / one.child.id, one.child.name), Html(age ? std::to_string(*age) : "Not known"),
                              Html(one.stage.in_words())});
    }
    return web::table(table);
}

Html passing_form(const Visit& visit, std::span<const Unheld> shown, const web::FieldErrors& errors, Date today) {
    const web::Fields& typed = visit.request.form();
    web::Select teams{.name = "team", .label = "Team", .error = std::string(errors.at("team")), .choices = {{"", "Choose a team"}}, .chosen = std::string(typed.get("team"))};
    const TeamTree tree(visit.book.book(), today);
    for (const TeamTree::OneTeam& team : tree.teams()) teams.choices.push_back({team.id.text(), team.team.name});
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << table_of(shown, typed, today);
    if (!shown.empty())
        fields << web::select(teams)
               << web::text_input({.name = "why", .label = "Why this team", .error = std::string(errors.at("why")), .value = std::string(typed.get("why"))})
               << web::button({.label = "Pass to the team"});
    return web::post_form({.action = address(), .token = visit.form_token, .fields = std::move(fields)});
}

Result<Shown> show(const Visit& visit, const web::FieldErrors& errors) {
    const Date today = law::london_date(visit.now);
    auto unheld = held_by_nobody(visit.parts.duties, visit.book, today);
    PageOf part{.page = 1, .whole = unheld.size()};
    part.page = std::clamp<std::size_t>(number_in(visit.request.query().get("page")), 1, part.pages());
    const std::span<const Unheld> shown = std::span(unheld).subspan(part.first(), part.last() - part.first());
    Page page;
    page.title = "Nobody has them";
    page.main << web::error_summary(errors) << web::breadcrumbs({{"Team board", web::to("/board")}}) << web::heading_1("Nobody has them")
              << web::paragraph(Html(unheld.empty() ? "No child with open work is without a worker."
                                                : counted(unheld.size(), "child", "children") + " with open work, whom no worker holds and no team was asked to."))
              << passing_form(visit, shown, errors, today) << web::pagination({.page = part.page, .pages = part.pages(), .list = address(), .of = "children"});
    page.what = "children whom nobody holds";
    for (const Unheld& one : shown) page.about.push_back(one.child.id);
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> pass_on(Record& record, const Visit& visit) {
    const Date today = law::london_date(visit.now);
    web::FormReader form(visit.request.form());
    Allocating what{{}, {}, {}, "allocated_worker", today, ""};
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    for (const std::string& typed : form.all("child")) {
        const auto id = ledger::SubjectId::parse(typed);
        const auto child = id ? visit.book.child(*id) : Result<SeenChild>(refuse(Refusal::Kind::not_found, "There is no such child."));
        if (child && caseloads->of_child(child->id).empty()) what.children.push_back(child->id);
    }
    if (what.children.empty()) form.refuse("child", "Choose at least one child whom nobody has");
    const TeamTree teams(visit.book.book(), today);
    const auto team = ledger::ItemId::parse(form.text("team"));
    if (team && teams.find(*team) && teams.find(*team)->is_open_on(today)) what.team = *team;
    else form.refuse("team", "Choose a team");
    what.why = form.required_text("why", "Enter why this team", longest_why);
    if (!form.errors().empty()) return show(visit, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    auto changes = changes_of(record, visit, *key, what);
    if (!changes) return refuse(changes.error());
    if (auto saved = save_together(record, visit, *key, std::move(*changes), "passed children to a team"); !saved) return refuse(saved.error());
    return address();
}

}  // namespace

void add_unheld_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::allocate;
    parts.add({
        {get, "/board/nobody", needs, [](const Visit& visit) { return show(visit, {}); }, web::Runs::on_a_worker},
        {post, "/board/nobody", needs, [&record](const Visit& visit) { return pass_on(record, visit); }, web::Runs::on_a_worker},
    });
}

}  // namespace steadfast::record::pages
