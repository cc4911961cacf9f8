#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// That a constable took a child into police protection (Children Act 1989, section 46), for 72 hours at most (section 46(6)).
struct PoliceProtection {
    When began;
    When ended;
    std::string designated_officer;     ///< Who enquires into the case under section 46(3)(e).
    std::string where_accommodated;
    When told_the_child;                ///< What is done and why: section 46(3)(c).
    When told_the_parents;              ///< Section 46(4).
    record::Narrative what_happened;
};

/// An order that a court made for a child in an emergency (Children Act 1989, section 44): for eight days at most, and extended once by
/// seven at most (section 45).
struct EmergencyProtectionOrder {
    When made;
    std::optional<Date> runs_until;     ///< As the court said, or as it was extended.
    std::optional<bool> was_extended;
    std::optional<Date> ended;          ///< It ran out, was discharged, or another order took its place.
    std::string court;
    record::Narrative directions;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::PoliceProtection>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::EmergencyProtectionOrder>();
