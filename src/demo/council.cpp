#include "demo/council.hpp"

#include "demo/telling.hpp"
#include "law/working_days.hpp"
#include "ledger/filling.hpp"

#include <algorithm>

namespace steadfast::demo {
namespace {

constexpr std::int64_t seconds_of_a_moment = 3'000;   // Moments are two hours apart, and begin within the first of them.

/// Records one month after the other, everything that was typed at one moment spread over that moment.
Result<void> record_in_order(Pigeonholes& pigeonholes, ledger::Filling& filling, std::size_t entries, const Progress& progress) {
    std::size_t recorded = 0;
    for (std::size_t month = 0; month < pigeonholes.months(); ++month) {
        if (progress) progress("Writing it down", recorded, entries);
        const auto taken = pigeonholes.take(month, [&](const Moment& at, std::vector<ledger::Change> changes) -> Result<void> {
            const auto count = static_cast<std::int64_t>(changes.size());
            recorded += changes.size();
            for (std::int64_t nth = 0; nth < count; ++nth) {
                const Instant when = at.instant().plus_seconds(seconds_of_a_moment * nth / count);
                if (auto added = filling.add(when, std::move(changes[static_cast<std::size_t>(nth)])); !added) return added;
            }
            return {};
        });
        if (!taken) return taken;
    }
    if (progress) progress("Writing it down", recorded, entries);
    return {};
}

}  // namespace

Result<Made> make_council(const Workplace& place, ledger::Store& store, const Progress& progress, unsigned threads) {
    const auto head = store.head();
    if (!head) return refuse(head.error());
    if (head->seq != 0)
        return refuse(Refusal::Kind::not_allowed, "There is a record in this store already.",
                      "Name an empty store for the demonstration.");
    Pigeonholes pigeonholes(law::add_working_days(place.order().first_day(), -1), place.order().today);
    const auto made = tell_council(place, pigeonholes, progress, threads);
    if (!made) return made;

    auto filling = ledger::Filling::start(store);
    if (!filling) return refuse(filling.error());
    if (auto recorded = record_in_order(pigeonholes, **filling, made->entries, progress); !recorded) return refuse(recorded.error());
    if (progress) progress("Building its indexes", 0, 1);
    if (auto finished = (*filling)->finish(); !finished) return refuse(finished.error());
    if (progress) progress("Building its indexes", 1, 1);
    return made;
}

}  // namespace steadfast::demo
