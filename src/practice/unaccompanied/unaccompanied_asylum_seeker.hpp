#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// That a looked-after child came to the country alone and sought asylum, and until when that counts.
struct UnaccompaniedAsylumSeeker {
    std::optional<bool> came_alone;
    record::Coded<law::sex> sex;        ///< As this table of the return gave it; the person's own record is elsewhere.
    std::optional<Date> until;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::UnaccompaniedAsylumSeeker>();
