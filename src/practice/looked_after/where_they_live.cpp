#include "practice/looked_after/where_they_live.hpp"

#include "law/london.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "record/pages/child_view.hpp"
#include "record/people/address.hpp"
#include "record/people/confidential.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace steadfast::practice {
namespace {

using record::Address;
using record::Found;
using record::SeenBook;
using record::SeenChild;
using record::type_of;

bool is_short_break(const LookedAfterEpisode& episode) { return episode.legal_status.is("V3") || episode.legal_status.is("V4"); }

/// A child placed for adoption lives where their first family must not find them, whatever anybody ticked.
bool is_for_adoption(const LookedAfterEpisode& episode) { return episode.placement.code.starts_with('A'); }

/// The latest first.
std::vector<LookedAfterEpisode> episodes_until(const SeenBook& book, const SeenChild& child, Date today) {
    static const record::WantedTypes wanted{&type_of<LookedAfterEpisode>()};
    std::vector<LookedAfterEpisode> episodes;
    book.each_about(child, wanted, [&](const Found& found) {
        if (found.head().has(record::RowHead::gone)) return;
        auto episode = found.table->item<LookedAfterEpisode>(found.row);
        if (episode.began && *episode.began <= today) episodes.push_back(std::move(episode));
    });
    std::sort(episodes.begin(), episodes.end(), [](const LookedAfterEpisode& a, const LookedAfterEpisode& b) { return a.began > b.began; });
    return episodes;
}

/// A new episode begins when the legal status alone changes too; the child then goes on living where they were.
Date began_to_live_there(const std::vector<LookedAfterEpisode>& episodes) {
    std::size_t first = 0;
    while (episodes[first].why_it_began.is("L") && first + 1 < episodes.size() && episodes[first + 1].placement.code == episodes[first].placement.code) ++first;
    return *episodes[first].began;
}

struct Addresses {
    bool is_one_since = false;      ///< The viewer may read where they have lived since the placement began.
    bool is_one_confidential = false;
};

/// An address without a first day counts by the day on which somebody recorded it.
Addresses addresses_since(const SeenBook& book, const SeenChild& child, Date began, Date today) {
    static const record::WantedTypes wanted{&type_of<Address>()};
    Addresses all;
    book.each_about(child, wanted, [&](const Found& found) {
        const auto address = found.table->item<Address>(found.row);
        const Date since = address.from.value_or(law::london_date(Instant::from_seconds(found.head().recorded_at)));
        if (record::is_lived_at(address) && address.is_true_on(today) && since >= began) all.is_one_since = true;
    });
    // An address that this viewer may not read is asked about as well: a postcode beside it would tell what it keeps.
    book.book().each_about(child.id, wanted, [&](const Found& found) {
        if (record::is_confidential(found) && found.table->item<Address>(found.row).is_true_on(today)) all.is_one_confidential = true;
    });
    return all;
}

void say_on_bar(const record::pages::Visit& visit, const SeenChild& child, web::IdentityBar& bar) {
    const auto where = lives_in_placement(visit.book, child, law::london_date(visit.now));
    if (!where) return;
    std::erase_if(bar.facts, [](const web::IdentityBar::Fact& fact) { return fact.label == record::pages::lives_at_label; });
    bar.facts.push_back({std::string(record::pages::lives_at_label), web::Html(*where)});
}

}  // namespace

std::optional<std::string> lives_in_placement(const SeenBook& book, const SeenChild& child, Date today) {
    const auto episodes = episodes_until(book, child, today);
    if (episodes.empty()) return std::nullopt;
    const LookedAfterEpisode& now = episodes.front();
    if ((now.ended && *now.ended <= today) || !now.placement.is_recorded() || is_short_break(now)) return std::nullopt;
    const Date began = began_to_live_there(episodes);
    const Addresses addresses = addresses_since(book, child, began, today);
    if (addresses.is_one_since) return std::nullopt;
    const bool may_say_postcode = !now.placement_postcode.empty() && !addresses.is_one_confidential && !is_for_adoption(now);
    const std::string postcode = may_say_postcode ? ", " + now.placement_postcode : "";
    return fmt::format("{}{}, since {}; the {} is not recorded", now.placement.says(), postcode, began.words(), may_say_postcode ? "rest of the address" : "address");
}

void add_where_they_live(record::pages::PageParts& parts) {
    // After the address, which it takes the place of.
    parts.bar_parts.push_back({.order = 11, .add = say_on_bar});
}

}  // namespace steadfast::practice
