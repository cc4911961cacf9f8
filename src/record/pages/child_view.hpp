#pragma once

#include "record/duty/duties.hpp"
#include "record/pages/site.hpp"
#include "record/people/chronology.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast::record::pages {

/// How much of a chronology one page shows.
inline constexpr std::size_t lines_of_chronology = 50;

/// Everything that the child's page shows, finished.
struct ChildPage {
    SeenChild child;
    Date today;
    std::vector<DutyStanding> due;         ///< What is owed to the child; not shown as it was known.
    Chronology chronology;
    ChronologyFilter filter;
    std::string typed_from;                ///< What was typed into the filter, right or wrong…
    std::string typed_to;
    std::string wrong_from;                ///< …and what is wrong with it.
    std::string wrong_to;
    std::string typed_known_on;            ///< The same of the day to show it as it was known on.
    std::string wrong_known_on;
    std::optional<Date> known_on;          ///< Shown as it stood at the end of that day.
    std::function<std::string(ledger::WorkerId)> name_of_worker;
    std::vector<const ItemType*> may_add;  ///< Kinds that this viewer may record.
    web::Html first;                       ///< What the rooms put above what is due, above the chronology, and beside them.
    web::Html then;
    web::Html beside;
};

/// The bar on top of every page about a child: who they are, without a click, and what the rooms add to it.
[[nodiscard]] web::Html child_bar(const Visit& visit, const SeenChild& child);

/// What the bar says under "Lives at", for the sections that say it too: an address, or what a room knows better. Empty: nothing is recorded.
inline constexpr std::string_view lives_at_label = "Lives at";
[[nodiscard]] web::Html lives_at_on_the_bar(const Visit& visit, const SeenChild& child);

[[nodiscard]] web::Html child_view(const ChildPage& page);

}  // namespace steadfast::record::pages
