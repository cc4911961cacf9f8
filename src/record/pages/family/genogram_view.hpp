#pragma once

#include "record/people/genogram.hpp"
#include "web/html.hpp"

namespace steadfast::record::pages {

/// A genogram as a picture of the page itself: no script and no style of its own, in the colours of the page and of print, with a
/// title and a description for those who can't see it. The table beside it says the same.
[[nodiscard]] web::Html genogram_view(const Genogram& genogram, const std::string& title, const std::string& description);

}  // namespace steadfast::record::pages
