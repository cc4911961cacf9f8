#include "law/london.hpp"
#include "record/home/home_pages.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "record/teams/team_tree.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

/// The children of each team who wait for a worker, the longest waiting said.
Html children_without_a_worker(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const TeamTree teams(visit.book.book(), today);
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    Html lines;
    for (const ledger::ItemId team : teams.led_by(visit.book.viewer().worker)) {
        std::size_t waiting = 0;
        std::optional<Date> first;
        for (const Holding& one : caseloads->waiting_in(team)) {
            if (!visit.book.child(one.child)) continue;
            ++waiting;
            if (one.from && (!first || *one.from < *first)) first = one.from;
        }
        if (waiting == 0) continue;
        lines << "<li>" << web::link(web::to("/board").with("team", team.text()), fmt::format("{} for a worker in {}", counted(waiting, "child waits", "children wait"), teams.name_of(team)));
        if (first && *first < today) lines << ", since " << with_distance(*first, today);
        lines << "</li>";
    }
    return lines;
}

/// What is late, by who works on it, the most first: a manager asks the worker, and the worker's page says about whom.
Html late_by_worker(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const TeamTree teams(visit.book.book(), today);
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    std::vector<std::pair<std::size_t, ledger::WorkerId>> late;
    for (const ledger::ItemId team : teams.led_by(visit.book.viewer().worker))
        for (const TeamTree::Member& member : teams.members_of(team)) {
            const bool is_counted = std::ranges::find(late, member.worker, &std::pair<std::size_t, ledger::WorkerId>::second) != late.end();
            if (member.worker == visit.book.viewer().worker || is_counted) continue;
            if (const std::size_t overdue = caseload_of(visit.parts.duties, visit.book, caseloads->held_by(member.worker), today).overdue.size(); overdue > 0)
                late.emplace_back(overdue, member.worker);
        }
    std::ranges::stable_sort(late, std::greater<>(), &std::pair<std::size_t, ledger::WorkerId>::first);
    Html lines;
    for (const auto& [overdue, worker] : late)
        lines << "<li>" << web::link(web::to("/board") / "workers" / worker, worker_name(visit.book.book(), worker)) << ": " << counted(overdue, "thing is overdue", "things are overdue") << "</li>";
    return lines;
}

Result<Html> waiting_panel(const Visit& visit) {
    Html lines;
    for (const WaitingPart& part : visit.parts.waiting)
        if (may(visit.book.viewer(), part.needs)) lines << part.lines(visit);
    if (lines.empty() && !may(visit.book.viewer(), Permission::allocate)) return lines;
    Html html;
    html << web::heading_2("Waiting for you");
    if (lines.empty()) return html << web::paragraph("Nothing. What has to be decided, authorised or given to a worker stands here, and who in your team is late with something.");
    return html << "<ul class=\"govuk-list\">" << lines << "</ul>";
}

}  // namespace

void add_waiting_panel(PageParts& parts) {
    parts.waiting.push_back({.order = 20, .needs = Permission::allocate, .lines = children_without_a_worker});
    parts.waiting.push_back({.order = 40, .needs = Permission::allocate, .lines = late_by_worker});
    parts.home_panels.push_back({.key = "waiting", .order = 6, .show = waiting_panel});
}

}  // namespace steadfast::record::pages
