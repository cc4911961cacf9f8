#pragma once

#include "web/html.hpp"

#include <string_view>

namespace steadfast::web {

enum class Colour { grey, green, teal, blue, purple, magenta, red, orange, yellow };

/// A state in words; the colour only helps.
[[nodiscard]] Html tag(std::string_view words, Colour colour = Colour::blue);

[[nodiscard]] Html inset(const Html& content);
[[nodiscard]] Html warning(std::string_view words);
[[nodiscard]] Html details(std::string_view summary, const Html& content);

enum class Notice { information, success };
/// What just happened ("Saved"), first on the page after it.
[[nodiscard]] Html notification(Notice notice, const Html& content);

[[nodiscard]] Html paragraph(const Html& content);
[[nodiscard]] Html hint(std::string_view words);
[[nodiscard]] Html link(const Link& link, std::string_view words);
/// The words, and for those who don't see the page what else there is to tell: "Change" + "date of birth".
[[nodiscard]] Html link(const Link& link, std::string_view words, std::string_view more_for_screen_readers);
/// The same, which a key opens too where the page's scripts run: "n", or two one after the other, "g h".
[[nodiscard]] Html link_with_key(const Link& link, std::string_view words, std::string_view key);
/// One column of meaning; what stands at the side goes below it on a phone and on paper.
[[nodiscard]] Html with_side(const Html& main, const Html& side);
[[nodiscard]] Html heading_1(std::string_view words);
[[nodiscard]] Html heading_2(std::string_view words);
[[nodiscard]] Html heading_3(std::string_view words);

}  // namespace steadfast::web
