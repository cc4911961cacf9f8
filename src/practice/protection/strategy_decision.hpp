#pragma once

#include "record/meetings/meeting.hpp"

namespace steadfast::practice {

/// What a strategy discussion can decide for a child.
extern const law::CodeSet strategy_outcome;

/// What a strategy discussion decided, child by child: whether enquiries are made under the Children Act 1989, section 47, and by whom.
struct StrategyDecision {
    record::Link<record::meetings::Meeting> meeting;
    std::optional<Date> decided_on;        ///< The day of the meeting.
    record::Narrative safe_today;          ///< What is done at once.

    // About each child.
    record::Coded<strategy_outcome> outcome;
    record::Narrative because;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::StrategyDecision>();
