#pragma once

#include "app/sign_in/account.hpp"
#include "web/form.hpp"

namespace steadfast::app {

struct AccountPage {
    const OwnVisit& visit;
    std::optional<SecondFactorStanding> second_factor;
    std::vector<web::Session> sessions;   ///< The last used first.
    std::string done;                     ///< "Your password is changed." Empty: nothing was done.
};
[[nodiscard]] web::Html account_view(const AccountPage& page);

[[nodiscard]] web::Html password_view(const OwnVisit& visit, const web::FieldErrors& errors);

/// Setting up an authenticator app: the picture, the same in letters, and the first code.
struct SetUpPage {
    const OwnVisit& visit;
    web::OneTimeSecret secret;
    std::string council;
    std::string problem;
};
[[nodiscard]] web::Html set_up_view(const SetUpPage& page);

/// Shown this once.
[[nodiscard]] web::Html recovery_codes_view(const std::vector<std::string>& codes);

/// Asks for a code before an app is taken off or the recovery codes are made anew.
[[nodiscard]] web::Html confirm_view(const OwnVisit& visit, std::string_view heading, std::string_view says, std::string_view button, const web::Link& action,
                                     const std::string& problem);

}  // namespace steadfast::app
