#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::pages {

// Each adds its routes and its sections of other pages. The record must outlive the parts.

/// Emergency access: asking for it, its mark on the bar, and the manager's look at it.
void add_emergency_pages(Record& record, PageParts& parts);
/// Who has looked: at one child's record, and the access log for information governance.
void add_looked_pages(Record& record, PageParts& parts);
/// Managers and governance by their role; whoever works with the child, or manages somebody who does, by that.
[[nodiscard]] bool may_see_who_looked(const SeenBook& book, ledger::SubjectId child);
/// Who may see a record: restricting it, naming people, keeping somebody out, sealing it.
void add_guard_pages(Record& record, PageParts& parts);
/// Who may open an unrestricted record: the council's choice (decision 11), kept by information governance.
void add_policy_pages(Record& record, PageParts& parts);

}  // namespace steadfast::record::pages
