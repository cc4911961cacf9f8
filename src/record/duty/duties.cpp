#include "record/duty/duties.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>
#include <tuple>

namespace steadfast::record {
namespace {

std::vector<Found> items_about(const Duties& duties, const SeenBook& book, const SeenChild& child) {
    std::vector<Found> items;
    book.each_about(child, duties.concerned(), [&items](const Found& found) {
        if (counts_for_duties(found)) items.push_back(found);
    });
    // An item about two people who were merged names the one twice.
    const auto number = [](const Found& found) { return found.head().item; };
    std::ranges::sort(items, {}, number);
    const auto repeated = std::ranges::unique(items, {}, number);
    items.erase(repeated.begin(), repeated.end());
    return items;
}

void put_most_pressing_first(std::vector<DutyStanding>& standings) {
    using State = law::StepStanding::State;
    std::ranges::stable_sort(standings, {}, [](const DutyStanding& standing) {
        const State state = standing.step.state;
        const int urgency = state == State::overdue ? 0 : state == State::start_unknown ? 1 : state == State::due ? 2 : 3;
        return std::tuple(urgency, standing.step.due, standing.duty->timescale->key, standing.over, standing.step.number);
    });
}

}  // namespace

Duties::Duties(std::span<const Slice* const> slices) {
    for (const Slice* slice : slices) {
        for (const Period& kept : slice->periods) {
            if (period(kept.name)) throw std::logic_error(fmt::format("two slices keep the period {}", kept.name.key));
            periods_.push_back(&kept);
        }
    }
    for (const Slice* slice : slices) {
        for (const Duty& duty : slice->duties) {
            if (find(duty.timescale->key)) throw std::logic_error(fmt::format("two duties are called {}", duty.timescale->key));
            const Period* const own = std::get_if<Period>(&duty.over);
            const Period* const over = own ? own : period(std::get<PeriodName>(duty.over));
            if (over) bound_.push_back({&duty, over});
        }
    }
    for (const Period* const kept : periods_) concerned_.insert(kept->began.type);
    bool is_anything_linked = false;
    const auto take = [&](const Meeting& meeting) {
        if (meeting.day.type) concerned_.insert(meeting.day.type);
        is_anything_linked |= meeting.whose == Meeting::Whose::linked_anyhow;
    };
    for (const BoundDuty& bound : bound_) {
        concerned_.insert(bound.period->began.type);
        std::ranges::for_each(bound.duty->met_by, take);
        for (const auto* const meetings : {&bound.duty->shown_by, &bound.duty->ended_by, &bound.duty->resumed_by}) std::ranges::for_each(*meetings, take);
    }
    if (!is_anything_linked) return;
    for (const Slice* const slice : slices)
        for (const ItemType* const type : slice->items)
            if (has_links(*type)) concerned_.insert(type);
}

const Period* Duties::period(const PeriodName& name) const {
    const auto found = std::ranges::find_if(periods_, [&name](const Period* kept) { return kept->name == name; });
    return found == periods_.end() ? nullptr : *found;
}

std::optional<BoundDuty> Duties::find(std::string_view timescale_key) const {
    const auto found =
        std::ranges::find_if(bound_, [=](const BoundDuty& bound) { return bound.duty->timescale->key == timescale_key; });
    return found == bound_.end() ? std::nullopt : std::optional(*found);
}

std::vector<DutyStanding> duties_of(const Duties& duties, const SeenBook& book, const SeenChild& child, Date today) {
    std::vector<DutyStanding> owed = duties_ever_of(duties, book, child, today);
    std::erase_if(owed, [today](const DutyStanding& standing) { return !standing.is_owed(today); });
    return owed;
}

std::vector<DutyStanding> duties_ever_of(const Duties& duties, const SeenBook& book, const SeenChild& child, Date today) {
    const std::vector<Found> items = items_about(duties, book, child);
    std::vector<DutyStanding> all;
    for (const BoundDuty& bound : duties.all())
        for (DutyStanding& standing : standings_of(book.book(), bound, child.id, items, today))
            all.push_back(std::move(standing));
    put_most_pressing_first(all);
    return all;
}

}  // namespace steadfast::record
