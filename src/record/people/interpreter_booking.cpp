#include "record/people/interpreter_booking.hpp"

namespace steadfast::record {
namespace {

constexpr law::Code outcomes[] = {
    {.code = "booked", .says = "Booked"},
    {.code = "came", .says = "Came"},
    {.code = "did_not_come", .says = "Did not come"},
    {.code = "cancelled", .says = "Cancelled"},
};

}  // namespace

constinit const law::CodeSet interpreter_booking_outcome{"interpreter_booking_outcome", "What came of it", "Steadfast", outcomes};

template <>
const ItemType& type_of<InterpreterBooking>() {
    static const ItemType type({.key = "interpreter_booking", .name = "Interpreter booked", .plural = "Interpreters booked", .happened = "needed_at", .ended = "",
                                .summary = {"language", "outcome"}},
                               {
                                   field<&InterpreterBooking::needed_at>("needed_at", "When one is needed").required(),
                                   field<&InterpreterBooking::language>("language", "Language or signing").required(),
                                   field<&InterpreterBooking::booked_with>("booked_with", "Booked with"),
                                   field<&InterpreterBooking::booked_on>("booked_on", "Booked on"),
                                   field<&InterpreterBooking::outcome>("outcome", "What came of it"),
                               });
    return type;
}

}  // namespace steadfast::record
