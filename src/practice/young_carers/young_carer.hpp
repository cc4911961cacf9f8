#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet young_carer_for;      ///< Whom a young carer cares for.
extern const law::CodeSet young_carer_asked;    ///< Why the council must assess.
extern const law::CodeSet young_carer_result;   ///< What the assessment comes to.

/// That a child seems to care for somebody, or that they or a parent asked, and what the assessment found (Children Act 1989, sections 17ZA to 17ZC;
/// Young Carers (Needs Assessments) Regulations 2015, regulations 2 to 5).
struct YoungCarerAssessment {
    std::optional<Date> asked_on;  ///< When they asked, or it appeared to us.
    record::Coded<young_carer_asked> asked;
    record::CodedList<young_carer_for> cares_for;
    record::Narrative what_they_do;  ///< How much, of what nature, of what type (regulation 4(2)(a)).
    record::Narrative relied_on;  ///< How far the family relies on it.
    record::Narrative effect;  ///< On their well-being, learning and development.
    std::optional<bool> is_too_much;  ///< Some of it is not appropriate for a child of this age.
    record::Narrative own_words;
    std::optional<bool> is_with_adults_services;  ///< Together with the assessment of the person cared for.
    std::optional<Date> assessed_on;
    record::Coded<young_carer_result> result;
    record::Narrative support;  ///< For the child, and for whoever is cared for, so that the child need not.
    std::optional<Date> copy_given_on;  ///< To the young carer, and with their leave to the family.
    std::optional<Date> declined_on;  ///< They, or who decides for them, did not want it.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::YoungCarerAssessment>();
