#include "practice/child_deaths/child_death.hpp"

using steadfast::practice::ChildDeath;

namespace steadfast::practice {
namespace {

constexpr law::Code death_expected_codes[] = {
    {.code = "expected", .says = "Expected"},
    {.code = "unexpected", .says = "Not expected 24 hours before"},
};

constexpr law::Code joint_agency_because_codes[] = {
    {.code = "external", .says = "It is or could be due to external causes"},
    {.code = "sudden", .says = "It was sudden, and no cause is plain (this includes sudden unexpected death in infancy)"},
    {.code = "custody", .says = "In custody, or detained under the Mental Health Act"},
    {.code = "suspicion", .says = "The circumstances raise suspicion that it was not natural"},
    {.code = "stillbirth", .says = "A stillbirth where no health professional was there"},
};

constexpr law::Code death_contributing_codes[] = {
    {.code = "modifiable", .says = "Something that could be changed had a part in it"},
    {.code = "none", .says = "Nothing that could be changed was found"},
    {.code = "not_known", .says = "Not enough is known to say"},
};

}  // namespace

constinit const law::CodeSet death_expected{"death_expected", "Whether a death was expected", "Child Death Review guidance 2018",
                                            death_expected_codes};
constinit const law::CodeSet joint_agency_because{"joint_agency_because", "Why agencies respond together to a death",
                                                  "Child Death Review guidance 2018", joint_agency_because_codes};
constinit const law::CodeSet death_contributing{"death_contributing",
                                                "Whether something that can be changed had a part in a death",
                                                "Child Death Review guidance 2018", death_contributing_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<ChildDeath>() {
    static const ItemType type(
        {.key = "child_death",
         .name = "Death of a child",
         .plural = "Deaths of children",
         .happened = "died",
         .ended = "",
         .summary = {"expected", "panel_on"}},
        {
            field<&ChildDeath::died>("died", "When the child died").required(),
            field<&ChildDeath::known_on>("known_on", "Day on which we came to know of it").required(),
            field<&ChildDeath::where>("where", "Where"),
            field<&ChildDeath::expected>("expected", "Was the death expected?").required(),
            field<&ChildDeath::circumstances>("circumstances", "What happened, as far as it is known").required(),
            field<&ChildDeath::is_joint_response_needed>("is_joint_response_needed",
                                                         "Must police, health and we respond together?")
                .with_hint(
                    "A joint agency response. If abuse or neglect is known or suspected, record a serious incident as well"),
            field<&ChildDeath::joint_because>("joint_because", "If so, because"),
            field<&ChildDeath::joint_met>("joint_met", "When they first planned together"),
            field<&ChildDeath::notified_on>("notified_on", "Child death overview panel told on"),
            field<&ChildDeath::key_worker>("key_worker", "The family's key worker")
                .with_hint("The one person to whom the family can turn, with how to reach them"),
            field<&ChildDeath::family_told>("family_told", "What the family was told, offered and asked"),
            field<&ChildDeath::brothers_and_sisters>("brothers_and_sisters",
                                                     "What was done for brothers, sisters and other children in the household"),
            field<&ChildDeath::review_meeting_on>("review_meeting_on", "Child death review meeting held on"),
            field<&ChildDeath::sent_to_panel_on>("sent_to_panel_on", "What it found sent to the panel on")
                .not_before_the("review_meeting_on"),
            field<&ChildDeath::panel_on>("panel_on", "Looked at by the panel on"),
            field<&ChildDeath::contributing>("contributing", "Had something that can be changed a part in it?"),
            field<&ChildDeath::learned>("learned", "What is to be learned"),
        });
    return type;
}

}  // namespace steadfast::record
