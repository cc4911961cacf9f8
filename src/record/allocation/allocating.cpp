#include "record/allocation/allocating.hpp"

#include "record/pages/item_page.hpp"
#include "record/teams/team_tree.hpp"

namespace steadfast::record::pages {
namespace {

bool is_open_on(const Allocation& allocation, Date day) { return !allocation.to || day < *allocation.to; }

/// What the new allocation takes the place of.
bool gives_way(const Allocation& before, const Allocating& what) {
    if (!is_open_on(before, what.from)) return false;
    return before.worker.item.is_none() || (is_main_worker(what.as_what) && is_main_worker(before.as_what.code));
}

bool is_so_already(const Allocation& before, const Allocating& what) {
    return is_open_on(before, what.from) && ledger::WorkerId(before.worker.item.bytes()) == what.worker && before.as_what.code == what.as_what;
}

}  // namespace

Result<std::vector<ledger::Change>> changes_of(Record& record, const Visit& visit, const FormKey& key, const Allocating& what) {
    const Book& book = visit.book.book();
    const ledger::WorkerId by = visit.book.viewer().worker;
    Allocation allocation;
    allocation.worker.item = ledger::ItemId(what.worker.bytes());
    allocation.team.item = what.team;
    if (what.team.is_none()) {
        const auto teams = TeamTree(book, what.from).teams_of(what.worker);
        if (!teams.empty()) allocation.team.item = teams.front();
    }
    allocation.as_what.code = what.as_what;
    allocation.from = what.from;
    allocation.why_began = what.why;

    std::vector<ledger::Change> changes;
    for (const ledger::SubjectId child : what.children) {
        bool is_so = false;
        std::vector<ledger::Change> endings;
        for (const PastAllocation& before : allocations_of(book, child)) {
            is_so = is_so || is_so_already(before.allocation, what);
            if (!gives_way(before.allocation, what)) continue;
            if (before.allocation.from && what.from < *before.allocation.from)
                return refuse(Refusal::Kind::invalid, "Somebody began to work with the child after that day.",
                              "Choose a later day, or end what they began first.");
            const std::string why = before.allocation.why_ended.empty() ? worker_name(book, what.worker) + " took over" : before.allocation.why_ended;
            auto ending = with_values(record, book, *book.find(before.id), {{"to", what.from}, {"why_ended", why}}, by);
            if (!ending) return refuse(ending.error());
            endings.push_back(std::move(*ending));
        }
        if (is_so) continue;
        for (ledger::Change& ending : endings) changes.push_back(std::move(ending));
        const std::size_t nth = changes.size();
        changes.push_back(change_of(allocation, key.nth_item(nth), 0, {child}, by));
    }
    return changes;
}

}  // namespace steadfast::record::pages
