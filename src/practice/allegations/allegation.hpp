#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet allegation_work;      ///< Where the adult works or volunteers with children.
extern const law::CodeSet allegation_threshold; ///< Which of the guidance's four harms is alleged.
extern const law::CodeSet allegation_harm;      ///< The kind of abuse or neglect, if any.
extern const law::CodeSet allegation_route;     ///< What the first discussion decided.
extern const law::CodeSet allegation_outcome;   ///< In the guidance's own words.

/// That somebody who works with children is said to have harmed this child, or to be a risk to them, as it stands in the child's record. Who the
/// adult is stands apart (AdultCase), where those alone read it who are named for it (Working Together to Safeguard Children 2023, chapter 4; Keeping children safe
/// in education, part four).
struct Allegation {
    When happened;  ///< What is alleged.
    std::optional<Date>
        known_on;  ///< When the employer, the police or this council came to know of it: the one working day runs from it.
    std::string told_by;
    record::Coded<allegation_work> work;
    std::string agency;
    record::Coded<allegation_threshold> threshold;
    record::Coded<allegation_harm> harm;
    record::Narrative alleged;
    record::Narrative child_safe;
    std::string reference;  ///< AdultCase::reference.
    std::optional<Date> told_on;  ///< The designated officer was told.
    std::optional<bool> is_taken_further;
    std::optional<Date> evaluated_on;  ///< First discussion of employer and designated officer.
    record::CodedList<allegation_route> routes;
    record::Narrative told_child_and_parents;
    record::Coded<allegation_outcome> outcome;
    std::optional<Date> concluded_on;
    record::Narrative followed;  ///< What followed: barring referral, regulator, learning.
};

/// That the designated officer and those concerned looked at how far an allegation has come.
struct AllegationReview {
    std::optional<Date> held_on;
    record::Narrative progress;
    record::Narrative next;
};

/// Who the adult is, as it was written beside a child's allegation before the designated officer's cases were kept apart (AdultCase). Nobody writes
/// one any more, and what stands is there for whoever recorded it alone.
struct AccusedAdult {
    std::optional<Date> recorded_on;
    std::string reference;  ///< The same as in the allegation.
    std::string name;
    std::string role;
    record::Narrative other_children;  ///< Other children whom they work or live with.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Allegation>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::AllegationReview>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::AccusedAdult>();
