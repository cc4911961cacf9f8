#include "record/duty/period.hpp"

#include <algorithm>
#include <tuple>

namespace steadfast::record {
namespace {

std::vector<Found> that_make(const Period& period, std::span<const Found> items) {
    std::vector<Found> made_of;
    for (const Found& found : items) {
        if (!period.began.is_of(found)) continue;
        if (std::ranges::any_of(period.left_out, [&found](const Where& where) { return where.holds_for(found); })) continue;
        made_of.push_back(found);
    }
    return made_of;
}

std::optional<Date> day_of_end(const Period& period, const Found& found) {
    return period.ended ? day_in(found, *period.ended) : std::nullopt;
}

/// By the day they began, those without one first; of two that began on one day, the one that starts a period first.
void put_in_order(const Period& period, std::vector<Found>& links) {
    std::ranges::sort(links, {}, [&period](const Found& link) {
        return std::tuple(day_in(link, period.began), !period.starts->holds_for(link), link.row);
    });
}

std::vector<Stretch> chained(const Period& period, std::vector<Found> links) {
    put_in_order(period, links);
    std::vector<Stretch> stretches;
    bool is_open = false;
    for (const Found& link : links) {
        const auto began = day_in(link, period.began);
        const bool starts = period.starts->holds_for(link);
        // It can't start twice at once, so one that starts shows that the one before had ended by then.
        if (starts && is_open) stretches.back().ended = began;
        if (starts || !is_open) stretches.push_back({link, starts ? began : std::nullopt, std::nullopt});
        is_open = true;
        const auto ended = day_of_end(period, link);
        if (!ended || !period.goes_on->is_otherwise_for(link)) continue;
        stretches.back().ended = ended;
        is_open = false;
    }
    return stretches;
}

}  // namespace

std::vector<Stretch> stretches_of(const Period& period, std::span<const Found> items) {
    std::vector<Found> made_of = that_make(period, items);
    if (period.is_chain()) return chained(period, std::move(made_of));
    std::vector<Stretch> stretches;
    for (const Found& found : made_of) stretches.push_back({found, day_in(found, period.began), day_of_end(period, found)});
    return stretches;
}

}  // namespace steadfast::record
