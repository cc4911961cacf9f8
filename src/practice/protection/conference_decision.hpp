#pragma once

#include "law/code_sets.hpp"
#include "record/meetings/meeting.hpp"

namespace steadfast::practice {

extern const law::CodeSet initial_conference_outcome;
extern const law::CodeSet review_conference_outcome;

/// What an initial child protection conference decided, child by child.
struct InitialConferenceDecision {
    record::Link<record::meetings::Meeting> meeting;
    std::optional<Date> decided_on;        ///< The day of the meeting.

    // About each child.
    record::Coded<initial_conference_outcome> outcome;
    record::Coded<law::category_of_abuse> category;   ///< Of a child who becomes the subject of a plan.
    record::Narrative because;
};

/// What a review child protection conference decided, child by child.
struct ReviewConferenceDecision {
    record::Link<record::meetings::Meeting> meeting;
    std::optional<Date> decided_on;        ///< The day of the meeting.

    // About each child.
    record::Coded<review_conference_outcome> outcome;
    record::Coded<law::category_of_abuse> category;   ///< Where it changed.
    record::Narrative because;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::InitialConferenceDecision>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ReviewConferenceDecision>();
