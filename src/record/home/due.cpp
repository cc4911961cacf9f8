#include "record/home/due.hpp"

#include "law/working_days.hpp"
#include "record/home/caseload.hpp"
#include "record/meetings/meeting.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace steadfast::record::pages {
namespace {

using State = law::StepStanding::State;

HowSoon how_soon(const DutyStanding& standing, Date soon) {
    if (!standing.step.due || standing.step.state == State::start_unknown) return HowSoon::not_known;
    if (standing.step.state == State::overdue) return HowSoon::overdue;
    return *standing.step.due <= soon ? HowSoon::this_week : HowSoon::later;
}

/// Who answers for the child's case today.
ledger::WorkerId allocated_worker(const Caseloads& caseloads, ledger::SubjectId child) {
    for (const Holding& one : caseloads.of_child(child))
        if (is_main_worker(one.as_what)) return one.worker;
    return {};
}

}  // namespace

ToDo to_do(const DutyStanding& standing) {
    for (const Meeting& meeting : standing.duty->met_by) {
        if (meeting.day.type == &type_of<meetings::Meeting>() && meeting.whose == Meeting::Whose::childs && !meeting.only.empty())
            return {(web::to("/children") / standing.child / "meeting").with("kind", std::string(meeting.only.front().codes.front())), "Plan it"};
        // What belongs to another item is recorded where that item stands.
        const bool is_on_a_form = meeting.whose == Meeting::Whose::childs && meeting.day.type && meeting.day.type != standing.over_type && meeting.day.type->written() == Written::on_forms;
        if (is_on_a_form) return {web::to("/children") / standing.child / "add" / meeting.day.type->key(), "Record it"};
    }
    return {web::to("/items") / standing.over, "Open it"};
}

std::vector<DueRow> due_of(const Duties& duties, const SeenBook& book, const std::vector<Holding>& held, Date today) {
    const Date soon = law::add_working_days(today, soon_working_days);
    const auto caseloads = Caseloads::of(book.book(), today);
    std::vector<DueRow> rows;
    std::unordered_set<ledger::SubjectId> taken;
    for (const Holding& one : held) {
        if (!taken.insert(one.child).second) continue;
        const auto child = book.child(one.child);
        if (!child) continue;
        const ledger::WorkerId allocated = allocated_worker(*caseloads, child->id);
        for (const DutyStanding& standing : duties_of(duties, book, *child, today)) {
            const ToDo todo = to_do(standing);
            rows.push_back({child->id, child->name, standing.duty->timescale->key, standing.law->name, standing.step.words(today), standing.step.due, how_soon(standing, soon),
                            standing.owed_by.is_none() ? allocated : ledger::WorkerId(standing.owed_by.bytes()), todo.link, todo.words});
        }
    }
    std::ranges::stable_sort(rows, {}, [](const DueRow& row) { return std::tuple(row.how_soon == HowSoon::not_known, row.due, row.name); });
    return rows;
}

}  // namespace steadfast::record::pages
