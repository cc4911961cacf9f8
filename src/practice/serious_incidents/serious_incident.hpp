#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet harm_done;             ///< What became of the child.
extern const law::CodeSet incident_notified_as;  ///< To whom the law wants it told, and why.
extern const law::CodeSet rapid_review_decided;  ///< What the safeguarding partners think should follow.

/// That a child died or was seriously harmed, and what the council and its partners owe from the day on which it came to know of it
/// (Children Act 2004, section 16C; Working Together to Safeguard Children 2023, chapter 5).
struct SeriousIncident {
    When happened;
    std::optional<Date> known_on;                 ///< When this council came to know of it: its clocks run from there.
    record::Coded<harm_done> harm;
    record::Narrative what_happened;
    record::Narrative safe_now;                   ///< What was done for this child and for others in the household.
    record::Coded<incident_notified_as> notified_as;
    std::string why_not_notified;
    std::optional<Date> notified_on;
    std::string notified_by;
    std::optional<Date> rapid_review_on;          ///< The review was sent to the Panel.
    record::Coded<rapid_review_decided> decided;
    record::Narrative learned;                    ///< What changes here because of it.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::SeriousIncident>();
