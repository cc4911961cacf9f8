#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

/// As what somebody challenges.
extern const law::CodeSet challenger;
/// How far up it has been taken.
extern const law::CodeSet challenge_stage;
extern const law::CodeSet challenge_answer;

/// That somebody does not accept what was decided about a child, or that nothing was done, and what came of it. It is answered by a
/// day by the one who was asked. Where the answer does not settle it, it is taken further as another challenge that follows this one.
/// (IRO Handbook 2010, 6.2; Working Together 2023 asks for the same of partners.)
struct Challenge {
    When asked;
    record::Link<record::Worker> asked_by;
    record::Coded<challenger> raised_as;
    record::Coded<challenge_stage> stage;
    record::Narrative words;  ///< What is challenged, and what it means for the child.
    record::Narrative wanted;  ///< What should happen instead.
    record::Narrative child_says;  ///< Of each child.
    record::Link<record::Worker> of;
    std::optional<Date> by_day;
    record::Link<Challenge> follows;
    std::optional<Date> first_raised_on;  ///< Of the first one that it follows from; its own day where it follows none.
    record::Coded<challenge_answer> answer;
    When answered;
    record::Link<record::Worker> answered_by;
    record::Narrative answer_words;
    std::optional<Date> settled_on;  ///< Whoever raised it says that the answer settles it.
    std::optional<Date> dropped_on;  ///< It was taken further or taken back: its answer is owed no more.
    std::string dropped_because;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Challenge>();
