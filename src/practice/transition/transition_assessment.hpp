#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet transition_of;       ///< Whose needs as an adult are assessed.
extern const law::CodeSet transition_result;   ///< What it comes to.

/// What somebody will need once they are 18, assessed before: a child with needs, a young carer, or a child's carer (Care Act 2014, sections 58, 60
/// and 63). The law says when it is of significant benefit and names no age, so whoever plans it names the day.
struct TransitionAssessment {
    std::optional<Date> likely_on;  ///< Day on which it appeared that they are likely to need support, or they asked.
    record::Coded<transition_of> of;
    std::optional<Date> by;  ///< Before the eighteenth birthday, and early enough to act on.
    record::Narrative likely_needs;
    record::Narrative own_words;
    std::string adults_worker;  ///< With whom in adults' services.
    std::optional<Date> declined_on;
    std::optional<Date> assessed_on;
    record::Coded<transition_result> result;
    record::Narrative from_18;  ///< Who does what from the birthday on; what goes on until then (Care Act 2014, section 66).
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::TransitionAssessment>();
