#pragma once

#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

struct Referral;

/// An enquiry into whether a child suffers or is likely to suffer significant harm (Children Act 1989, section 47),
/// and the initial child protection conference that followed, where one did.
struct Section47Enquiry {
    record::Link<Referral> referral;
    std::optional<Date> began;              ///< The strategy discussion that decided on it.
    std::optional<Date> conference_due;
    std::optional<Date> conference_on;
    std::optional<bool> conference_not_required;
    std::optional<Date> findings_agreed_on;           ///< A manager agreed to what it found.
    record::Link<record::Worker> findings_agreed_by;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Section47Enquiry>();
