#include "demo/teams.hpp"

#include "law/working_days.hpp"
#include "record/teams/team.hpp"

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
constexpr std::size_t posts_of_the_large_team = 19;   // Three hundred children at sixteen each: as large a team as a board has to show.

std::size_t offices_of(const std::vector<DemoTeam>& teams) { return (teams.size() - (plans.size() - that_hold)) / that_hold; }

/// The nth team that holds children stands here: the first office's before the reviewing officers, the others' after them.
std::size_t team_that_holds(std::size_t nth) { return nth < that_hold ? first_that_holds + nth : plans.size() + nth - that_hold; }

void take_in(Story& story, const DemoTeam& team, const Colleague& colleague, const Staff& staff, Moment at) {
    record::TeamMembership membership;
    Written written;
    membership.worker.item = ledger::ItemId(colleague.id.bytes());
    membership.team.item = team.id;
    membership.from = colleague.joined.value_or(at.day);
    membership.leads = team.leader == &colleague;
    if (colleague.role_code == "social_worker") membership.capacity = children_expected;
    const Moment joined = colleague.joined ? Moment{law::add_working_days(*colleague.joined, 0), 0} : at;
    story.save(written, membership, {}, staff.administrator().id, joined);
    if (!colleague.left) return;
    membership.to = colleague.left;
    story.save(written, membership, {}, staff.administrator().id, {law::add_working_days(*colleague.left, 0), 4});
}

void put_in_their_teams(std::vector<DemoTeam>& teams, const Staff& staff, const Scale& scale) {
    const std::size_t holding = that_hold * static_cast<std::size_t>(scale.offices);
    const auto put = [&](std::size_t team, const Colleague& colleague, bool leads) {
        teams[team].members.push_back(&colleague);
        if (leads && !teams[team].leader) teams[team].leader = &colleague;
    };
    std::size_t managers = 0;
    std::size_t others = 0;
    for (const Colleague& one : staff.all()) {
        const std::size_t office = others % static_cast<std::size_t>(scale.offices) * that_hold;
        if (one.role_code == "director") put(0, one, true);
        if (one.role_code == "service_manager") put(1, one, true);
        if (one.role_code == "team_manager") put(team_that_holds(managers++ % holding), one, true);
        if (one.role_code == "front_door_worker" || one.role_code == "night_team") put(1, one, false);
        if (one.role_code == "family_support_worker") put(team_that_holds(office + 2), one, false);
        if (one.role_code == "adoption_worker") put(team_that_holds(office + 4), one, false);
        if (one.role_code == "personal_adviser") put(team_that_holds(office + 5), one, false);
        if (one.role_code == "reviewing_officer" || one.role_code == "designated_officer") put(plans.size() - 1, one, false);
        if (one.role_code == "family_support_worker" || one.role_code == "adoption_worker" || one.role_code == "personal_adviser") ++others;
    }
    const auto& posts = staff.social_workers_posts();
    const std::size_t in_teams = posts.size() - staff.posts_at_the_front_door();
    const std::size_t large = scale.is_untidy ? posts_of_the_large_team : 0;
    for (std::size_t nth = 0; nth < posts.size(); ++nth) {
        const std::size_t team = nth >= in_teams ? 1 : nth < large ? team_that_holds(4) : team_that_holds((nth - large) % holding);
        for (const std::size_t holder : posts[nth]) put(team, staff.all()[holder], false);
    }
}

}  // namespace

std::vector<DemoTeam> teams_of(const Staff& staff, const Scale& scale) {
    std::vector<DemoTeam> teams;
    const auto add = [&](std::string name, std::string_view does, int part_of) {
        // An id that follows from the administrator's, so that the same council has the same teams.
        IdBytes id = staff.administrator().id.bytes();
        id.bytes[0] = static_cast<std::uint8_t>(id.bytes[0] ^ (0x80 + teams.size() % 128));
        id.bytes[1] = static_cast<std::uint8_t>(id.bytes[1] ^ (teams.size() / 128));
        teams.push_back({ledger::ItemId(id), std::move(name), std::string(does), part_of, nullptr, {}});
    };
    for (const Plan& plan : plans) add(std::string(plan.name), plan.does, plan.part_of);
    // A larger council has several of each team that holds children; the second and later ones have a number.
    for (int office = 1; office < scale.offices; ++office)
        for (std::size_t nth = 0; nth < that_hold; ++nth) {
            const Plan& plan = plans[first_that_holds + nth];
            add(fmt::format("{} {}", plan.name, office + 1), plan.does, plan.part_of);
        }
    put_in_their_teams(teams, staff, scale);
    return teams;
}

const DemoTeam& team_that_assesses(const std::vector<DemoTeam>& teams, std::uint64_t family) {
    return teams[team_that_holds(family / 2 % offices_of(teams) * that_hold + family % 2)];
}

void found_teams(Story& story, const Staff& staff, const std::vector<DemoTeam>& teams, Moment at) {
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

}  // namespace steadfast::demo
