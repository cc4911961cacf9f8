#pragma once

#include "base/clock.hpp"
#include "record/record.hpp"

#include <string>
#include <vector>

namespace steadfast::releases {

/// Item types and fields of the program of which a record has nothing: "case_note", "case_note.words".
[[nodiscard]] Result<std::vector<std::string>> missing_from(record::Record& record);

/// Records what is missing. An empty record is begun with an entry of every kind: changed, recorded in error, moved, merged
/// and unmerged, imported, struck out, destroyed, of a kind and with fields that no release knows.
/// @param clock moves on by an hour with each save.
[[nodiscard]] Result<void> record_what_is_missing(record::Record& record, StandingClock& clock);

}  // namespace steadfast::releases
