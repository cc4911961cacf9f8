#include "web/sign_in/device.hpp"

#include <array>
#include <utility>

namespace steadfast::web {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;   // What stands in the header, and what it is called.

// The first that fits counts: every browser also names those that it wants to be taken for.
constexpr std::array<Sign, 8> browsers{{{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser/", "Samsung Internet"}, {"Firefox/", "Firefox"},
                                        {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}};
constexpr std::array<Sign, 7> systems{{{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"},
                                       {"CrOS", "a Chromebook"}, {"Mac OS X", "a Mac"}, {"Linux", "Linux"}}};

template <std::size_t Count>
std::string_view first_of(const std::array<Sign, Count>& signs, std::string_view text) {
    for (const auto& [stands, is_called] : signs)
        if (text.find(stands) != std::string_view::npos) return is_called;
    return {};
}

}  // namespace

std::string device_in_words(std::string_view user_agent) {
    const std::string_view browser = first_of(browsers, user_agent);
    const std::string_view system = first_of(systems, user_agent);
    if (browser.empty() && system.empty()) return "An unknown device";
    if (browser.empty()) return "A browser on " + std::string(system);
    if (system.empty()) return std::string(browser);
    return std::string(browser) + " on " + std::string(system);
}

}  // namespace steadfast::web
