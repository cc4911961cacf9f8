#pragma once

#include "practice/contact/contact.hpp"

namespace steadfast::practice {

/// What the emergency duty team leaves for the day: what was done in the night, and what must be done by whom today. The day
/// team takes each over; until then it stands on their list.
struct NightHandover {
    When handed_over;
    record::Narrative done;
    record::Narrative to_do;
    std::string by_whom;
    std::string by_when;                       ///< In words: "before school", "by 10:00".
    record::Link<Contact> contact;
    When taken_over;
    record::Link<record::Worker> taken_over_by;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::NightHandover>();
