#include "record/teams/team.hpp"

namespace steadfast::record {

template <>
const ItemType& type_of<Team>() {
    static const ItemType type(
        {.key = "team", .name = "Team", .plural = "Teams", .happened = "", .ended = "", .summary = {"name", "does"}, .written = Written::by_its_room},
        {
            field<&Team::name>("name", "Name").required(),
            field<&Team::does>("does", "What it does"),
            field<&Team::part_of>("part_of", "Part of"),
            field<&Team::closed>("closed", "Closed on"),
        });
    return type;
}

template <>
const ItemType& type_of<TeamMembership>() {
    static const ItemType type(
        {.key = "team_membership", .name = "Team member", .plural = "Team members", .happened = "", .ended = "", .summary = {"from", "to"},
         .written = Written::by_its_room},
        {
            field<&TeamMembership::worker>("worker", "Worker").required(),
            field<&TeamMembership::team>("team", "Team").required(),
            field<&TeamMembership::from>("from", "In the team from").required(),
            field<&TeamMembership::to>("to", "Not in it any more from"),
            field<&TeamMembership::leads>("leads", "Manages the team"),
            field<&TeamMembership::capacity>("capacity", "Children they are expected to hold"),
        });
    return type;
}

}  // namespace steadfast::record
