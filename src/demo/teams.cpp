#include "demo/teams.hpp"

#include "law/working_days.hpp"
#include "record/access/guards.hpp"
#include "record/allocation/allocation.hpp"
#include "record/teams/team.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::demo {
namespace {

struct Plan {
    std::string_view name;
    std::string_view does;
    int part_of;
};

// A service, its front door, six teams that hold children, and the reviewing officers, who answer to none of them.
constexpr std::array<Plan, 9> plans{{{"Children's services", "The whole service", -1},
                                     {"Front door", "Takes contacts and decides within a day", 0},
                                     {"Assessment, north", "Assesses and plans", 0},
                                     {"Assessment, south", "Assesses and plans", 0},
                                     {"Protection, north", "Works with children in need and on protection plans", 0},
                                     {"Protection, south", "Works with children in need and on protection plans", 0},
                                     {"Children in care", "Works with looked-after children", 0},
                                     {"Leaving care", "Works with young people from 16", 0},
                                     {"Reviewing officers", "Chairs reviews, and watches over the plans", -1}}};
constexpr std::size_t first_that_holds = 2;
constexpr std::size_t that_hold = 6;
constexpr int children_expected = 20;
constexpr int days_waited_at_most = 9;
constexpr std::uint64_t one_restricted_family_in = 90;

std::size_t team_of_social_worker(std::size_t nth) { return first_that_holds + nth % that_hold; }

void take_in(Story& story, const DemoTeam& team, const Colleague& colleague, const Staff& staff, Moment at) {
    record::TeamMembership membership;
    Written written;
    membership.worker.item = ledger::ItemId(colleague.id.bytes());
    membership.team.item = team.id;
    membership.from = at.day;
    membership.leads = team.leader == &colleague;
    if (colleague.role_code == "social_worker") membership.capacity = children_expected;
    story.save(written, membership, {}, staff.administrator().id, at);
    if (!colleague.left) return;
    membership.to = colleague.left;
    story.save(written, membership, {}, staff.administrator().id, {law::add_working_days(*colleague.left, 0), 4});
}

const DemoTeam* team_with(const std::vector<DemoTeam>& teams, ledger::WorkerId worker) {
    for (const DemoTeam& team : teams)
        if (std::ranges::any_of(team.members, [&](const Colleague* member) { return member->id == worker; })) return &team;
    return nullptr;
}

/// One worker's time with a child: the record of it, and of its end where that has come.
void tell_one(const Case& what, const Child& child, record::Allocation allocation, Date until, std::string_view why_it_ended) {
    Written written;
    what.story.save(written, allocation, {child.subject}, what.manager(), what.story.typed_up(*allocation.from, Typed::at_once));
    if (!what.story.has_happened(until)) return;
    allocation.to = until;
    allocation.why_ended = why_it_ended;
    what.story.save(written, allocation, {child.subject}, what.manager(), what.story.typed_up(until, Typed::at_once));
}

void tell_workers(const Case& what, const std::vector<DemoTeam>& teams, const Child& child, Date from, Date until) {
    const Date first = from;
    while (from < until && what.story.has_happened(from)) {
        const Colleague& colleague = what.staff.social_worker_of(what.family.number, from);
        Date to = from.plus_days(7);
        while (to < until && what.story.has_happened(to) && what.staff.social_worker_of(what.family.number, to).id == colleague.id) to = to.plus_days(7);
        to = std::min(to, until);
        record::Allocation allocation;
        allocation.worker.item = ledger::ItemId(colleague.id.bytes());
        if (const DemoTeam* const team = team_with(teams, colleague.id)) allocation.team.item = team->id;
        allocation.as_what.code = "allocated_worker";
        allocation.from = from;
        allocation.why_began = from == first ? "The referral was accepted" : "Took over from a colleague";
        tell_one(what, child, std::move(allocation), to, to == until ? "The case was closed" : "A colleague took over");
        from = to;
    }
}

void tell_waiting(const Case& what, const std::vector<DemoTeam>& teams, const Child& child, Date from) {
    record::Allocation allocation;
    Written written;
    allocation.team.item = teams[first_that_holds + what.family.number % 2].id;
    allocation.as_what.code = "allocated_worker";
    allocation.from = from;
    allocation.why_began = "The referral was accepted";
    what.story.save(written, allocation, {child.subject}, what.manager(), what.story.typed_up(from, Typed::at_once));
}

void tell_restriction(const Case& what, const Child& child, Date from) {
    record::Restriction restriction;
    Written written;
    restriction.from = from;
    restriction.ring = fmt::format("{}, team manager, 01632 960{:03}", what.staff.manager_of(what.family.number).name, what.family.number % 1000);
    restriction.why.text = "A parent works at the council.";
    what.story.save(written, restriction, {child.subject}, what.manager(), what.story.typed_up(from, Typed::at_once));
}

}  // namespace

std::vector<DemoTeam> teams_of(const Staff& staff) {
    std::vector<DemoTeam> teams;
    for (const Plan& plan : plans) {
        // An id that follows from the administrator's, so that the same council has the same teams.
        IdBytes id = staff.administrator().id.bytes();
        id.bytes[0] = static_cast<std::uint8_t>(id.bytes[0] ^ (0x80 + teams.size()));
        teams.push_back({ledger::ItemId(id), std::string(plan.name), std::string(plan.does), plan.part_of, nullptr, {}});
    }
    const auto put = [&](std::size_t team, const Colleague& colleague, bool leads) {
        teams[team].members.push_back(&colleague);
        if (leads) teams[team].leader = &colleague;
    };
    std::size_t social_workers = 0;
    std::size_t managers = 0;
    const auto all_social_workers = static_cast<std::size_t>(std::ranges::count(staff.all(), "social_worker", &Colleague::role_code));
    for (const Colleague& one : staff.all()) {
        if (one.role_code == "director") put(0, one, true);
        if (one.role_code == "service_manager") put(1, one, true);
        if (one.role_code == "team_manager") put(first_that_holds + managers++ % that_hold, one, true);
        if (one.role_code == "front_door_worker" || one.role_code == "night_team") put(1, one, false);
        if (one.role_code == "family_support_worker") put(4, one, false);
        if (one.role_code == "adoption_worker") put(6, one, false);
        if (one.role_code == "personal_adviser") put(7, one, false);
        if (one.role_code == "reviewing_officer") put(8, one, false);
        if (one.role_code != "social_worker") continue;
        const std::size_t nth = social_workers++;
        put(nth + Staff::at_front_door < all_social_workers ? team_of_social_worker(nth) : 1, one, false);
    }
    return teams;
}

void found_teams(Story& story, const Staff& staff, Moment at) {
    const auto teams = teams_of(staff);
    for (const DemoTeam& one : teams) {
        record::Team team;
        Written written;
        written.item = one.id;
        team.name = one.name;
        team.does = one.does;
        if (one.part_of >= 0) team.part_of.item = teams[static_cast<std::size_t>(one.part_of)].id;
        story.save(written, team, {}, staff.administrator().id, at);
        for (const Colleague* member : one.members) take_in(story, one, *member, staff, at);
    }
}

void tell_allocations(const Case& what, const std::vector<OpenReferral>& referrals, Date decided) {
    const auto teams = teams_of(what.staff);
    for (const OpenReferral& opened : referrals) {
        const Date until = opened.referral.closed_on.value_or(what.story.today().plus_days(1));
        if (what.story.today() - decided <= days_waited_at_most && until > what.story.today()) tell_waiting(what, teams, *opened.child, decided);
        else tell_workers(what, teams, *opened.child, decided, until);
        if (what.family.number % one_restricted_family_in == 1) tell_restriction(what, *opened.child, decided);
    }
}

}  // namespace steadfast::demo
