#include "practice/harmful_sexual_behaviour/harmful_behaviour.hpp"

using steadfast::practice::HarmfulBehaviour;

namespace steadfast::practice {
namespace {

constexpr law::Code part_codes[] = {
    {.code = "was_harmed", .says = "Was harmed"},
    {.code = "harmed", .says = "Is said to have harmed another child"},
    {.code = "both", .says = "Both"},
    {.code = "not_known", .says = "Not known yet"},
};

constexpr law::Code seriousness_codes[] = {
    {.code = "expected", .says = "As children of this age are: curious, mutual, easily stopped"},
    {.code = "inappropriate", .says = "Out of place: once, or where nobody learned better"},
    {.code = "problematic", .says = "Worrying: again and again, or not mutual"},
    {.code = "abusive", .says = "Abusive: force, threat, or power over a younger or weaker child"},
    {.code = "violent", .says = "Violent"},
};

}  // namespace

constinit const law::CodeSet part_in_harmful_behaviour{"part_in_harmful_behaviour", "A child's part in harmful sexual behaviour",
                                                       "Steadfast", part_codes};
constinit const law::CodeSet seriousness_of_behaviour{"seriousness_of_behaviour", "How serious sexual behaviour is", "Steadfast",
                                                      seriousness_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<HarmfulBehaviour>() {
    static const ItemType type(
        {.key = "harmful_behaviour",
         .name = "Harmful sexual behaviour",
         .plural = "Harmful sexual behaviour",
         .happened = "known_on",
         .ended = "ended_on",
         .summary = {"part", "seriousness"}},
        {
            field<&HarmfulBehaviour::known_on>("known_on", "Day on which we came to know of it").required(),
            field<&HarmfulBehaviour::part>("part", "This child's part")
                .required()
                .with_hint("Write one for each child: what another did or suffered stands in theirs"),
            field<&HarmfulBehaviour::own_words>("own_words", "What this child says"),
            field<&HarmfulBehaviour::what_happened>("what_happened", "What happened")
                .required()
                .with_hint("Write “another child” and no name"),
            field<&HarmfulBehaviour::seriousness>("seriousness", "How serious it is"),
            field<&HarmfulBehaviour::understood>("understood", "What lies behind it")
                .with_hint("Age, power, what was done to the child before"),
            field<&HarmfulBehaviour::are_police_told>("are_police_told", "Are the police told?"),
            field<&HarmfulBehaviour::police_told_on>("police_told_on", "Told on")
                .required_where("are_police_told")
                .not_before_the("known_on"),
            field<&HarmfulBehaviour::is_discussed>("is_discussed", "Was a strategy discussion held, or is one planned?"),
            field<&HarmfulBehaviour::why_not_discussed>("why_not_discussed", "If not, why, and who decided so"),
            field<&HarmfulBehaviour::safety_plan>("safety_plan", "What keeps everybody safe")
                .with_hint("At home, at school, on the way and online"),
            field<&HarmfulBehaviour::help>("help", "What help this child gets"),
            field<&HarmfulBehaviour::look_again_by>("look_again_by", "Look again by").required().not_before_the("known_on"),
            field<&HarmfulBehaviour::looked_again_on>("looked_again_on", "Looked again on")
                .not_before_the("known_on")
                .asked_later(),
            field<&HarmfulBehaviour::ended_on>("ended_on", "Ended on").not_before_the("known_on").asked_later(),
        });
    return type;
}

}  // namespace steadfast::record
