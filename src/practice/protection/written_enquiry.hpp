#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

extern const law::CodeSet enquiry_outcome;   ///< What the enquiry found of a child.

/// A section 47 enquiry as it is written: who was asked and what they know, each child seen and heard, what it means, and what follows. Led by a
/// social worker by name (Working Together to Safeguard Children 2023, chapter 3, section 47 enquiries). What it found counts once a manager
/// agreed: that is asked for as any other decision is.
struct WrittenEnquiry {
    std::optional<Date> written_on;
    record::Link<record::Worker> lead;  ///< The lead child protection practitioner.
    record::Narrative asked_of;
    record::Narrative parents_say;
    record::Narrative child_says;  ///< Of each child.
    std::optional<Date> seen_on;  ///< Of each child…
    std::optional<Date> seen_alone_on;  ///< …alone…
    std::string not_seen_because;  ///< …or why not.
    record::Narrative about_child;  ///< Of each child: how they are, what was done to them, what they need.
    record::Coded<enquiry_outcome> outcome;  ///< Of each child.
    std::optional<bool> is_medical_asked;
    std::optional<Date> medical_on;
    std::string medical_by;
    record::Narrative medical_found;
    record::Narrative analysis;
    record::Narrative safe_now;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::WrittenEnquiry>();
