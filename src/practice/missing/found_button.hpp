#pragma once

#include "practice/missing/episodes.hpp"
#include "record/pages/site.hpp"
#include "web/html.hpp"

namespace steadfast::practice {

/// The one press that says that a child is back, now. It asks for nothing.
/// @param from where it stands, so that the press returns there: "list", "home", "child"; empty for the episode's own page.
[[nodiscard]] web::Html found_button(const record::pages::Visit& visit, const EpisodeSeen& episode, std::string_view from);

/// "Amira Khan was recorded as found, today at 14:32. Undo." Nothing unless the address says that this was just pressed.
[[nodiscard]] web::Html found_notice(const record::pages::Visit& visit);

}  // namespace steadfast::practice
