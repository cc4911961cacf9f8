#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace steadfast::record::documents {

/// What a scanner says of a file.
struct ScanVerdict {
    std::string found;   ///< What it is called; empty where nothing was found.
    [[nodiscard]] bool is_clean() const { return found.empty(); }
};

/// Looks a file through for malicious software. May be asked from any thread; each file takes as long as it takes.
class VirusScanner {
public:
    virtual ~VirusScanner() = default;
    /// The file's next bytes; empty after the last.
    using Next = std::function<Result<std::string>()>;
    /// Refused (unavailable) where the scanner can't be reached or does not answer: nothing is known of the file then.
    [[nodiscard]] virtual Result<ScanVerdict> scan(const Next& next) = 0;
};

/// How this server takes documents in, as whoever started it said.
struct DocumentTerms {
    std::uint64_t most_bytes = 25u << 20;      ///< Of one file.
    std::shared_ptr<VirusScanner> scanner;     ///< None: files are not scanned, and say so.
};

}  // namespace steadfast::record::documents
