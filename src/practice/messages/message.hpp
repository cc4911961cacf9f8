#pragma once

#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

/// What one worker tells another about a child. It stands in the child's record like everything else that is written about them.
struct Message {
    When sent;
    record::Link<record::Worker> to;
    record::Link<record::Worker> from;
    record::Narrative words;
    When dealt_with;      ///< When whoever it was for said so.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Message>();
