#pragma once

#include "record/home/caseload.hpp"
#include "record/pages/page_parts.hpp"

namespace steadfast::record::pages {

/// The first page of whoever works with children, and the lists of everything that is recorded.
void add_home_pages(PageParts& parts);
/// The team board of whoever manages one: who holds how much, who waits for a worker, and giving them one.
void add_board_pages(Record& record, PageParts& parts);

/// The children of a caseload, each with what is next.
/// @param here the same page, for sorting by a column.
[[nodiscard]] web::Html caseload_table(const Caseload& caseload, CaseloadOrder order, const web::Link& here, const std::string& caption, const std::string& when_empty,
                                       Date today);
/// What presses, grouped: overdue, then due in the next five working days. Nothing where nothing does.
[[nodiscard]] web::Html pressing(const Caseload& caseload);
[[nodiscard]] CaseloadOrder asked_order(const web::Request& request);

}  // namespace steadfast::record::pages
