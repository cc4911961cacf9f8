#pragma once

#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

/// That a worker and their manager thought about a child together: how the child is, what is changing, what was decided. It is about
/// the child and stands in the child's file; what is about the worker does not belong here.
struct CaseSupervision {
    std::optional<Date> held_on;
    record::Link<record::Worker> supervisor;
    record::Narrative how_they_are;  ///< Of each child.
    record::Narrative what_changed;
    record::Narrative thinking;
    record::Narrative decided;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::CaseSupervision>();
