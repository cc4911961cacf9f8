#pragma once

#include "web/html.hpp"
#include "web/request.hpp"

#include <string>
#include <string_view>

namespace steadfast::web {

/// Proof that a form was given out by us to this session (against cross-site request forgery). It is derived from the
/// session's token and masked anew for each page, so that compressing pages tells nobody anything about it (BREACH).
class FormToken {
public:
    explicit FormToken(std::string_view session_token);

    [[nodiscard]] std::string masked() const;  ///< Another text each time.
    [[nodiscard]] bool matches(std::string_view masked) const;

    static constexpr std::string_view field = "form_token";
    [[nodiscard]] Html hidden_field() const;

private:
    std::string secret_;
};

/// Whether a request that changes something came from a page of ours, by what the browser says: Sec-Fetch-Site, else
/// Origin. Where it says neither (no browser of these years), that is no objection; the form's token decides alone.
[[nodiscard]] Result<void> came_from_here(const Request& request);

}  // namespace steadfast::web
