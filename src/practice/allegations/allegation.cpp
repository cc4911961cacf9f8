#include "practice/allegations/allegation.hpp"

using steadfast::practice::AccusedAdult;
using steadfast::practice::Allegation;
using steadfast::practice::AllegationReview;

namespace steadfast::practice {
namespace {

constexpr law::Code allegation_work_codes[] = {
    {.code = "school", .says = "School or college"},
    {.code = "early_years", .says = "Nursery, childminder or other early years"},
    {.code = "foster_care", .says = "Foster care"},
    {.code = "childrens_home", .says = "Children's home or supported accommodation"},
    {.code = "council", .says = "This council"},
    {.code = "health", .says = "Health"},
    {.code = "police", .says = "Police"},
    {.code = "faith", .says = "Faith group"},
    {.code = "sport_and_leisure", .says = "Sport, clubs and leisure"},
    {.code = "transport", .says = "Transport"},
    {.code = "voluntary", .says = "Another voluntary organisation"},
    {.code = "other", .says = "Other"},
};

constexpr law::Code allegation_threshold_codes[] = {
    {.code = "harmed", .says = "Behaved in a way that has harmed, or may have harmed, a child"},
    {.code = "offence", .says = "Possibly committed a criminal offence against or related to a child"},
    {.code = "risk", .says = "Behaved towards a child in a way that indicates they may pose a risk of harm to children"},
    {.code = "not_suitable", .says = "Behaved in a way that indicates they may not be suitable to work with children"},
};

constexpr law::Code allegation_harm_codes[] = {
    {.code = "physical", .says = "Physical abuse"},
    {.code = "sexual", .says = "Sexual abuse"},
    {.code = "emotional", .says = "Emotional abuse"},
    {.code = "neglect", .says = "Neglect"},
    {.code = "conduct", .says = "Conduct, with no harm to this child"},
};

constexpr law::Code allegation_route_codes[] = {
    {.code = "police", .says = "The police investigate"},
    {.code = "section_47", .says = "A section 47 enquiry"},
    {.code = "employer", .says = "The employer investigates"},
    {.code = "below", .says = "Below the threshold: a concern for the employer to deal with"},
    {.code = "no_action", .says = "No further action"},
};

constexpr law::Code allegation_outcome_codes[] = {
    {.code = "substantiated", .says = "Substantiated: enough evidence to prove it"},
    {.code = "unsubstantiated",
     .says = "Unsubstantiated: not enough evidence either way; it implies neither guilt nor innocence"},
    {.code = "unfounded", .says = "Unfounded: no evidence or proper basis that supports it"},
    {.code = "false", .says = "False: enough evidence to disprove it"},
    {.code = "malicious", .says = "Malicious: enough evidence to disprove it, and a deliberate act to deceive or cause harm"},
};

}  // namespace

constinit const law::CodeSet allegation_work{"allegation_work", "Where an adult works with children", "Steadfast",
                                             allegation_work_codes};
constinit const law::CodeSet allegation_threshold{"allegation_threshold", "What an allegation amounts to",
                                                  "Keeping children safe in education, part four", allegation_threshold_codes};
constinit const law::CodeSet allegation_harm{"allegation_harm", "Kind of harm alleged",
                                             "Steadfast, after the census's categories of abuse", allegation_harm_codes};
constinit const law::CodeSet allegation_route{"allegation_route", "What follows from an allegation",
                                              "Steadfast, after the guidance", allegation_route_codes};
constinit const law::CodeSet allegation_outcome{"allegation_outcome", "Outcome of an allegation",
                                                "Keeping children safe in education, part four", allegation_outcome_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<Allegation>() {
    static const ItemType type(
        {.key = "allegation",
         .name = "Allegation against an adult who works with children",
         .plural = "Allegations against adults who work with children",
         .happened = "happened",
         .ended = "concluded_on",
         .summary = {"work", "outcome"},
         .goes_out = GoesOut::when_asked_for},
        {
            field<&Allegation::happened>("happened", "When it is said to have happened").required(),
            field<&Allegation::known_on>("known_on", "Day on which an employer, the police or we came to know of it")
                .required()
                .with_hint("The designated officer is told within one working day"),
            field<&Allegation::told_by>("told_by", "Who told us").with_hint("For example, the head teacher"),
            field<&Allegation::work>("work", "Where the adult works or volunteers").required(),
            field<&Allegation::agency>("agency", "Which school, home, club or agency")
                .with_hint("Without the adult's name: who they are stands in the designated officer's case"),
            field<&Allegation::threshold>("threshold", "What it amounts to").required(),
            field<&Allegation::harm>("harm", "Kind of harm"),
            field<&Allegation::alleged>("alleged", "What is alleged, in the words that were used")
                .required()
                .with_hint("Write “the teacher”, “the foster carer” and not the name"),
            field<&Allegation::child_safe>("child_safe", "What was done so that this child, and others, are safe now"),
            field<&Allegation::reference>("reference", "The designated officer's reference")
                .with_hint("They give it to you. It leads those to this child who are named for their case, and tells others nothing"),
            field<&Allegation::told_on>("told_on", "Designated officer told on").not_before_the("known_on"),
            field<&Allegation::is_taken_further>("is_taken_further", "Was it decided to take it further?")
                .with_hint(
                    "By the first discussion of the employer and the designated officer. If so, it is reviewed until it is concluded"),
            field<&Allegation::evaluated_on>("evaluated_on", "First discussion with the designated officer on")
                .required_where("is_taken_further")
                .not_before_the("told_on"),
            field<&Allegation::routes>("routes", "What the first discussion decided"),
            field<&Allegation::told_child_and_parents>("told_child_and_parents",
                                                       "What the child and the parents were told, and by whom"),
            field<&Allegation::outcome>("outcome", "Outcome").required_where("concluded_on"),
            field<&Allegation::concluded_on>("concluded_on", "Concluded on")
                .not_before_the("known_on")
                .required_where("outcome"),
            field<&Allegation::followed>("followed", "What followed")
                .with_hint("For example, a referral to the Disclosure and Barring Service or a regulator, and what was learned"),
        });
    return type;
}

template <>
const ItemType& type_of<AllegationReview>() {
    static const ItemType type({.key = "allegation_review",
                                .name = "Review of an allegation",
                                .plural = "Reviews of an allegation",
                                .happened = "held_on",
                                .ended = "",
                                .summary = {},
                                .goes_out = GoesOut::when_asked_for},
                               {
                                   field<&AllegationReview::held_on>("held_on", "Day").required(),
                                   field<&AllegationReview::progress>("progress", "How far it has come").required(),
                                   field<&AllegationReview::next>("next", "What is still to be done, by whom and by when"),
                               });
    return type;
}

template <>
const ItemType& type_of<AccusedAdult>() {
    static const ItemType type(
        {.key = "accused_adult",
         .name = "Adult whom an allegation is about",
         .plural = "Adults whom an allegation is about",
         .happened = "recorded_on",
         .ended = "",
         .summary = {"reference"},
         .written = Written::by_its_room,
         .goes_out = GoesOut::never,
         .apart = Apart::in_a_room},
        {
            field<&AccusedAdult::recorded_on>("recorded_on", "Day").required(),
            field<&AccusedAdult::reference>("reference", "The designated officer's reference").required(),
            field<&AccusedAdult::name>("name", "Name")
                .required(),
            field<&AccusedAdult::role>("role", "What they do"),
            field<&AccusedAdult::other_children>("other_children",
                                                 "Which other children they work or live with, and what was done for these"),
        });
    return type;
}

}  // namespace steadfast::record
