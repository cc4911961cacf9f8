#include "practice/disabled_children/disabled_child.hpp"

using steadfast::practice::DisabilityRegistration;
using steadfast::practice::ShortBreakReview;
using steadfast::practice::ShortBreaks;

namespace steadfast::practice {
namespace {

constexpr law::Code education_plan_codes[] = {
    {.code = "has_one", .says = "Has one"},
    {.code = "asked_for", .says = "Asked for, not decided"},
    {.code = "refused", .says = "Asked for and refused"},
    {.code = "support", .says = "None: special educational needs support in school"},
    {.code = "none", .says = "None"},
};

constexpr law::Code short_break_kind_codes[] = {
    {.code = "day", .says = "Care by day, at home or elsewhere"},
    {.code = "overnight", .says = "Overnight, at home or elsewhere"},
    {.code = "activities", .says = "Activities"},
    {.code = "after_school", .says = "Evenings, weekends and school holidays"},
    {.code = "direct_payment", .says = "A direct payment with which the family arranges it"},
};

constexpr law::Code short_break_basis_codes[] = {
    {.code = "section_17", .says = "Section 17: not looked after"},
    {.code = "section_20_short",
     .says = "Section 20 with the rules for short breaks: stays of 17 days at most, 75 a year, in one place"},
    {.code = "section_20_full", .says = "Section 20 with all rules for looked-after children"},
};

}  // namespace

constinit const law::CodeSet education_plan{"education_plan", "Education, health and care plan",
                                            "Steadfast, after the Children and Families Act 2014", education_plan_codes};
constinit const law::CodeSet short_break_kind{"short_break_kind", "Kind of short break",
                                              "Breaks for Carers of Disabled Children Regulations 2011, regulation 4",
                                              short_break_kind_codes};
constinit const law::CodeSet short_break_basis{"short_break_basis", "Law under which a short break is given",
                                               "Children Act 1989; Care Planning Regulations 2010", short_break_basis_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<DisabilityRegistration>() {
    static const ItemType type(
        {.key = "disability_registration",
         .name = "Register of disabled children",
         .plural = "Register of disabled children",
         .happened = "registered_on",
         .ended = "ended_on",
         .summary = {"education"}},
        {
            field<&DisabilityRegistration::registered_on>("registered_on", "On the register from").required(),
            field<&DisabilityRegistration::family_agrees>("family_agrees", "Does the family agree?")
                .required()
                .with_hint("Nothing depends on it: services are the same without"),
            field<&DisabilityRegistration::needs>("needs", "What daily life needs")
                .with_hint("The disabilities themselves stand with the child's details"),
            field<&DisabilityRegistration::education>("education", "Education, health and care plan").required(),
            field<&DisabilityRegistration::education_with>("education_with", "Who keeps that plan, and how they are reached"),
            field<&DisabilityRegistration::ended_on>("ended_on", "Off the register on")
                .not_before_the("registered_on")
                .asked_later(),
            field<&DisabilityRegistration::why_ended>("why_ended", "Why").asked_later(),
        });
    return type;
}

template <>
const ItemType& type_of<ShortBreaks>() {
    static const ItemType type(
        {.key = "short_breaks",
         .name = "Short breaks",
         .plural = "Short breaks",
         .happened = "began",
         .ended = "ended",
         .summary = {"kinds", "basis"}},
        {
            field<&ShortBreaks::began>("began", "First break on").required(),
            field<&ShortBreaks::ended>("ended", "Ended").not_before_the("began").asked_later(),
            field<&ShortBreaks::kinds>("kinds", "What sort of break").required(),
            field<&ShortBreaks::basis>("basis", "Under which law")
                .required()
                .with_hint("It decides which visits and reviews are owed"),
            field<&ShortBreaks::with_whom>("with_whom", "With whom or where"),
            field<&ShortBreaks::nights_a_year>("nights_a_year", "Nights agreed in a year")
                .with_hint("More than 75 under section 20: all rules for looked-after children hold"),
            field<&ShortBreaks::plan>("plan", "The plan: health, contact with the family, leisure, learning, who to ring")
                .required(),
            field<&ShortBreaks::own_words>("own_words", "What the child likes and does not like about it"),
            field<&ShortBreaks::carers_need>("carers_need", "What the break does for whoever cares for the child"),
        });
    return type;
}

template <>
const ItemType& type_of<ShortBreakReview>() {
    static const ItemType type({.key = "short_break_review",
                                .name = "Review of short breaks",
                                .plural = "Reviews of short breaks",
                                .happened = "held_on",
                                .ended = "",
                                .summary = {"nights_so_far"}},
                               {
                                   field<&ShortBreakReview::held_on>("held_on", "Day").required(),
                                   field<&ShortBreakReview::child_says>("child_says", "What the child says, or shows"),
                                   field<&ShortBreakReview::family_says>("family_says", "What the family says"),
                                   field<&ShortBreakReview::nights_so_far>("nights_so_far", "Nights in the last twelve months"),
                                   field<&ShortBreakReview::decided>("decided", "What was decided").required(),
                               });
    return type;
}

}  // namespace steadfast::record
