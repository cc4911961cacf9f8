#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet death_expected;        ///< Whether the death was expected 24 hours before.
extern const law::CodeSet joint_agency_because;  ///< Why police, health and the council respond together.
extern const law::CodeSet death_contributing;    ///< Whether something that could be changed had a part in it.

/// That a child died, and the review that every child's death is owed (Children Act 2004, sections 16M to 16Q; Child Death Review: statutory and
/// operational guidance, 2018; Working Together to Safeguard Children 2023, chapter 6). Where abuse or neglect is known or suspected it is a
/// serious incident besides.
struct ChildDeath {
    When died;
    std::optional<Date> known_on;  ///< When this council came to know of it.
    std::string where;
    record::Coded<death_expected> expected;
    record::Narrative circumstances;  ///< As far as they are known; what the cause was is the coroner's or a doctor's to say.
    std::optional<bool> is_joint_response_needed;
    record::CodedList<joint_agency_because> joint_because;
    When joint_met;  ///< The first talk of police, health and council.
    std::optional<Date> notified_on;  ///< To the child death overview panel.
    std::string key_worker;  ///< The family's one person to turn to.
    record::Narrative family_told;  ///< What the family was told, offered and asked.
    record::Narrative brothers_and_sisters;  ///< What was done so that other children are safe, and comforted.
    std::optional<Date> review_meeting_on;  ///< The child death review meeting of those who knew the child.
    std::optional<Date> sent_to_panel_on;  ///< What it found was sent to the overview panel.
    std::optional<Date> panel_on;  ///< The overview panel looked at it.
    record::Coded<death_contributing> contributing;
    record::Narrative learned;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ChildDeath>();
