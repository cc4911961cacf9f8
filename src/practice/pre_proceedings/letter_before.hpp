#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// The letter by which parents learn that the council thinks of going to court, what worries it, what it has done to help, what must change by
/// when, and that a lawyer of their own costs them nothing. It is written once for the family and printed for each parent.
/// (Family Procedure Rules 2010, Practice Direction 12A, "Letter Before Proceedings"; Court orders and pre-proceedings (2014), chapter 2)
struct LetterBefore {
    std::optional<Date> written_on;
    record::Narrative worries;
    record::Narrative helped;
    record::Narrative must_change;
    record::Narrative child_says;  ///< Of each child.
    When meeting_at;
    std::string meeting_place;
    std::optional<bool> family_meeting_offered;  ///< A meeting for the family to make its own plan.
    std::string family_meeting;
    std::string lawyers;  ///< Where a list of lawyers comes with it.
    std::string ring;
    std::optional<Date> sent_on;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::LetterBefore>();
