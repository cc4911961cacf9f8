#pragma once

#include "record/allocation/caseloads.hpp"
#include "record/duty/duties.hpp"
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
};

/// A child in somebody's caseload, and how things stand with them.
struct CaseloadRow {
    SeenChild child;
    std::string as_what;      ///< In words.
    std::optional<Date> since;
    std::size_t overdue = 0;
    std::size_t due_soon = 0; ///< In the next five working days.
    std::optional<Date> next; ///< The first that is due from today on.
    std::string next_duty;
};

enum class CaseloadOrder { by_next, by_name, by_age, by_since };

struct Caseload {
    std::vector<CaseloadRow> rows;
    std::vector<PressingDuty> overdue;    ///< The longest overdue first.
    std::vector<PressingDuty> due_soon;   ///< The first due first.

    void sort(CaseloadOrder order);
};

inline constexpr int soon_working_days = 5;

/// The caseload of some allocations, as the viewer may see it: each child once, in one pass.
[[nodiscard]] Caseload caseload_of(const Duties& duties, const SeenBook& book, const std::vector<Holding>& held, Date today);

}  // namespace steadfast::record::pages
