#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// For what somebody would speak with the child or for them.
extern const law::CodeSet advocacy_for;
extern const law::CodeSet advocacy_answer;

/// That an advocate was offered to a child, what the child said, and who it became. (Children Act 1989, section 26A)
struct Advocacy {
    std::optional<Date> offered_on;
    record::Coded<advocacy_for> for_what;
    std::string offered_by;
    record::Coded<advocacy_answer> answer;   ///< Each child answers for themselves, so each has an item of their own.
    record::Narrative child_says;
    std::string advocate;
    std::optional<Date> met_on;
    std::optional<Date> ended_on;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Advocacy>();
