#include "demo/case.hpp"
#include "law/working_days.hpp"
#include "record/access/guards.hpp"
#include "record/allocation/allocation.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::demo {
namespace {

constexpr int days_waited_at_most = 9;
constexpr std::uint64_t one_restricted_family_in = 90;
constexpr double left_open = 3;   // Of the cases of somebody who leaves an untidy council: nobody ended it, and nobody took over.

/// One worker's time with a child: the record of it, and of its end where that has come.
void tell_one(const Case& what, const Child& child, record::Allocation allocation, Date until, std::string_view why_it_ended) {
    Written written;
    what.story.save(written, allocation, {child.subject}, what.manager(), what.story.typed_up(*allocation.from, Typed::at_once));
    if (!what.story.has_happened(until)) return;
    allocation.to = until;
    allocation.why_ended = why_it_ended;
    what.story.save(written, allocation, {child.subject}, what.manager(), what.story.typed_up(until, Typed::at_once));
}

void tell_workers(const Case& what, const Child& child, Date from, Date until) {
    const Date first = from;
    while (from < until && what.story.has_happened(from)) {
        const Colleague& colleague = what.staff().social_worker_of(what.family.number, from);
        Date to = from.plus_days(7);
        while (to < until && what.story.has_happened(to) && what.staff().social_worker_of(what.family.number, to).id == colleague.id) to = to.plus_days(7);
        to = std::min(to, until);
        record::Allocation allocation;
        allocation.worker.item = ledger::ItemId(colleague.id.bytes());
        if (const DemoTeam* const team = what.place.team_with(colleague.id)) allocation.team.item = team->id;
        allocation.as_what.code = "allocated_worker";
        allocation.from = from;
        allocation.why_began = from == first ? "The referral was accepted" : "Took over from a colleague";
        const bool is_left_behind = what.is_untidy() && colleague.left && to < until && what.dice().happens_in(left_open);
        if (is_left_behind) to = until = what.story.today();
        tell_one(what, child, std::move(allocation), to, to == until ? "The case was closed" : "A colleague took over");
        from = to;
    }
}

void tell_waiting(const Case& what, const Child& child, Date from) {
    record::Allocation allocation;
    Written written;
    allocation.team.item = team_that_assesses(what.place.teams(), what.family.number).id;
    allocation.as_what.code = "allocated_worker";
    allocation.from = from;
    allocation.why_began = "The referral was accepted";
    what.story.save(written, allocation, {child.subject}, what.manager(), what.story.typed_up(from, Typed::at_once));
}

void tell_restriction(const Case& what, const Child& child, Date from) {
    record::Restriction restriction;
    Written written;
    restriction.from = from;
    restriction.ring = fmt::format("{}, team manager, 01632 960{:03}", what.staff().manager_of(what.family.number).name, what.family.number % 1000);
    restriction.why.text = "A parent works at the council.";
    what.story.save(written, restriction, {child.subject}, what.manager(), what.story.typed_up(from, Typed::at_once));
}

}  // namespace

void tell_allocations(const Case& what, const std::vector<OpenReferral>& referrals, Date decided) {
    for (const OpenReferral& opened : referrals) {
        const Date until = opened.referral.closed_on.value_or(what.story.today().plus_days(1));
        if (what.story.today() - decided <= days_waited_at_most && until > what.story.today()) tell_waiting(what, *opened.child, decided);
        else tell_workers(what, *opened.child, decided, until);
        if (what.family.number % one_restricted_family_in == 1) tell_restriction(what, *opened.child, decided);
    }
    tell_oversight(what, referrals, decided);
    tell_neglect(what, referrals, decided);
}

}  // namespace steadfast::demo
