#include "law/london.hpp"
#include "record/allocation/allocating.hpp"
#include "record/home/home_pages.hpp"
#include "record/home/own_teams.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/words.hpp"
#include "record/teams/team_tree.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t longest_why = 500;

/// Those of a team who can be given a child.
std::vector<ledger::WorkerId> who_can_hold(const Visit& visit, const std::vector<TeamTree::Member>& members, Date today) {
    const auto practitioners = colleagues_who_may(visit.book.book(), today, Permission::hold_children);
    std::vector<ledger::WorkerId> workers;
    for (const TeamTree::Member& member : members)
        if (std::ranges::find(practitioners, member.worker, &Colleague::id) != practitioners.end()) workers.push_back(member.worker);
    return workers;
}

/// Which of them is shown: the one asked for, or the first with somebody in it who does not lead it.
ledger::ItemId shown_team(const TeamTree& teams, const std::vector<ledger::ItemId>& own, std::string_view asked) {
    const auto id = ledger::ItemId::parse(asked);
    if (id && std::find(own.begin(), own.end(), *id) != own.end()) return *id;
    for (const ledger::ItemId team : own) {
        const auto members = teams.members_of(team);
        if (std::any_of(members.begin(), members.end(), [](const TeamTree::Member& member) { return !member.leads; })) return team;
    }
    return own.empty() ? ledger::ItemId() : own.front();
}

struct Board {
    ledger::ItemId team;
    std::vector<TeamTree::Member> members;
    std::vector<Holding> waiting;
    std::unordered_map<ledger::WorkerId, Caseload> caseloads;
    web::FieldErrors errors;
};

Html waiting_form(const Visit& visit, const Board& board, Date today, std::vector<ledger::SubjectId>& about) {
    Html html;
    html << web::heading_2("Waiting for a worker");
    web::Checkboxes children{.name = "child", .legend = "Children, the longest waiting first", .error = std::string(board.errors.at("child")), .choices = {}, .small = true};
    for (const Holding& one : board.waiting) {
        const auto child = visit.book.child(one.child);
        if (!child) continue;
        about.push_back(child->id);
        children.choices.push_back({child->id.text(), one.from ? fmt::format("{}, waiting {}", child->name, counted(static_cast<std::size_t>(today - *one.from), "day", "days")) : child->name});
    }
    if (children.choices.empty()) return html << web::paragraph(Html("Nobody waits. A child who is passed to the team stands here until somebody has them."));
    const web::Fields& typed = visit.request.form();
    for (const auto ticked : typed.all("child")) children.ticked.emplace_back(ticked);
    web::Select workers{.name = "worker", .label = "Worker", .error = std::string(board.errors.at("worker")), .choices = {{"", "Choose a worker"}}, .chosen = std::string(typed.get("worker"))};
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    for (const ledger::WorkerId worker : who_can_hold(visit, board.members, today))
        workers.choices.push_back({worker.text(), fmt::format("{}, {}", worker_name(visit.book.book(), worker), counted(caseloads->children_of(worker), "child", "children"))});
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << web::hidden_input("team", board.team.text()) << web::checkboxes(children) << web::select(workers)
           << web::text_input({.name = "why", .label = "Why this worker", .error = std::string(board.errors.at("why")), .value = std::string(typed.get("why"))})
           << web::button({.label = "Allocate"});
    return html << web::post_form({.action = web::to("/board"), .token = visit.form_token, .fields = std::move(fields)});
}

/// How many children of how many, as a bar and in words; the bar is full at the capacity, and the words say by how much it is passed.
Html load(std::size_t children, const std::optional<std::int32_t>& capacity) {
    if (!capacity) return "Not set";
    const auto expected = static_cast<std::size_t>(std::max(*capacity, 0));
    Html html;
    html << "<progress class=\"sf-load\" aria-hidden=\"true\" max=\"" << std::max<std::size_t>(expected, 1) << "\" value=\"" << std::min(children, std::max<std::size_t>(expected, 1)) << "\"></progress> ";
    html << fmt::format("{} of {}", children, expected);
    if (children > expected) html << fmt::format(": {} over", children - expected);
    return html;
}

Html workers_table(const Visit& visit, const Board& board, Date today) {
    web::Table table{.caption = "The team", .columns = {{"Worker"}, {"Children", true}, {"Load"}, {"Overdue", true}, {"Due this week", true}}, .rows = {},
                     .when_empty = "Nobody is in this team. The administrator keeps the teams."};
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    for (const TeamTree::Member& member : board.members) {
        const Caseload& caseload = board.caseloads.at(member.worker);
        std::size_t overdue = 0;
        std::size_t soon = 0;
        for (const CaseloadRow& row : caseload.rows) {
            overdue += row.overdue;
            soon += row.due_soon;
        }
        Html name = web::link((web::to("/board") / "workers" / member.worker), worker_name(visit.book.book(), member.worker));
        if (member.leads) name << " " << web::tag("Manages the team");
        const std::size_t children = caseloads->children_of(member.worker);
        for (const auto& of_day : visit.parts.of_workers_day)
            if (const std::string words = of_day(visit, member.worker); !words.empty()) name << "<br>" << "<span class=\"sf-quiet\">" << words << "</span>";
        table.rows.push_back({std::move(name), Html(std::to_string(children)), load(children, member.capacity), Html(std::to_string(overdue)), Html(std::to_string(soon))});
    }
    return web::table(table);
}

Html team_links(const TeamTree& teams, const std::vector<ledger::ItemId>& own, ledger::ItemId here) {
    if (own.size() < 2) return {};
    std::vector<web::Place> places;
    for (const ledger::ItemId team : own) places.push_back({teams.name_of(team), web::to("/board").with("team", team.text()), team == here});
    return web::sub_navigation("Teams", places);
}

/// After children were given to somebody: how many, and to whom.
Html was_given(const Visit& visit) {
    const auto worker = ledger::WorkerId::parse(visit.request.query().get("to"));
    const std::size_t children = number_in(visit.request.query().get("children"));
    if (!worker || children == 0) return {};
    return web::notification(web::Notice::success, Html() << worker_name(visit.book.book(), *worker) << " now works with " << counted(children, "child", "children") << " more. It is on each child's page, and new on theirs.");
}

Result<Shown> show_board(const Visit& visit, std::string_view asked_team, web::FieldErrors errors) {
    const Date today = law::london_date(visit.now);
    const TeamTree teams(visit.book.book(), today);
    const auto own = own_teams(visit.book, teams);
    Board board{shown_team(teams, own, asked_team), {}, {}, {}, std::move(errors)};
    Page page;
    page.title = "Team board";
    page.main << web::error_summary(board.errors) << was_given(visit) << web::heading_1(own.empty() ? "Team board" : teams.name_of(board.team)) << team_links(teams, own, board.team);
    if (own.empty()) {
        page.main << web::paragraph(Html("You manage no team yet. The administrator says who manages which team."));
        return page;
    }
    board.members = teams.members_of(board.team);
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    board.waiting = caseloads->waiting_in(board.team);
    Caseload whole;
    for (const TeamTree::Member& member : board.members) {
        Caseload one = caseload_of(visit.parts.duties, visit.book, caseloads->held_by(member.worker), today);
        for (const CaseloadRow& row : one.rows) page.about.push_back(row.child.id);
        std::copy(one.overdue.begin(), one.overdue.end(), std::back_inserter(whole.overdue));
        board.caseloads.emplace(member.worker, std::move(one));
    }
    const Html waiting = waiting_form(visit, board, today, page.about);
    page.main << board_panels(visit, page.about) << waiting
              << web::paragraph(web::link(web::to("/board") / "nobody", "Children whom nobody has, and who wait in no team")) << workers_table(visit, board, today);
    page.what = "team board";
    page.status = board.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> allocate_waiting(Record& record, const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const TeamTree teams(visit.book.book(), today);
    web::FormReader form(visit.request.form());
    const auto own = own_teams(visit.book, teams);
    const ledger::ItemId team = shown_team(teams, own, form.text("team"));
    const auto workers = who_can_hold(visit, teams.members_of(team), today);
    const auto waiting = Caseloads::of(visit.book.book(), today)->waiting_in(team);

    Allocating what{{}, {}, team, "allocated_worker", today, ""};
    for (const std::string& typed : form.all("child")) {
        const auto child = ledger::SubjectId::parse(typed);
        const bool waits = child && std::any_of(waiting.begin(), waiting.end(), [&](const Holding& one) { return one.child == *child; });
        if (waits && visit.book.child(*child)) what.children.push_back(*child);
    }
    if (what.children.empty()) form.refuse("child", "Choose at least one child who waits");
    const auto worker = ledger::WorkerId::parse(form.text("worker"));
    if (worker && std::ranges::find(workers, *worker) != workers.end()) what.worker = *worker;
    else form.refuse("worker", "Choose a worker of the team");
    what.why = form.required_text("why", "Enter why this worker", longest_why);
    if (!form.errors().empty()) return show_board(visit, team.text(), form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    auto changes = changes_of(record, visit, *key, what);
    if (!changes) return refuse(changes.error());
    if (!changes->empty())
        if (auto saved = save_together(record, visit, *key, std::move(*changes), "allocated a worker"); !saved) return refuse(saved.error());
    return web::to("/board").with("team", team.text()).with("to", what.worker.text()).with("children", what.children.size());
}

Result<Shown> show_worker(const Visit& visit) {
    const auto worker = visit.request.at<ledger::WorkerId>("id");
    if (!worker) return refuse(worker.error());
    const Date today = law::london_date(visit.now);
    const auto colleagues = colleagues_on(visit.book.book(), today);
    const Colleague* const colleague = find_colleague(colleagues, worker->text());
    const bool is_theirs = visit.book.access().supervised_by(visit.book.viewer().worker).contains(*worker) || may(visit.book.viewer(), Permission::see_every_child) ||
                           *worker == visit.book.viewer().worker;
    if (!colleague || !is_theirs) return refuse(Refusal::Kind::not_found, "There is no such worker among those you manage.", "Choose one on the team board.");
    Caseload caseload = caseload_of(visit.parts.duties, visit.book, Caseloads::of(visit.book.book(), today)->held_by(*worker), today);
    const CaseloadAsked asked = asked_order(visit);
    complete(caseload, visit, asked, today);
    Page page;
    page.title = "A worker's children";
    page.main << web::breadcrumbs({{"Team board", web::to("/board")}}) << web::heading_1(colleague->name)
              << caseload_table(caseload, visit, asked, web::to("/board") / "workers" / *worker, counted(caseload.rows.size(), "child", "children"), "No child is allocated to them.", today);
    page.what = "children of a worker";
    for (const CaseloadRow& row : caseload.rows) page.about.push_back(row.child.id);
    return page;
}

}  // namespace

void add_board_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::allocate;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/board", needs, [](const Visit& visit) { return show_board(visit, visit.request.query().get("team"), {}); }, later},
        {post, "/board", needs, [&record](const Visit& visit) { return allocate_waiting(record, visit); }, later},
        {get, "/board/workers/{id}", needs, show_worker, later},
    });
    parts.places.push_back({.words = "Team board", .link = web::to("/board"), .order = 10, .needs = needs, .key = "g b"});
}

}  // namespace steadfast::record::pages
