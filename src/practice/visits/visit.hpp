#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// Where a child was visited.
extern const law::CodeSet visit_place;
/// As what a visit counts: which of the law's times it answers.
extern const law::CodeSet visit_kind;
/// Whether a child was seen, and alone: whoever visits must say it of each child. Alone means without a parent or carer in the room.
extern const law::CodeSet seen_at_visit;

/// A visit to one child or to several at once. What belongs to one of them alone stands in the part about that one.
struct Visit {
    When happened;
    record::Coded<visit_place> place;
    record::Coded<visit_kind> kind;
    std::optional<bool> is_unannounced;
    std::string who_else;                   ///< Who else was there, in words.
    record::Narrative words;
    record::Narrative going_well;
    record::Narrative worries;
    record::Narrative next;
    record::Coded<seen_at_visit> seen;      ///< Of each child.
    std::string why_not_seen;
    record::Narrative child_words;          ///< What the child said, in the child's own words.
    record::Narrative only_about;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Visit>();
