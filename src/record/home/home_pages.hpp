#pragma once

#include "record/home/caseload.hpp"
#include "record/pages/page_parts.hpp"

namespace steadfast::record::pages {

/// The first page of whoever works with children, and the lists of everything that is recorded.
void add_home_pages(PageParts& parts);
/// What waits for whoever decides, authorises and allocates, in one place on their first page.
void add_waiting_panel(PageParts& parts);
/// The team board of whoever manages one: who holds how much, who waits for a worker, and giving them one.
void add_board_pages(Record& record, PageParts& parts);
/// What is due from all duties, for one's own children or a team's.
void add_due_pages(PageParts& parts);
/// Children with open work whom nobody holds, and passing them to a team.
void add_unheld_pages(Record& record, PageParts& parts);

/// What a page of a caseload is asked to show: /?order=name.
struct CaseloadAsked {
    CaseloadOrder order = CaseloadOrder::by_next;
    std::size_t day = 0;      ///< Which of PageParts::caseload_days, where that is the order.
};
[[nodiscard]] CaseloadAsked asked_order(const Visit& visit);

/// Fills in what is said of each child where they are shown one by one, and puts them into the order that is asked for.
void complete(Caseload& caseload, const Visit& visit, const CaseloadAsked& asked, Date today);

/// The children of a caseload, each with what is next.
/// @param here the same page, for sorting by a column.
[[nodiscard]] web::Html caseload_table(const Caseload& caseload, const Visit& visit, const CaseloadAsked& asked, const web::Link& here, const std::string& caption,
                                       const std::string& when_empty, Date today);
/// What presses, grouped: overdue, then due in the next five working days. Nothing where nothing does.
[[nodiscard]] web::Html pressing(const Caseload& caseload);

}  // namespace steadfast::record::pages
