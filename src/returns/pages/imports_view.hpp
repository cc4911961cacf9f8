#pragma once

#include "returns/pages/imports.hpp"

namespace steadfast::returns::pages {

[[nodiscard]] web::Html imports_view(const ImportsPage& page);

}  // namespace steadfast::returns::pages
