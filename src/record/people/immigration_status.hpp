#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

extern const law::CodeSet immigration_status_code;

/// On what footing somebody is in the country, for a time. Standard Safeguarding Dataset, table ssd_immigration_status.
struct ImmigrationStatus {
    Coded<immigration_status_code> status;
    std::string reference;             ///< The Home Office's.
    std::optional<Date> from;
    std::optional<Date> to;            ///< When leave runs out, or when the status changed.
    Narrative notes;
};

template <>
const ItemType& type_of<ImmigrationStatus>();

}  // namespace steadfast::record
