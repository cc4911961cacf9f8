#include "record/duty/performance.hpp"

#include <algorithm>
#include <tuple>

namespace steadfast::record {
namespace {

using State = law::StepStanding::State;

bool concerns(const BoundDuty& bound, const ItemType& type) {
    const auto is_met_by = [&type](const Meeting& meeting) {
        return meeting.whose == Meeting::Whose::linked_anyhow ? has_links(type) : meeting.day.type == &type;
    };
    const Duty& duty = *bound.duty;
    return bound.period->began.type == &type || std::ranges::any_of(duty.met_by, is_met_by) || std::ranges::any_of(duty.shown_by, is_met_by) ||
           std::ranges::any_of(duty.ended_by, is_met_by) || std::ranges::any_of(duty.resumed_by, is_met_by);
}

WantedTypes types_that_matter(const Book& book, const BoundDuty& bound) {
    WantedTypes wanted;
    for (const auto& table : book.tables())
        if (concerns(bound, table->type())) wanted.insert(&table->type());
    return wanted;
}

/// Every child to whom the duty may have been owed, in the order of their ids: of all that meets it, most is about others.
std::vector<ledger::SubjectId> children_under(const Book& book, const BoundDuty& bound) {
    std::vector<ledger::SubjectId> children;
    book.each_of(*bound.period->began.type, [&](const Found& found) {
        if (!counts_for_duties(found)) return;
        for (const ledger::SubjectId subject : book.subjects(found)) children.push_back(book.resolved(subject));
    });
    std::ranges::sort(children);
    const auto repeated = std::ranges::unique(children);
    children.erase(repeated.begin(), repeated.end());
    return children;
}

/// What can matter to the duty for one child, nothing twice: two records that were merged may both be named in one item.
void find_items_of(const Book& book, ledger::SubjectId child, const WantedTypes& wanted, std::vector<Found>& items) {
    const auto place = [](const Found& one) { return one.head().item; };
    items.clear();
    book.each_about(child, wanted, [&items](const Found& found) {
        if (counts_for_duties(found)) items.push_back(found);
    });
    std::ranges::sort(items, {}, place);
    const auto repeated = std::ranges::unique(items, {}, place);
    items.erase(repeated.begin(), repeated.end());
}

bool falls_within(const DutyStanding& standing, Date from, Date to, Date today) {
    const State state = standing.step.state;
    if (state == State::due || state == State::ended) return false;
    if (state == State::start_unknown) return !standing.ended || *standing.ended >= from;
    return *standing.step.due >= from && *standing.step.due <= to && *standing.step.due < today;
}

Date first_of_month(Date day) { return day.plus_days(1 - static_cast<int>(day.day())); }

std::vector<MonthOfDuty> months_of(const std::vector<DutyStanding>& behind, Date from, Date to) {
    std::vector<MonthOfDuty> months;
    for (Date month = first_of_month(from); month <= to; month = month.plus_months(1)) months.push_back({month, {}});
    for (const DutyStanding& standing : behind) {
        if (!standing.step.due) continue;
        const auto month = std::ranges::find(months, first_of_month(*standing.step.due), &MonthOfDuty::month);
        month->tally.count(standing.step.state);
    }
    return months;
}

}  // namespace

void Tally::count(law::StepStanding::State state) {
    switch (state) {
        case State::met_in_time: ++in_time; break;
        case State::met_late: ++late; break;
        case State::overdue: ++overdue; break;
        case State::missed: ++never_done; break;
        case State::start_unknown:
        case State::met_unknown: ++not_known; break;
        case State::due:
        case State::ended: break;
    }
}

std::optional<double> Tally::share_at_least() const {
    return all() == 0 ? std::nullopt : std::optional(static_cast<double>(in_time) / static_cast<double>(all()));
}

std::optional<double> Tally::share_at_most() const {
    return all() == 0 ? std::nullopt : std::optional(static_cast<double>(in_time + not_known) / static_cast<double>(all()));
}

Performance performance_of(const Book& book, const BoundDuty& bound, Date from, Date to, Date today) {
    std::vector<DutyStanding> behind;
    const WantedTypes wanted = types_that_matter(book, bound);
    std::vector<Found> items;
    for (const ledger::SubjectId child : children_under(book, bound)) {
        find_items_of(book, child, wanted, items);
        for (DutyStanding& standing : standings_of(book, bound, child, items, today)) {
            if (falls_within(standing, from, to, today)) behind.push_back(std::move(standing));
        }
    }
    std::ranges::sort(behind, {}, [](const DutyStanding& standing) {
        return std::tuple(standing.step.due, standing.child, standing.over, standing.step.number);
    });
    return performance_from(std::move(behind), from, to);
}

Performance performance_from(std::vector<DutyStanding> behind, Date from, Date to) {
    Performance performance;
    for (const DutyStanding& standing : behind) performance.whole.count(standing.step.state);
    performance.months = months_of(behind, from, to);
    performance.behind = std::move(behind);
    return performance;
}

}  // namespace steadfast::record
