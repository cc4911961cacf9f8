#include "web/sign_in/door.hpp"

namespace steadfast::web {

namespace {

bool changes_something(const Request& request) { return request.method() != Method::get; }

Result<void> check_form(const Request& request, const FormToken& token) {
    if (auto here = came_from_here(request); !here) return here;
    const std::string_view header = request.header("x-form-token");
    if (token.matches(header.empty() ? request.form().get(FormToken::field) : header)) return {};
    return refuse(Refusal::Kind::not_allowed, "This form is out of date, so it was not saved.",
                  "Go back, open the page again and send it once more.");
}

}  // namespace

BehindTheDoor Door::signed_in(Answer answer) const {
    return {[this, answer = std::move(answer)](const Request& request, Reply reply) {
        auto session = sessions_.find(request);
        if (!session) {
            if (is_answered_as_unsent(request, nullptr, reply)) return;
            return reply(to_sign_in(request));
        }
        const Visit visit{*session, FormToken(sessions_.token_of(request))};
        if (changes_something(request))
            if (auto checked = check_form(request, visit.form_token); !checked) {
                if (is_answered_as_unsent(request, &visit, reply)) return;
                return reply(refused_(403, checked.error()));
            }
        answer(request, visit, std::move(reply));
    }};
}

web::Answer Door::open(web::Answer answer) const {
    return [this, answer = std::move(answer)](const Request& request, Reply reply) {
        if (changes_something(request))
            if (auto here = came_from_here(request); !here) return reply(refused_(403, here.error()));
        answer(request, std::move(reply));
    };
}

bool Door::is_answered_as_unsent(const Request& request, const Visit* visit, Reply& reply) const {
    // A script keeps what was typed by itself, and what another site sends is nobody's text.
    const bool may_be = unsent_ && changes_something(request) && request.header("x-form-token").empty() && came_from_here(request);
    return may_be && unsent_(request, visit, reply);
}

Response Door::to_sign_in(const Request& request) const {
    // A page asked for is where the person wants to go afterwards; a form can't be sent again for them.
    if (changes_something(request) || request.target() == "/") return Response::see_other(sign_in_);
    return Response::see_other(sign_in_.with("next", request.target()));
}

}  // namespace steadfast::web
