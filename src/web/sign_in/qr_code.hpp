#pragma once

#include "web/html.hpp"

#include <string_view>

namespace steadfast::web {

/// A text as a picture that a phone's camera reads, drawn in lines of our own. It is no content for somebody who can't see it:
/// what it says must stand beside it in words.
/// @param described for screen readers: "Picture for the authenticator app".
[[nodiscard]] Html qr_code(std::string_view text, std::string_view described);

}  // namespace steadfast::web
