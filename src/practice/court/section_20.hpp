#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// That a child is accommodated by agreement, and how the agreement was come by: who agreed, that they could, and that they know they may
/// end it at any time. Silence is no agreement.
/// (Children Act 1989, section 20(7) and (8); Williams v Hackney [2018] UKSC 37)
struct Section20Agreement {
    std::optional<Date> agreed_on;
    std::string who_agreed;
    std::optional<bool> could_decide;  ///< Whether they were able to understand and decide was thought about, and they were.
    std::optional<bool> know_they_may_end_it;
    std::optional<bool> is_signed;
    record::Narrative how;
    record::Narrative child_says;  ///< Of each child.
    std::optional<Date> look_again_by;
    std::optional<Date> looked_again_on;
    std::optional<Date> ended_on;
    std::string why_ended;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Section20Agreement>();
