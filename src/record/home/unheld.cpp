#include "record/home/unheld.hpp"

#include "record/allocation/caseloads.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace steadfast::record::pages {
namespace {

/// Whoever stands in an item of some period that has not ended and is nobody's. Most children's have: so their own records are not
/// opened to find that out.
std::unordered_set<ledger::SubjectId> candidates(const Duties& duties, const Book& book, const Caseloads& caseloads) {
    std::unordered_set<ledger::SubjectId> unheld;
    for (const PeriodName& name : {care_period, protection_plan, in_need_plan, episode_of_need}) {
        const Period* const period = duties.period(name);
        if (!period) continue;
        book.each_of(*period->began.type, [&](const Found& found) {
            if (period->ended && day_in(found, *period->ended)) return;
            for (const ledger::SubjectId subject : book.subjects(found)) {
                const ledger::SubjectId child = book.resolved(subject);
                if (!unheld.contains(child) && caseloads.of_child(child).empty()) unheld.insert(child);
            }
        });
    }
    return unheld;
}

}  // namespace

std::vector<Unheld> held_by_nobody(const Duties& duties, const SeenBook& book, Date today) {
    std::vector<Unheld> unheld;
    for (const ledger::SubjectId id : candidates(duties, book.book(), *Caseloads::of(book.book(), today))) {
        auto child = book.child(id);
        if (!child || child->person.died) continue;
        if (const auto stage = stage_of(duties, book, *child)) unheld.push_back({std::move(*child), *stage});
    }
    std::sort(unheld.begin(), unheld.end(), [](const Unheld& a, const Unheld& b) { return std::tie(a.stage.since, a.child.id) < std::tie(b.stage.since, b.child.id); });
    return unheld;
}

}  // namespace steadfast::record::pages
