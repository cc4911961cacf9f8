#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

extern const law::CodeSet interpreter_booking_outcome;

/// An interpreter booked for a visit or a meeting with somebody.
struct InterpreterBooking {
    When needed_at;
    std::string language;              ///< Spoken or signed.
    std::string booked_with;           ///< The agency or person.
    std::optional<Date> booked_on;
    Coded<interpreter_booking_outcome> outcome;
};

template <>
const ItemType& type_of<InterpreterBooking>();

}  // namespace steadfast::record
