#pragma once

#include "record/allocation/caseloads.hpp"
#include "record/duty/stage.hpp"
#include "record/pages/site.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record::pages {

/// One duty that presses, towards one child.
struct PressingDuty {
    ledger::SubjectId child;
    std::string name;         ///< The child's.
    std::string duty;         ///< "Looked-after review"
    std::string words;        ///< "3 working days late"
    std::optional<Date> due;
    bool is_overdue = false;
    web::Link does;           ///< Where one does it: the form of what meets it, or what it is about.
    std::string does_words;   ///< "Record it"
};

/// A child in somebody's caseload, and how things stand with them.
struct CaseloadRow {
    SeenChild child;
    std::string as_what_code; ///< Of allocated_as.
    std::string as_what;      ///< In words.
    std::optional<Date> since;
    std::size_t overdue = 0;
    std::size_t due_soon = 0; ///< In the next five working days.
    std::optional<Date> next; ///< The first that is due from today on.
    std::string next_duty;
    // What a caseload says where its children are shown one by one (home_pages.hpp fills it in):
    std::optional<Stage> stage;
    std::size_t workers = 0;  ///< Allocated ones so far, the one of today among them.
    std::vector<std::optional<Date>> days;   ///< By PageParts::caseload_days; empty where nobody asked for them.
};

enum class CaseloadOrder { by_next, by_name, by_age, by_stage, by_since, by_day, by_workers };

struct Caseload {
    std::vector<CaseloadRow> rows;
    std::vector<PressingDuty> overdue;    ///< The longest overdue first.
    std::vector<PressingDuty> due_soon;   ///< The first due first.

    /// @param day which of CaseloadRow::days, for CaseloadOrder::by_day.
    void sort(CaseloadOrder order, std::size_t day = 0);
};

inline constexpr int soon_working_days = 5;

/// The caseload of some allocations, as the viewer may see it: each child once, in one pass.
[[nodiscard]] Caseload caseload_of(const Duties& duties, const SeenBook& book, const std::vector<Holding>& held, Date today);

}  // namespace steadfast::record::pages
