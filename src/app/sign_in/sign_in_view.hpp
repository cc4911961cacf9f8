#pragma once

#include "web/html.hpp"

#include <string>
#include <string_view>

namespace steadfast::app {

/// The first step: who, and the password.
struct SignInPage {
    std::string name;       ///< As typed.
    std::string next;       ///< Where to go afterwards.
    std::string problem;    ///< Empty: nothing was tried yet.
    bool offers_the_councils_own = false;   ///< The council has a sign-in of its own, which comes first.
};
[[nodiscard]] web::Html sign_in_view(const SignInPage& page);

/// The second step, for whoever has set up an authenticator app.
struct CodePage {
    std::string ticket;     ///< Shows that the password was right a moment ago.
    std::string next;
    std::string problem;
};
[[nodiscard]] web::Html code_view(const CodePage& page);

}  // namespace steadfast::app
