#pragma once

#include "record/pages/page_parts.hpp"

#include <string>
#include <vector>

namespace steadfast::practice {

/// A line that a chronology for court may hold.
struct CourtEvent {
    ledger::ItemId item;
    const record::ItemType* type = nullptr;
    std::optional<Date> day;
    std::string detail;         ///< What happened, and what it meant where somebody said so.
    std::string recorded_by;    ///< Who could be a witness of it.
};

/// What of a child's record may stand in a chronology for court, the earliest first: the events that somebody chose, notes marked as significant,
/// and the milestones of casework. Visits and notes of every week are no events of a life.
[[nodiscard]] std::vector<CourtEvent> court_events(const record::SeenBook& book, const record::SeenChild& child);

/// How long and by what the council was involved, in sentences. Empty where nothing is on record.
[[nodiscard]] std::string involvement_in_words(const record::SeenBook& book, const record::SeenChild& child, Date today);

/// The chronology that goes with an application for a care order: serial number, date, event and reference, below a short summary of the council's
/// involvement (Family Procedure Rules 2010, Practice Direction 12A, "Social Work Chronology").
void add_court_chronology_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
