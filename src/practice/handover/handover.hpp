#pragma once

#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

/// What a worker who leaves tells the next one about a child and no form asks for. Everything else of a handover stands on the record
/// already and is put beside it, so that nobody writes it twice.
struct Handover {
    std::optional<Date> written_on;
    record::Link<record::Worker> from;
    record::Narrative about_them;  ///< Of each child: who this child is.
    record::Narrative what_works;
    record::Narrative promised;  ///< What no plan holds.
    record::Narrative first_weeks;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Handover>();
