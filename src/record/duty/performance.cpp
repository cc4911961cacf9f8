#include "record/duty/performance.hpp"

#include "record/duty/local_timescale.hpp"

#include <algorithm>
#include <compare>
#include <iterator>
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

/// The last day on which a step can be due that is counted from a day, whichever version of the timescale counts. None: somebody names that day.
std::optional<Date> last_due(const law::Timescale& timescale, Date counted_from) {
    Date last = counted_from;
    const auto look_at = [&](const law::Timescale& version) {
        for (std::size_t number = 1; number <= version.steps.size(); ++number) {
            const law::Step& step = *version.steps.at(number);
            if (step.is_on_a_named_day) return false;
            // Hours that run over the clock change of March can end a day later.
            last = std::max(last, step.limit.from(counted_from).plus_days(step.limit.unit == law::TimeLimit::Unit::hours ? 1 : 0));
            if (step.later.after_years > 0) last = std::max(last, law::TimeLimit{step.later.count, step.limit.unit}.from(counted_from));
        }
        return true;
    };
    const bool is_known = look_at(timescale) && std::ranges::all_of(timescale.before, look_at);
    return is_known ? std::optional(last) : std::nullopt;
}

bool has_one_step(const law::Timescale& timescale) { return timescale.steps.size() == 1 && !timescale.steps.at(1)->repeats; }

/// The day after which nothing is counted any more of the clock that an item sets going. None: it may go on, or the item does not say.
std::optional<Date> last_counted_from(const BoundDuty& bound, const law::Timescale& timescale, const Found& found) {
    const Period& period = *bound.period;
    const auto began = day_in(found, period.began);
    if (!began || period.is_chain()) return std::nullopt;
    if (has_one_step(timescale) && std::ranges::all_of(timescale.before, has_one_step)) return began;
    const auto ended = period.ended ? day_in(found, *period.ended) : std::nullopt;
    return ended ? std::optional(std::max(*began, *ended)) : std::nullopt;
}

/// A child and the duty of the list that may have been owed to them.
struct Owed {
    ledger::SubjectId child;
    std::size_t nth = 0;

    friend auto operator<=>(const Owed&, const Owed&) = default;
};

/// Every child to whom the duty may have been owed from a day on: of all that meets it, most is about others, and in a record of
/// ten years most of what sets it going has long been over.
void find_children_under(const Book& book, const BoundDuty& bound, std::size_t nth, Date from, std::vector<Owed>& owed) {
    const law::Timescale& timescale = as_the_council_has_it(book, *bound.duty->timescale);
    book.each_of(*bound.period->began.type, [&](const Found& found) {
        if (!counts_for_duties(found)) return;
        if (const auto counted = last_counted_from(bound, timescale, found))
            if (const auto due = last_due(timescale, *counted); due && *due < from) return;
        for (const ledger::SubjectId subject : book.subjects(found)) owed.push_back({book.resolved(subject), nth});
    });
}

/// Child by child, and each duty once for each.
std::vector<Owed> owed_under(const Book& book, std::span<const BoundDuty> duties, Date from) {
    std::vector<Owed> owed;
    for (std::size_t nth = 0; nth < duties.size(); ++nth) find_children_under(book, duties[nth], nth, from, owed);
    std::ranges::sort(owed);
    const auto repeated = std::ranges::unique(owed);
    owed.erase(repeated.begin(), repeated.end());
    return owed;
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

std::vector<Performance> performances_of(const Book& book, std::span<const BoundDuty> duties, Date from, Date to, Date today) {
    std::vector<WantedTypes> wanted;
    WantedTypes wanted_by_any;
    for (const BoundDuty& bound : duties) wanted_by_any.merge(WantedTypes(wanted.emplace_back(types_that_matter(book, bound))));

    std::vector<std::vector<DutyStanding>> behind(duties.size());
    std::vector<Found> items;
    std::vector<Found> items_that_matter;
    ledger::SubjectId child;
    for (const Owed& owed : owed_under(book, duties, from)) {
        if (owed.child != child) find_items_of(book, child = owed.child, wanted_by_any, items);
        items_that_matter.clear();
        std::ranges::copy_if(items, std::back_inserter(items_that_matter), [&](const Found& found) { return wanted[owed.nth].contains(&found.type()); });
        for (DutyStanding& standing : standings_of(book, duties[owed.nth], child, items_that_matter, today))
            if (falls_within(standing, from, to, today)) behind[owed.nth].push_back(std::move(standing));
    }

    std::vector<Performance> performances;
    for (std::vector<DutyStanding>& one : behind) {
        std::ranges::sort(one, {}, [](const DutyStanding& standing) { return std::tuple(standing.step.due, standing.child, standing.over, standing.step.number); });
        performances.push_back(performance_from(std::move(one), from, to));
    }
    return performances;
}

Performance performance_of(const Book& book, const BoundDuty& bound, Date from, Date to, Date today) {
    return std::move(performances_of(book, {&bound, 1}, from, to, today).front());
}

Performance performance_from(std::vector<DutyStanding> behind, Date from, Date to) {
    Performance performance;
    for (const DutyStanding& standing : behind) performance.whole.count(standing.step.state);
    performance.months = months_of(behind, from, to);
    performance.behind = std::move(behind);
    return performance;
}

}  // namespace steadfast::record
