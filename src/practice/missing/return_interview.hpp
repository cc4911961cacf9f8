#pragma once

#include "practice/missing/missing_episode.hpp"
#include "record/plans/plan.hpp"
#include "record/plans/plan_action.hpp"

namespace steadfast::practice {

/// What was answered when a child was offered a return interview.
extern const law::CodeSet interview_answer;
/// Who said no.
extern const law::CodeSet interview_refuser;
/// What a return interview led to.
extern const law::CodeSet interview_outcome;

/// A return interview offered to one child after one episode. An offer that was refused may be followed by another.
struct InterviewOffer {
    record::Link<MissingEpisode> episode;
    When offered_at;
    std::string offered_by;
    record::Coded<interview_answer> answer;
    When answered_at;
    record::Coded<interview_refuser> refused_by;
    std::string why;                     ///< In their words.
    record::Narrative carers_said;       ///< What parents or carers know instead, who are asked where the child refuses.
};

/// A return interview that was held. What the child told belongs to that child's file alone, whoever went with them.
struct ReturnInterview {
    record::Link<MissingEpisode> episode;
    When held_at;
    std::string held_by;
    std::optional<bool> is_independent;  ///< Of the placement and of whoever looks after the child.
    std::string where;
    record::Coded<interview_outcome> outcome;
    record::Link<record::plans::Plan> plan;
    record::Link<record::plans::PlanAction> action;
    std::string outcome_words;           ///< What changed, or why nothing did.

    // About the child.
    record::Narrative child_words;
    record::Narrative why_they_went;
    record::Narrative where_they_were;
    record::Narrative with_whom;
    record::Narrative harm;
    record::Narrative what_would_stop_it;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::InterviewOffer>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ReturnInterview>();
