#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record {

extern const law::CodeSet alert_kind;

/// What everybody who opens somebody's record must know before they do anything: in words, with a worker who answers for it
/// and a day on which it is looked at again.
struct Alert {
    Coded<alert_kind> kind;
    std::string says;                  ///< In words, on top of every page about the person.
    Narrative because;
    Link<Worker> owner;                ///< Who first recorded it, or was given it.
    std::optional<Date> from;
    std::optional<Date> review_on;
    std::optional<Date> ended;

    [[nodiscard]] bool is_true_on(Date day) const { return (!from || *from <= day) && (!ended || day < *ended); }
};

template <>
const ItemType& type_of<Alert>();

}  // namespace steadfast::record
