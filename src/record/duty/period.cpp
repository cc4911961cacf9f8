#include "record/duty/period.hpp"

#include <algorithm>
#include <tuple>

namespace steadfast::record {
namespace {

std::vector<Found> that_make(const Period& period, std::span<const Found> items) {
    std::vector<Found> made_of;
    for (const Found& found : items) {
        if (!period.began.is_of(found)) continue;
        const auto holds = [&found](const Where& where) { return where.holds_for(found); };
        if (std::ranges::any_of(period.left_out, holds) || !std::ranges::all_of(period.only, holds)) continue;
        made_of.push_back(found);
    }
    return made_of;
}

std::optional<Date> day_of_end(const Period& period, const Found& found) {
    return period.ended ? day_in(found, *period.ended) : std::nullopt;
}

/// One item of a chain, with what puts it in its place.
struct ChainLink {
    Found item;
    std::optional<Date> began;
    bool starts = false;   ///< Starts a period.
};

/// By the day they began, those without one first; of two that began on one day, the one that starts a period first.
std::vector<ChainLink> in_order(const Period& period, std::span<const Found> items) {
    std::vector<ChainLink> links;
    links.reserve(items.size());
    for (const Found& item : items) links.push_back({item, day_in(item, period.began), period.starts->holds_for(item)});
    std::ranges::sort(links, {}, [](const ChainLink& link) { return std::tuple(link.began, !link.starts, link.item.row); });
    return links;
}

std::vector<Stretch> chained(const Period& period, std::span<const Found> items) {
    std::vector<Stretch> stretches;
    bool is_open = false;
    for (const auto& [item, began, starts] : in_order(period, items)) {
        // It can't start twice at once, so one that starts shows that the one before had ended by then.
        if (starts && is_open) stretches.back().ended = began;
        if (starts || !is_open) stretches.push_back({item, starts && began ? std::optional<law::Moment>(*began) : std::nullopt, std::nullopt});
        is_open = true;
        const auto ended = day_of_end(period, item);
        if (!ended || !period.goes_on->is_otherwise_for(item)) continue;
        stretches.back().ended = ended;
        is_open = false;
    }
    return stretches;
}

/// A return knows days alone, so the minute stands in a field of its own; where a return has since told another day, that minute is no longer of it.
std::optional<law::Moment> moment_of_beginning(const Period& period, const Found& found) {
    const auto day = moment_in(found, period.began);
    const auto at = day && period.began_at ? moment_in(found, *period.began_at) : std::nullopt;
    return at && at->day == day->day ? at : day;
}

}  // namespace

std::vector<Stretch> stretches_of(const Period& period, std::span<const Found> items) {
    const std::vector<Found> made_of = that_make(period, items);
    if (period.is_chain()) return chained(period, made_of);
    std::vector<Stretch> stretches;
    for (const Found& found : made_of) stretches.push_back({found, moment_of_beginning(period, found), day_of_end(period, found)});
    return stretches;
}

}  // namespace steadfast::record
