#pragma once

#include <string>
#include <string_view>

namespace steadfast::web {

/// What somebody would call the device that they signed in on, from what its browser says of itself: "Firefox on Windows".
/// Only known names are taken over, so nothing of the header itself stands on a page. "An unknown device" otherwise.
[[nodiscard]] std::string device_in_words(std::string_view user_agent);

}  // namespace steadfast::web
