#pragma once

#include "app/workers/enrolment.hpp"
#include "app/workers/kept_sessions.hpp"
#include "app/workers/second_factor.hpp"
#include "record/pages/site.hpp"
#include "web/sign_in/throttle.hpp"

#include <functional>
#include <string>
#include <vector>

namespace steadfast::app {

/// What somebody who is signed in asks of their own account.
struct OwnVisit {
    const web::Request& request;
    const web::Session& session;
    KnownWorker known;
    std::string form_token;
    Instant now;
    bool must_have_second_factor = false;   ///< The council asks everybody for one.
};

struct OwnRoute {
    web::Method method = web::Method::get;
    std::string path;
    std::function<Result<record::pages::Shown>(const OwnVisit&)> show;
};

/// The page at which somebody keeps their own account: password, authenticator app, where they are signed in. What is given must
/// outlive the routes.
struct OwnAccount {
    Credentials& credentials;
    SecondFactors& second_factors;
    web::Sessions& sessions;
    KeptSessions& kept_sessions;
    web::SignInThrottle& throttle;
    std::function<std::string()> council;   ///< Its name, for the app's list of codes.
};
[[nodiscard]] std::vector<OwnRoute> account_routes(OwnAccount account);

}  // namespace steadfast::app
