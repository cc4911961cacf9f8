#pragma once

#include "record/documents/document_terms.hpp"
#include "record/record.hpp"

namespace steadfast::record::documents {

struct ScannedLater {
    std::size_t clean = 0;
    std::size_t found = 0;
    std::size_t still_waiting = 0;
};

/// Has files scanned that were filed while the scanner was away, and records of each what it said, as a new version by `by`.
/// Ends at the first that it does not answer for: the rest waits on.
[[nodiscard]] Result<ScannedLater> scan_waiting_files(Record& record, VirusScanner& scanner, ledger::WorkerId by);

}  // namespace steadfast::record::documents
