#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::record {

/// Somebody disagrees with what stands on the record. It is shown beside what it is about and never takes its place: the right to have
/// inaccurate data put right, and where it is an opinion, to have it said that it is disputed (UK GDPR article 16).
struct Dispute {
    std::optional<Date> said_on;
    std::string by_whom;          ///< "The child", "The father": as they would be named in the record.
    Narrative words;              ///< What they say, as far as possible in their own words.
    Narrative answer;             ///< What the council answered; empty until it has.
    Link<Dispute> disputed;       ///< The item of any type that it is about.
};

template <>
const ItemType& type_of<Dispute>();

}  // namespace steadfast::record
