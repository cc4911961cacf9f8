#include "app/site/site.hpp"

#include "law/london.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

namespace steadfast::app {
namespace {

constexpr std::string_view wrong = "The sign-in name or the password is not right. Check both and try again.";

/// Signing in or out is written down before it is answered, so that a restart a moment later finds it so. A store that takes
/// longer is not waited for: the access line, which must be written, will say what is wrong with it.
constexpr std::chrono::seconds longest_settling{3};

/// Where somebody wanted to go before they were asked to sign in.
web::Link after_signing_in(std::string_view next) { return web::Link::inside(next).value_or(web::to("/")); }

}  // namespace

void Site::add_sign_in(web::Router& router, AccessTable& access) {
    using enum web::Method;
    const auto open = [&](web::Method method, web::Answer answer, web::Runs runs) {
        access.push_back({method, "/sign-in", OpenToAnybody{}});
        router.add(method, "/sign-in", door_.open(std::move(answer)), {.runs = runs, .most_body = 16 * 1024});
    };
    open(get, [this](const web::Request& request, web::Reply reply) { show_sign_in(request, std::move(reply)); }, web::Runs::at_once);
    // A password is slow to check on purpose, so not on a thread that serves everybody.
    open(post, [this](const web::Request& request, web::Reply reply) { sign_in(request, std::move(reply)); }, web::Runs::on_a_worker);

    access.push_back({post, "/sign-out", AnybodySignedIn{}});
    router.add(post, "/sign-out", door_.signed_in([this](const web::Request& request, const web::Visit& visit, web::Reply reply) {
        sign_out(request, visit, std::move(reply));
    }), {.runs = web::Runs::on_a_worker});
}

void Site::show_sign_in(const web::Request& request, web::Reply reply) const {
    reply(web::Response::page(sign_in_page("", request.query().get("next"), "")));
}

web::Html Site::sign_in_page(std::string_view name, std::string_view next, std::string_view problem) const {
    web::FieldErrors errors;
    if (!problem.empty()) errors.add("name", std::string(problem));
    web::Html fields;
    if (!next.empty()) fields << web::hidden_input("next", std::string(next));
    fields << web::text_input({.name = "name", .label = "Sign-in name", .error = std::string(problem), .value = std::string(name),
                               .width = web::Width::twenty, .autocomplete = "username", .spellcheck = false})
           << web::password_input({.name = "password", .label = "Password"}) << web::button({.label = "Sign in"});
    web::Html main;
    main << web::error_summary(errors) << web::heading_1("Sign in") << web::post_form({.action = web::to("/sign-in"), .token = "", .fields = fields});
    return frame_.around(*record_.book(), {}, problem.empty() ? "Sign in" : "Error: Sign in", std::move(main));
}

void Site::sign_in(const web::Request& request, web::Reply reply) {
    const Instant now = request.received();
    const std::string name = plain_sign_in_name(request.form().get("name"));
    const std::string_view next = request.form().get("next");

    if (const auto may_try = throttle_.begin(name, request.remote_address(), now); !may_try) {
        figures_.sign_in_refused();
        return reply(web::Response::page(sign_in_page(name, next, may_try.error().whole()), 429));
    }
    const auto known = who_gave_the_right_password(request, name);
    if (!known) {
        figures_.sign_in_refused();
        return reply(web::Response::page(sign_in_page(name, next, wrong), 403));
    }
    throttle_.succeeded(name, request.remote_address(), now);
    figures_.signed_in();
    auto response = web::Response::see_other(after_signing_in(next));
    response.with("Set-Cookie", sessions_.begin(web::AccountId(known->id.bytes()), now));
    session_table_.settle(longest_settling);
    answer_after({now, known->id, "signed in", {}, {}}, std::move(response), std::move(reply));
}

std::optional<KnownWorker> Site::who_gave_the_right_password(const web::Request& request, std::string_view name) {
    const std::string_view password = request.form().get("password");
    const auto known = worker_signing_in_as(*record_.book(), name);
    if (!known || !known->works_here_on(law::london_date(request.received()))) {
        credentials_.spend_the_same_time(password);
        return std::nullopt;
    }
    const auto right = credentials_.are_right(known->id, password);
    if (right && *right) return known;
    record_.ledger().write_access({{request.received(), known->id, "was refused signing in", {}, {}}}, [](const Result<void>&) {});
    return std::nullopt;
}

void Site::sign_out(const web::Request& request, const web::Visit& visit, web::Reply reply) {
    auto response = web::Response::see_other(web::to("/sign-in"));
    response.with("Set-Cookie", sessions_.end(request));
    session_table_.settle(longest_settling);
    answer_after({request.received(), ledger::WorkerId(visit.session.account.bytes()), "signed out", {}, {}}, std::move(response), std::move(reply));
}

}  // namespace steadfast::app
