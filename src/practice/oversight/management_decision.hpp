#pragma once

#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

/// What a manager decided about a child without being asked, and why: whoever reads the file in twenty years finds who decided and on
/// what grounds.
struct ManagementDecision {
    When decided;
    record::Link<record::Worker> decided_by;
    record::Narrative decision;
    record::Narrative why;
    record::Narrative must_happen;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ManagementDecision>();
