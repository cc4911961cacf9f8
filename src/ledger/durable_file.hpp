#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace steadfast::ledger {

/// Small files beside the record that must be on the disk, not on their way to it, when the call returns. All are
/// made for their owner alone (0600). Refusals are unavailable and name the path.

[[nodiscard]] Result<void> append_durably(const std::string& path, std::string_view text);
/// Writes a new name first and then takes the old one's place, so that nobody ever sees half a file.
[[nodiscard]] Result<void> write_durably(const std::string& path, std::string_view text);
/// Makes a rename or a new file in a folder last.
[[nodiscard]] Result<void> synchronise_folder_of(const std::string& path);
/// At most `most` bytes; not_found where there is no such file.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t most);

}  // namespace steadfast::ledger
