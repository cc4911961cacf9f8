#pragma once

#include "base/result.hpp"
#include "returns/reading/limits.hpp"

#include <string>
#include <string_view>

namespace steadfast::returns {

/// How a file's characters were written down.
enum class Encoding { utf_8, utf_8_with_mark, utf_16_little_endian, utf_16_big_endian, windows_1252 };

[[nodiscard]] std::string_view name_of(Encoding encoding);   ///< "Windows-1252"

struct Decoded {
    std::string text;   ///< UTF-8 without a byte-order mark and without zero bytes.
    Encoding from = Encoding::utf_8;
};

/// Finds out how a file is written and turns it into UTF-8. A byte-order mark decides; without one, UTF-16 shows by its
/// zero bytes, valid UTF-8 is taken as such, and what is neither is Windows-1252, which Excel writes in England.
/// Refuses what is not text: workbooks, archives, pictures, anything with control characters in it.
[[nodiscard]] Result<Decoded> decode(std::string bytes);

}  // namespace steadfast::returns
