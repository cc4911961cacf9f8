#include "record/teams/team_pages.hpp"

#include "law/london.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/words.hpp"
#include "record/teams/team_tree.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t longest_name = 100;
constexpr std::int64_t most_children = 200;

Page page_of(std::string title, const web::FieldErrors& errors) {
    Page page;
    page.title = std::move(title);
    page.main << web::error_summary(errors);
    page.status = errors.empty() ? 200 : 422;
    return page;
}

/// The fields of a team, for a new one and for one that is there.
Html team_fields(const Visit& visit, const TeamTree& teams, const TeamTree::OneTeam* team, const web::FieldErrors& errors) {
    const web::Fields& typed = visit.request.form();
    const auto value = [&](std::string_view field, const std::string& recorded) { return typed.has(field) ? std::string(typed.get(field)) : recorded; };
    web::Select part_of{.name = "part_of", .label = "Part of", .error = std::string(errors.at("part_of")), .choices = {{"", "No other team"}},
                        .chosen = value("part_of", team && !team->team.part_of.item.is_none() ? team->team.part_of.item.text() : "")};
    for (const TeamTree::OneTeam& other : teams.teams())
        if (!team || !teams.is_within(other.id, team->id)) part_of.choices.push_back({other.id.text(), other.team.name});
    Html fields;
    fields << web::hidden_input("save_key", errors.empty() ? FormKey::fresh() : std::string(typed.get("save_key")))
           << web::text_input({.name = "name", .label = "Name", .error = std::string(errors.at("name")), .value = value("name", team ? team->team.name : "")})
           << web::text_input({.name = "does", .label = "What it does", .hint = "In a few words, such as assessment in the north",
                               .value = value("does", team ? team->team.does : "")})
           << web::select(part_of);
    return fields;
}

Team read_team(web::FormReader& form, const TeamTree& teams, Team team, ledger::ItemId itself) {
    team.name = form.required_text("name", "Enter the team's name", longest_name);
    team.does = form.text("does").substr(0, longest_name);
    team.part_of.item = {};
    if (const std::string part_of = form.text("part_of"); !part_of.empty()) {
        const auto above = ledger::ItemId::parse(part_of);
        if (!above || !teams.find(*above)) form.refuse("part_of", "Choose a team from the list");
        else if (!itself.is_none() && teams.is_within(*above, itself)) form.refuse("part_of", "Choose a team that is not part of this one");
        else team.part_of.item = *above;
    }
    return team;
}

// --- all of them ---

Result<Shown> show_teams(const Visit& visit, const web::FieldErrors& errors) {
    const TeamTree teams(visit.book.book(), law::london_date(visit.now));
    web::Table table{.caption = "Teams", .columns = {{"Team"}, {"What it does"}, {"Part of"}, {"Managed by"}, {"Workers", true}}, .rows = {}, .hides_caption = true,
                     .when_empty = "There is no team yet. Add the first below."};
    for (const TeamTree::OneTeam& one : teams.teams()) {
        const auto members = teams.members_of(one.id);
        std::string leaders;
        for (const TeamTree::Member& member : members)
            if (member.leads) leaders += (leaders.empty() ? "" : ", ") + worker_name(visit.book.book(), member.worker);
        table.rows.push_back({web::link(web::to("/teams") / one.id, one.team.name), Html(one.team.does), Html(teams.name_of(one.team.part_of.item)),
                              Html(leaders.empty() ? "Nobody" : leaders), Html(std::to_string(members.size()))});
    }
    Page page = page_of("Teams", errors);
    page.main << web::heading_1("Teams")
              << web::paragraph(Html("Who is in which team decides whose children a worker and a manager see as their own. A change acts at once."))
              << web::table(table) << web::heading_2("Add a team")
              << web::post_form({.action = web::to("/teams"), .token = visit.form_token,
                                 .fields = team_fields(visit, teams, nullptr, errors) << web::button({.label = "Add the team"})});
    return page;
}

Result<Shown> add_team(Record& record, const Visit& visit) {
    const TeamTree teams(visit.book.book(), law::london_date(visit.now));
    web::FormReader form(visit.request.form());
    const Team team = read_team(form, teams, {}, {});
    if (!form.errors().empty()) return show_teams(visit, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    if (auto saved = save_together(record, visit, *key, {change_of(team, key->nth_item(0), 0, {}, visit.book.viewer().worker)}, "added a team"); !saved)
        return refuse(saved.error());
    return web::to("/teams") / key->nth_item(0);
}

// --- one of them ---

struct Asked {
    TeamTree teams;
    TeamTree::OneTeam team;
};

Result<Asked> asked_team(const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    TeamTree teams(visit.book.book(), law::london_date(visit.now));
    const TeamTree::OneTeam* const team = teams.find(*id);
    if (!team) return refuse(Refusal::Kind::not_found, "There is no such team.", "Choose one from the list of teams.");
    TeamTree::OneTeam one = *team;
    return Asked{std::move(teams), std::move(one)};
}

enum class Sent { nothing, team, member };

Html members_table(const Visit& visit, const Asked& asked) {
    web::Table table{.caption = "Who is in it", .columns = {{"Who"}, {"Since"}, {"Children expected", true}, {"Take out"}}, .rows = {}, .when_empty = "Nobody is in it yet."};
    for (const TeamTree::Member& member : asked.teams.members_of(asked.team.id)) {
        const std::string name = worker_name(visit.book.book(), member.worker);
        Html who(name);
        if (member.leads) who << " " << web::tag("Manages the team");
        Html out;
        out << web::hidden_input("save_key", FormKey::fresh()) << web::hidden_input("membership", member.membership.text())
            << web::button({.label = "Take out " + name, .looks = web::Looks::secondary});
        table.rows.push_back({std::move(who), Html(member.whole.from ? member.whole.from->words() : ""), Html(member.capacity ? std::to_string(*member.capacity) : ""),
                              web::post_form({.action = web::to("/teams") / asked.team.id / "members" / "end", .token = visit.form_token, .fields = std::move(out)})});
    }
    return web::table(table);
}

Html member_form(const Visit& visit, const Asked& asked, const web::FieldErrors& errors) {
    const web::Fields& typed = visit.request.form();
    web::Select workers{.name = "worker", .label = "Who", .error = std::string(errors.at("worker")), .choices = {{"", "Choose a worker"}},
                        .chosen = std::string(typed.get("worker"))};
    for (const Colleague& one : colleagues_on(visit.book.book(), law::london_date(visit.now))) workers.choices.push_back({one.id.text(), fmt::format("{}, {}", one.name, one.role)});
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << web::select(workers)
           << web::text_input({.name = "capacity", .label = "Children they are expected to hold", .hint = "May stay empty", .error = std::string(errors.at("capacity")),
                               .value = std::string(typed.get("capacity")), .width = web::Width::three, .is_number = true})
           << web::checkboxes({.name = "leads", .legend = "Manager", .choices = {{"yes", "Manages the team"}}, .ticked = typed.has("leads") ? std::vector<std::string>{"yes"} : std::vector<std::string>{}})
           << web::button({.label = "Put in the team"});
    return Html() << web::heading_2("Put somebody in")
                  << web::post_form({.action = web::to("/teams") / asked.team.id / "members", .token = visit.form_token, .fields = std::move(fields)});
}

Result<Shown> show_team(const Visit& visit, Sent sent, const web::FieldErrors& errors) {
    const auto asked = asked_team(visit);
    if (!asked) return refuse(asked.error());
    const web::FieldErrors none;
    Page page = page_of("Team", errors);
    Html change = team_fields(visit, asked->teams, &asked->team, sent == Sent::team ? errors : none);
    change << web::button({.label = "Save the team", .looks = web::Looks::secondary});
    page.main << web::breadcrumbs({{"Teams", web::to("/teams")}}) << web::heading_1(asked->team.team.name) << members_table(visit, *asked)
              << member_form(visit, *asked, sent == Sent::member ? errors : none) << web::heading_2("Change the team")
              << web::post_form({.action = web::to("/teams") / asked->team.id, .token = visit.form_token, .fields = std::move(change)});
    return page;
}

Result<Shown> change_team(Record& record, const Visit& visit) {
    const auto asked = asked_team(visit);
    if (!asked) return refuse(asked.error());
    web::FormReader form(visit.request.form());
    const Team team = read_team(form, asked->teams, asked->team.team, asked->team.id);
    if (!form.errors().empty()) return show_team(visit, Sent::team, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const Value part_of = team.part_of.item.is_none() ? Value() : Value(team.part_of.item);
    auto change = with_values(record, visit.book.book(), *visit.book.book().find(asked->team.id),
                              {{"name", team.name}, {"does", team.does.empty() ? Value() : Value(team.does)}, {"part_of", part_of}}, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "changed a team"); !saved) return refuse(saved.error());
    return web::to("/teams") / asked->team.id;
}

Result<Shown> add_member(Record& record, const Visit& visit) {
    const auto asked = asked_team(visit);
    if (!asked) return refuse(asked.error());
    const Date today = law::london_date(visit.now);
    web::FormReader form(visit.request.form());
    const auto colleagues = colleagues_on(visit.book.book(), today);
    const Colleague* const worker = find_colleague(colleagues, form.text("worker"));
    if (!worker) form.refuse("worker", "Choose a worker");
    for (const TeamTree::Member& member : asked->teams.members_of(asked->team.id))
        if (worker && member.worker == worker->id) form.refuse("worker", worker->name + " is in this team already");
    const auto capacity = form.number("capacity", "Children they are expected to hold", 0, most_children);
    if (!form.errors().empty()) return show_team(visit, Sent::member, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    TeamMembership membership;
    membership.worker.item = ledger::ItemId(worker->id.bytes());
    membership.team.item = asked->team.id;
    membership.from = today;
    membership.leads = form.is_ticked("leads");
    if (capacity) membership.capacity = static_cast<std::int32_t>(*capacity);
    if (auto saved = save_together(record, visit, *key, {change_of(membership, key->nth_item(0), 0, {}, visit.book.viewer().worker)}, "put somebody in a team"); !saved)
        return refuse(saved.error());
    return web::to("/teams") / asked->team.id;
}

Result<Shown> take_out(Record& record, const Visit& visit) {
    const auto asked = asked_team(visit);
    if (!asked) return refuse(asked.error());
    const auto id = ledger::ItemId::parse(visit.request.form().get("membership"));
    for (const TeamTree::Member& member : asked->teams.members_of(asked->team.id)) {
        if (!id || member.membership != *id) continue;
        const auto key = FormKey::of(visit);
        if (!key) return refuse(key.error());
        auto change = with_values(record, visit.book.book(), *visit.book.book().find(*id), {{"to", law::london_date(visit.now)}}, visit.book.viewer().worker);
        if (!change) return refuse(change.error());
        if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "took somebody out of a team"); !saved) return refuse(saved.error());
    }
    // Sent twice, or done by a colleague meanwhile: it is as they wanted it.
    return web::to("/teams") / asked->team.id;
}

}  // namespace

void add_team_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::keep_workers;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto save) { return [&record, save](const Visit& visit) { return save(record, visit); }; };
    parts.add({
        {get, "/teams", needs, [](const Visit& visit) { return show_teams(visit, {}); }},
        {post, "/teams", needs, with(add_team), later},
        {get, "/teams/{id}", needs, [](const Visit& visit) { return show_team(visit, Sent::nothing, {}); }},
        {post, "/teams/{id}", needs, with(change_team), later},
        {post, "/teams/{id}/members", needs, with(add_member), later},
        {post, "/teams/{id}/members/end", needs, with(take_out), later},
    });
    parts.places.push_back({.words = "Teams", .link = web::to("/teams"), .order = 82, .needs = needs});
}

}  // namespace steadfast::record::pages
