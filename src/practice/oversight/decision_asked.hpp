#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

/// What a worker may not decide alone.
extern const law::CodeSet decision_asked_about;
/// What whoever decides says.
extern const law::CodeSet decision_given;

/// A decision that a worker asks of a colleague who may make it, and what came of it. Where more is needed first it goes back, and is
/// asked again; what was asked and answered before stays in its versions.
struct DecisionAsked {
    When asked;
    record::Link<record::Worker> asked_by;
    record::Coded<decision_asked_about> about_what;
    record::Narrative words;  ///< What is asked for, and why.
    record::Narrative thought_of;  ///< What else was thought of, and why it is not that.
    record::Narrative child_says;  ///< Of each child.
    record::Link<record::Worker> of;
    std::optional<Date> by_day;
    record::Coded<decision_given> answer;
    When answered;
    record::Link<record::Worker> answered_by;  ///< Never who asked.
    std::string panel;  ///< The panel that it was brought to, where it was.
    record::Narrative answer_words;  ///< Why, and on what conditions.
    std::optional<Date> dropped_on;  ///< It is asked no more.
    std::string dropped_because;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::DecisionAsked>();
