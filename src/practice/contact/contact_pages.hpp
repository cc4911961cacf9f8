#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// The front door: what waits, a new contact, one contact with its decision, what was decided; and a child's contacts on the child's page.
void add_contact_pages(record::Record& record, record::pages::PageParts& parts);
/// What of it stands on a child's page and on the first page.
void add_contact_panels(record::pages::PageParts& parts);
/// What other agencies are asked about a contact, and what they answer.
void add_check_pages(record::Record& record, record::pages::PageParts& parts);
/// What waits at the front door, in what order and narrowed down to what, and the same for a spreadsheet.
void add_waiting_pages(record::Record& record, record::pages::PageParts& parts);
/// The night: its contacts, children with alerts, and the handover to the day.
void add_night_pages(record::Record& record, record::pages::PageParts& parts);
/// How the front door works.
void add_settings_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
