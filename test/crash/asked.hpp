#pragma once

#include "ledger/entry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::crash {

/// One save, as the client outside and the writer both know it: everything in it follows from these numbers, so that a
/// line of text carries it and the client can say afterwards, to the last byte, what must be in the record.
struct Asked {
    std::uint64_t number = 0;          ///< Gives it its key: the same number asked twice is the same save.
    std::uint64_t item = 0;
    std::uint32_t starts_from = 0;
    std::uint32_t wording = 0;         ///< Another wording under the same number is other content under the same key.

    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<Asked> parse(std::string_view text);
};

/// One change, and for one save in seven a second one about a new item, which must come and go with the first.
[[nodiscard]] std::vector<ledger::Change> changes_of(const Asked& asked);

/// The line that says who made the save. Each save has a worker of its own, so that its line can be told apart.
[[nodiscard]] ledger::AccessLine line_of(const Asked& asked, Instant at);

}  // namespace steadfast::crash
