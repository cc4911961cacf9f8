#pragma once

#include "record/documents/document_terms.hpp"

namespace steadfast::record::documents {

/// ClamAV's scanner, clamd, asked by its INSTREAM command: a file goes over the socket, and nothing of it is written where the
/// scanner runs.
/// @param address "unix:/run/clamav/clamd.ctl", or "127.0.0.1:3310". Refused (invalid) where it is neither.
[[nodiscard]] Result<std::shared_ptr<VirusScanner>> clamd_at(std::string_view address);

}  // namespace steadfast::record::documents
