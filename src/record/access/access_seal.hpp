#pragma once

#include "record/record.hpp"

#include <string>
#include <vector>

namespace steadfast::record {

/// That the access log said this of a span of time, and nothing else. The log is kept apart from the record, with a
/// retention of its own; a seal in the record's chain shows whether a line was changed, put in or taken away since.
struct AccessSeal {
    std::string from;                      ///< An instant, as 2026-03-31T14:00:00.000000Z: inclusive.
    std::string to;                        ///< Exclusive: where the next seal begins.
    std::optional<std::int32_t> lines;     ///< How many.
    std::string digest;                    ///< Hexadecimal BLAKE2b-256 over the lines' own digests in order.
};

template <>
const ItemType& type_of<AccessSeal>();

/// Seals what was logged since the last seal up to an instant. Lines may be written a little after they are dated, so
/// `to` should lie some minutes back. Does nothing where there is nothing between.
[[nodiscard]] Result<void> seal_access_log(Record& record, Instant to, ledger::WorkerId by);

/// What the seals say of the access log as it stands.
struct SealedLog {
    std::vector<std::string> broken;   ///< Each seal that the log no longer agrees with, in a sentence.
    std::vector<std::string> removed;  ///< What was removed as the retention said (access_retention.hpp), in a sentence.
};

/// Compares the log with every seal. Lines that an entry says were removed lawfully must be gone, and may be.
[[nodiscard]] Result<SealedLog> check_access_seals(ledger::Store& store);

/// How many lines there are from an instant to another, the second not included, and what a seal would say of them.
struct SummedLines {
    std::int32_t lines = 0;
    std::string digest;
};
[[nodiscard]] Result<SummedLines> sum_access_lines(ledger::Store& store, Instant from, Instant to);

}  // namespace steadfast::record
