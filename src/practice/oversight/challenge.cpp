#include "practice/oversight/challenge.hpp"

using steadfast::practice::Challenge;

namespace steadfast::practice {
namespace {

constexpr law::Code challenger_codes[] = {
    {.code = "reviewing_officer", .says = "Independent reviewing officer"},
    {.code = "conference_chair", .says = "Chair of a child protection conference"},
    {.code = "worker", .says = "Somebody who works with the child"},
    {.code = "manager", .says = "Manager"},
    {.code = "partner", .says = "For another agency"},
};

constexpr law::Code stage_codes[] = {
    {.code = "worker", .says = "With the worker"},
    {.code = "team_manager", .says = "With the team manager"},
    {.code = "service_manager", .says = "With the service manager"},
    {.code = "director", .says = "With the director"},
    {.code = "outside", .says = "Outside the council: Cafcass, or the safeguarding partners"},
};

constexpr law::Code answer_codes[] = {
    {.code = "accepted", .says = "Accepted: it will be done"},
    {.code = "partly", .says = "Accepted in part"},
    {.code = "not_accepted", .says = "Not accepted"},
};

}  // namespace

constinit const law::CodeSet challenger{"challenger", "As what somebody challenges", "Steadfast", challenger_codes};
constinit const law::CodeSet challenge_stage{"challenge_stage", "How far up a challenge was taken", "Steadfast", stage_codes};
constinit const law::CodeSet challenge_answer{"challenge_answer", "What a challenge led to", "Steadfast", answer_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<Challenge>() {
    static const ItemType type(
        {.key = "challenge",
         .name = "Challenge",
         .plural = "Challenges",
         .happened = "asked",
         .ended = "",
         .summary = {"stage", "answer"},
         .written = Written::on_its_own_pages},
        {
            field<&Challenge::asked>("asked", "Raised").required(),
            field<&Challenge::asked_by>("asked_by", "Raised by").the_recorder(),
            field<&Challenge::raised_as>("raised_as", "As what you challenge").required(),
            field<&Challenge::stage>("stage", "How far up").required(),
            field<&Challenge::words>("words", "What you challenge, and what it means for the child").required(),
            field<&Challenge::wanted>("wanted", "What should happen instead, and by when").required(),
            field<&Challenge::child_says>("child_says", "What this child wants")
                .about_each()
                .with_hint("In their own words, or what they showed"),
            field<&Challenge::of>("of", "Who must answer").required(),
            field<&Challenge::by_day>("by_day", "Answer by").required(),
            field<&Challenge::follows>("follows", "Challenge that it follows"),
            field<&Challenge::first_raised_on>("first_raised_on", "First raised"),
            field<&Challenge::answer>("answer", "Answer"),
            field<&Challenge::answered>("answered", "Answered"),
            field<&Challenge::answered_by>("answered_by", "Answered by"),
            field<&Challenge::answer_words>("answer_words", "What will be done, or why not"),
            field<&Challenge::settled_on>("settled_on", "Settled"),
            field<&Challenge::dropped_on>("dropped_on", "Taken further or taken back"),
            field<&Challenge::dropped_because>("dropped_because", "Why"),
        });
    return type;
}

}  // namespace steadfast::record
