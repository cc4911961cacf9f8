#pragma once

#include "record/record.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace steadfast::record {

/// How long the access log is kept. While nobody has said, everything is kept, and that is the safe answer: who read a child's
/// record belongs to it, and a looked-after child's is kept until their 75th birthday (Care Planning, Placement and Case
/// Review (England) Regulations 2010, regulation 50), that of an adoption order for 100 years.
struct AccessRetention {
    std::optional<std::int32_t> years;   ///< Whole years since a line was written; none: everything is kept.
    Narrative because;                   ///< The policy that says so, or who decided it.
};

template <>
const ItemType& type_of<AccessRetention>();

constexpr std::int32_t fewest_years_of_access_log = 1;
constexpr std::int32_t most_years_of_access_log = 200;

/// That lines of the access log were removed because they were older than it is kept. The seals of their hours stay in the
/// chain, and so does this: a deletion that nothing here speaks of is found.
struct AccessRemoval {
    std::string before;                         ///< An instant at which a seal ends: every line before it went.
    std::optional<std::int32_t> lines;          ///< How many.
    std::optional<std::int32_t> years;          ///< The retention that it went by.
    std::optional<std::int32_t> not_as_sealed;  ///< Seals that the log no longer agreed with when its lines went.
};

template <>
const ItemType& type_of<AccessRemoval>();

/// The first moment, in London, of the day that lies so many years before.
[[nodiscard]] Instant may_go_before(Instant now, std::int32_t years);

/// The access log and its retention, as they stand.
struct AccessLogStanding {
    std::optional<std::int32_t> years;       ///< None: everything is kept.
    std::uint64_t lines = 0;
    std::optional<Instant> oldest;
    std::optional<Instant> sealed_up_to;
    std::optional<Instant> removed_before;   ///< Where some were removed already.
    std::optional<Instant> may_go_before;    ///< Where lines, or their seals, are older than they are kept: a whole hour.
    std::uint64_t lines_that_may_go = 0;
};
[[nodiscard]] Result<AccessLogStanding> access_log_standing(Record& record, Instant now);

/// Says how long lines are kept from now on. Refused for less than a year or more than 200 years.
[[nodiscard]] Result<void> keep_access_log_for(Record& record, std::optional<std::int32_t> years, std::string because, ledger::WorkerId by);

/// Removes what is older than it is kept: whole sealed hours only. The entry about it is written first, so that a removal that
/// was cut is known, and finished by asking again. How it stood is answered; nothing was removed where it says that nothing may go.
/// Refused where no retention was ever said.
[[nodiscard]] Result<AccessLogStanding> remove_old_access_lines(Record& record, Instant now, ledger::WorkerId by);

}  // namespace steadfast::record
