#pragma once

#include "web/router.hpp"
#include "web/sign_in/form_token.hpp"
#include "web/sign_in/session.hpp"

#include <functional>

namespace steadfast::web {

/// What a page knows about the person it is for.
struct Visit {
    Session session;
    FormToken form_token;
};

/// Stands before the routes: lets in who is signed in, sends others to sign in and back, and refuses a form that was
/// not given out by us. A route behind it need not, and cannot, forget any of that.
class Door {
public:
    using Answer = std::function<void(const Request&, const Visit&, Reply)>;
    using Refused = std::function<Response(int status, const Refusal&)>;
    /// A form of ours that can't be taken as it was sent: nobody is signed in (no visit), or it was opened in an earlier session. Answers
    /// and says true where what was typed into it can be saved all the same; else the form is refused as any other.
    using Unsent = std::function<bool(const Request&, const Visit*, Reply&)>;

    /// The door must outlive the routes behind it. `refused` makes the page that says why not.
    Door(Sessions& sessions, Link sign_in, Refused refused, Unsent unsent = {})
        : sessions_(sessions), sign_in_(std::move(sign_in)), refused_(std::move(refused)), unsent_(std::move(unsent)) {}

    /// A route for people signed in: `router.get("/children", door.signed_in(show_children))`.
    [[nodiscard]] BehindTheDoor signed_in(Answer answer) const;
    /// A route for anybody, still refusing forms sent from elsewhere: signing in.
    [[nodiscard]] web::Answer open(web::Answer answer) const;

private:
    [[nodiscard]] Response to_sign_in(const Request& request) const;
    [[nodiscard]] bool is_answered_as_unsent(const Request& request, const Visit* visit, Reply& reply) const;
    Sessions& sessions_;
    Link sign_in_;
    Refused refused_;
    Unsent unsent_;
};

}  // namespace steadfast::web
