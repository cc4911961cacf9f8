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

/// Each seal that the access log no longer agrees with, in a sentence. Lines older than the log's retention are said to
/// be gone, which a person must judge.
[[nodiscard]] Result<std::vector<std::string>> broken_access_seals(ledger::Store& store);

}  // namespace steadfast::record
