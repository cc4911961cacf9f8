#pragma once

#include "practice/visits/visit.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

/// A visit that somebody means to make. That it was made is told by the visit's own note, which nobody types twice.
struct PlannedVisit {
    When planned_for;
    record::Link<record::Worker> worker;    ///< Who goes: whoever planned it, or the colleague whom they named.
    record::Coded<visit_place> place;
    std::string where;                      ///< In words, where it is not the address on record.
    std::string purpose;
    std::string to_remember;                ///< With each child: "her school report", "ask about the dog".
    std::optional<Date> called_off_on;
    std::string why_called_off;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::PlannedVisit>();
