#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet
    education_plan;       ///< Whether the child has an education, health and care plan, which another service keeps.
extern const law::CodeSet short_break_kind;     ///< What sort of break.
extern const law::CodeSet short_break_basis;    ///< Under which law it is given, which decides what is owed.

/// That a child is on the council's register of disabled children (Children Act 1989, schedule 2, paragraph 2). It helps the council to plan; no
/// service depends on it, and the family may say no.
struct DisabilityRegistration {
    std::optional<Date> registered_on;
    std::optional<bool> family_agrees;
    record::Narrative needs;
    record::Coded<education_plan> education;
    std::string education_with;  ///< Who keeps that plan, and how they are reached. It is not worked on here.
    std::optional<Date> ended_on;
    std::string why_ended;
};

/// Breaks agreed for a disabled child and whoever cares for them (Children Act 1989, schedule 2, paragraph 6; Breaks for Carers of Disabled Children
/// Regulations 2011; under section 20, Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48).
struct ShortBreaks {
    std::optional<Date> began;  ///< The first break.
    std::optional<Date> ended;
    record::CodedList<short_break_kind> kinds;
    record::Coded<short_break_basis> basis;
    std::string with_whom;
    std::optional<std::int32_t> nights_a_year;
    record::Narrative plan;
    record::Narrative own_words;
    record::Narrative carers_need;
};

/// That the breaks were looked at with the family.
struct ShortBreakReview {
    std::optional<Date> held_on;
    record::Narrative child_says;
    record::Narrative family_says;
    record::Narrative decided;
    std::optional<std::int32_t> nights_so_far;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::DisabilityRegistration>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ShortBreaks>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ShortBreakReview>();
