#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// A request for help with a child, and the time in need that it opens: from the day it was received to the day it was closed.
struct Referral {
    std::optional<Date> received_on;
    record::Coded<law::referral_source> who_referred;
    record::Coded<law::primary_need> primary_need;
    std::optional<Date> decided_on;      ///< When a social worker decided what to do about it. No return asks for it, so an imported referral has none.
    std::optional<bool> no_further_action;
    std::optional<Date>
        conference_on;  ///< An initial child protection conference that no section 47 enquiry here led to, as after a move from another council.
    std::optional<Date> closed_on;
    record::Coded<law::closure_reason> why_closed;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Referral>();
