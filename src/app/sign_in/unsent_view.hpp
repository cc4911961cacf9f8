#pragma once

#include "web/fields.hpp"
#include "web/html.hpp"

#include <optional>

namespace steadfast::app {

/// For whoever sent a form after their session had run out: a page that carries what was typed through signing in again. It lies in the
/// page alone, so nothing is kept for somebody who has not said who they are.
/// @param action where the form was sent.
/// The same for a form of which no draft is kept: what was typed is shown, to be copied into it again. A file is not given back.
[[nodiscard]] web::Html unsent_words_view(const web::Link& action, const web::Fields& typed);

[[nodiscard]] web::Html unsent_view(const web::Link& action, const web::Fields& typed);

/// What was typed, from the form as it was sent or from the page above; none where that was tampered with.
[[nodiscard]] std::optional<web::Fields> typed_in(const web::Fields& sent);

}  // namespace steadfast::app
