#include "record/home/caseload.hpp"

#include "law/working_days.hpp"
#include "record/home/due.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace steadfast::record::pages {
namespace {

using State = law::StepStanding::State;

void take(Caseload& caseload, CaseloadRow& row, const DutyStanding& standing, Date today, Date soon) {
    const auto pressing = [&](bool is_overdue) {
        const ToDo todo = to_do(standing);
        return PressingDuty{row.child.id, row.child.name, std::string(standing.law->name), standing.step.words(today), standing.step.due, is_overdue, todo.link, todo.words};
    };
    // What somebody else promised by name counts for the child here, and waits on the list of whoever promised it.
    const bool is_somebodys = !standing.owed_by.is_none();
    if (standing.step.state == State::overdue) {
        ++row.overdue;
        if (!is_somebodys) caseload.overdue.push_back(pressing(true));
    } else if (standing.step.state == State::due && standing.step.due) {
        if (!row.next || *standing.step.due < *row.next) {
            row.next = standing.step.due;
            row.next_duty = standing.law->name;
        }
        if (*standing.step.due > soon) return;
        ++row.due_soon;
        if (!is_somebodys) caseload.due_soon.push_back(pressing(false));
    }
}

void put_first_due_first(std::vector<PressingDuty>& duties) {
    std::stable_sort(duties.begin(), duties.end(), [](const PressingDuty& a, const PressingDuty& b) { return a.due < b.due; });
}

}  // namespace

Caseload caseload_of(const Duties& duties, const SeenBook& book, const std::vector<Holding>& held, Date today) {
    const Date soon = law::add_working_days(today, soon_working_days);
    Caseload caseload;
    std::unordered_set<ledger::SubjectId> taken;
    for (const Holding& one : held) {
        if (!taken.insert(one.child).second) continue;
        auto child = book.child(one.child);
        if (!child) continue;
        CaseloadRow row{std::move(*child), one.as_what, std::string(allocated_as.says(one.as_what)), one.from, 0, 0, std::nullopt, "", std::nullopt, 0, {}};
        for (const DutyStanding& standing : duties_of(duties, book, row.child, today)) take(caseload, row, standing, today, soon);
        caseload.rows.push_back(std::move(row));
    }
    put_first_due_first(caseload.overdue);
    put_first_due_first(caseload.due_soon);
    return caseload;
}

void Caseload::sort(CaseloadOrder order, std::size_t which) {
    std::stable_sort(rows.begin(), rows.end(), [](const CaseloadRow& a, const CaseloadRow& b) {
        return std::tie(a.child.person.family_name, a.child.person.given_name, a.child.id) < std::tie(b.child.person.family_name, b.child.person.given_name, b.child.id);
    });
    // A day that is not known comes last.
    const auto day = [](const std::optional<Date>& date) { return std::tuple(!date.has_value(), date); };
    const auto on_day = [which](const CaseloadRow& row) { return which < row.days.size() ? row.days[which] : std::nullopt; };
    const auto stage = [](const CaseloadRow& row) { return row.stage ? row.stage->words : std::string_view(); };
    std::stable_sort(rows.begin(), rows.end(), [&](const CaseloadRow& a, const CaseloadRow& b) {
        switch (order) {
            case CaseloadOrder::by_name: return false;
            case CaseloadOrder::by_age: return day(b.child.person.born) < day(a.child.person.born);
            case CaseloadOrder::by_stage: return stage(a) < stage(b);
            case CaseloadOrder::by_workers: return a.workers > b.workers;
            case CaseloadOrder::by_day: return on_day(a) < on_day(b);   // Never comes first.
            case CaseloadOrder::by_since: return day(b.since) < day(a.since);
            case CaseloadOrder::by_next: return std::tuple(a.overdue == 0, day(a.next)) < std::tuple(b.overdue == 0, day(b.next));
        }
        return false;
    });
}

}  // namespace steadfast::record::pages
