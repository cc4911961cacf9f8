#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

extern const law::CodeSet assessment_state;     ///< Where the writing stands.
extern const law::CodeSet assessment_outcome;   ///< What the assessment comes to for one child.

/// One assessment of a family as it is written: shared by brothers and sisters, with a part about each. What counts for
/// duties and returns is each child's ChildAndFamilyAssessment, which is filled from this when a manager authorises it: so
/// a change that nobody has authorised yet changes nothing that counts.
struct WrittenAssessment {
    std::optional<Date> began;
    std::optional<Date> finish_by;              ///< As planned; the law's own day is a duty.
    record::Link<record::Worker> assessor;
    record::Narrative looks_at;
    record::Narrative who_takes_part;
    record::Narrative family_words;
    record::Narrative analysis;
    record::Narrative next_steps;
    record::Coded<assessment_state> state;
    When sent;
    record::Link<record::Worker> sent_by;
    record::Narrative returned_because;
    When authorised;
    record::Link<record::Worker> authorised_by;
    record::Narrative manager_words;

    // About each child.
    std::optional<Date> seen_on;
    std::optional<Date> seen_alone_on;
    record::Narrative not_seen_because;         ///< Or not seen alone.
    record::Narrative child_words;
    record::Narrative about_child;
    record::CodedList<law::assessment_factor> factors;
    record::Coded<assessment_outcome> outcome;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::WrittenAssessment>();
