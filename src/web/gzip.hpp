#pragma once

#include <string>
#include <string_view>

namespace steadfast::web {

/// The gzip form of the bytes; level 1 (fast, for pages) to 9 (small, for files made once).
[[nodiscard]] std::string gzipped(std::string_view bytes, int level);

/// Whether an Accept-Encoding header lets the answer be gzip.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Whether bytes of that type get smaller at all.
[[nodiscard]] bool is_compressible(std::string_view content_type);

}  // namespace steadfast::web
