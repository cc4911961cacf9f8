#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record::meetings {

/// What people meet for; says which law or offer it stands on, and what its slice asks when it was held (meeting_rule.hpp).
extern const law::CodeSet meeting_kind;

/// People who come together about some children: planned, held or called off. One mechanism for all kinds. Who is invited stands in
/// Invitations; what was decided for the law's purposes stands in an item of the slice that keeps that part of the law, saved with it.
struct Meeting {
    Coded<meeting_kind> kind;
    When planned_for;
    std::string place;
    Link<Worker> chair;                  ///< Who leads it, where that is somebody who works here…
    std::string chaired_by;              ///< …and in words whoever it is.
    Link<Worker> called_by;              ///< Who recorded it first, and looks after the invitations.
    When needed_since;                   ///< From when it was clear that it has to be held, where a clock runs from there.
    Narrative what_for;                  ///< Everybody who is invited may read it.
    When held_at;                        ///< Not known until it was held.
    Narrative what_was_said;
    Narrative what_was_decided;
    Narrative who_disagreed;
    std::optional<Date> called_off_on;
    std::string called_off_because;

    // About each child.
    Narrative child_words;
    Narrative about_this_child;

    [[nodiscard]] bool was_held() const { return held_at.is_known(); }
    [[nodiscard]] bool is_to_come() const { return !was_held() && !called_off_on; }
};

}  // namespace steadfast::record::meetings

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::meetings::Meeting>();
