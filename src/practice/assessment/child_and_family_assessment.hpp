#pragma once

#include "law/code_sets.hpp"
#include "practice/assessment/written_assessment.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

struct Referral;

/// What a child needs and what the family can give, found out together (Children Act 1989, section 17).
struct ChildAndFamilyAssessment {
    record::Link<Referral> referral;
    std::optional<Date> began;
    std::optional<Date> reviewed_within;   ///< The internal review on the way.
    std::optional<Date> authorised_on;     ///< None while it is under way.
    record::CodedList<law::assessment_factor> factors;
    record::Coded<assessment_outcome> outcome;      ///< No return asks for this and what follows: an imported assessment has none.
    std::optional<Date> seen_on;
    std::optional<Date> seen_alone_on;
    record::Link<WrittenAssessment> written;        ///< The text, shared with brothers and sisters.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ChildAndFamilyAssessment>();
