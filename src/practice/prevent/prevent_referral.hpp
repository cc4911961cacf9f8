#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet channel_outcome;   ///< What came of a Prevent referral.

/// A worry that a child is drawn into terrorism, told to the police and, where they send it on, talked about at a Channel panel, which the council
/// leads (Counter-Terrorism and Security Act 2015, sections 26 and 36 to 38).
struct PreventReferral {
    std::optional<Date> referred_on;
    std::string referred_by;
    record::Narrative worry;
    record::Narrative child_says;  ///< Of each child.
    record::Narrative pulls;  ///< What draws them, and what holds them.
    std::optional<Date> sent_on_by_police;
    std::optional<Date> panel_on;  ///< First Channel panel.
    std::optional<bool> agreed;  ///< The family, or the young person, agreed to help: nobody is made to (section 36(4)(b)).
    record::Coded<channel_outcome> outcome;
    record::Narrative support;
    std::optional<Date> ended_on;
    std::optional<Date> looked_again_on;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::PreventReferral>();
