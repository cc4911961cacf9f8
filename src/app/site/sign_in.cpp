#include "app/site/site.hpp"

#include "app/sign_in/sign_in_view.hpp"
#include "law/london.hpp"
#include "web/sign_in/device.hpp"

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
    const auto open = [&](web::Method method, const std::string& path, web::Answer answer, web::Runs runs) {
        access.push_back({method, path, OpenToAnybody{}});
        router.add(method, path, door_.open(std::move(answer)), {.runs = runs, .most_body = 16 * 1024});
    };
    open(get, "/sign-in", [this](const web::Request& request, web::Reply reply) { show_sign_in(request, std::move(reply)); }, web::Runs::at_once);
    // A password is slow to check on purpose, so not on a thread that serves everybody.
    open(post, "/sign-in", [this](const web::Request& request, web::Reply reply) { sign_in(request, std::move(reply)); }, web::Runs::on_a_worker);
    if (openid_) {
        open(get, "/sign-in/council", [this](const web::Request& request, web::Reply reply) { go_to_provider(request, std::move(reply)); }, web::Runs::on_a_worker);
        open(get, "/sign-in/openid", [this](const web::Request& request, web::Reply reply) { come_back_from_provider(request, std::move(reply)); }, web::Runs::on_a_worker);
    }
    open(post, "/sign-in/code", [this](const web::Request& request, web::Reply reply) { take_code(request, std::move(reply)); }, web::Runs::on_a_worker);

    access.push_back({post, "/sign-out", AnybodySignedIn{}});
    router.add(post, "/sign-out", door_.signed_in([this](const web::Request& request, const web::Visit& visit, web::Reply reply) {
        sign_out(request, visit, std::move(reply));
    }), {.runs = web::Runs::on_a_worker});
}

void Site::show_sign_in(const web::Request& request, web::Reply reply) const {
    reply(sign_in_page("Sign in", sign_in_view({.next = std::string(request.query().get("next")), .offers_the_councils_own = openid_ != nullptr}), 200));
}

web::Response Site::sign_in_page(std::string_view title, web::Html main, int status) const {
    return web::Response::page(frame_.around(*record_.book(), {}, (status == 200 ? "" : "Error: ") + std::string(title), std::move(main)), status);
}

void Site::sign_in(const web::Request& request, web::Reply reply) {
    const Instant now = request.received();
    SignInPage page{plain_sign_in_name(request.form().get("name")), std::string(request.form().get("next")), "", openid_ != nullptr};
    const auto refused = [&](std::string problem, int status) {
        figures_.sign_in_refused();
        page.problem = std::move(problem);
        reply(sign_in_page("Sign in", sign_in_view(page), status));
    };
    const auto may_try = throttle_.begin(page.name, request.remote_address(), now);
    if (!may_try) return refused(may_try.error().whole(), 429);
    const auto known = who_gave_the_right_password(request, page.name);
    if (!known) return refused(std::string(wrong), 403);
    throttle_.succeeded(page.name, request.remote_address(), now);

    const auto second = second_factors_.standing(known->id);
    if (!second) return refused(second.error().whole(), 503);
    if (!*second) return let_in(*known, web::Proof::password, page.next, request, std::move(reply));
    reply(sign_in_page("Enter your code", code_view({tickets_.give(known->id, now), page.next, ""}), 200));
}

void Site::take_code(const web::Request& request, web::Reply reply) {
    const Instant now = request.received();
    const std::string ticket(request.form().get("ticket"));
    const std::string next(request.form().get("next"));
    const auto worker = tickets_.read(ticket, now);
    const auto known = worker ? worker_with_id(*record_.book(), *worker) : std::nullopt;
    if (!known || !known->works_here_on(law::london_date(now)))
        return reply(sign_in_refused("That took too long, so start again.", next, 403));

    const auto right = second_factors_.take(known->id, request.form().get("code"), now);
    if (right) return let_in(*known, web::Proof::second_factor, next, request, std::move(reply));
    figures_.sign_in_refused();
    note_refused(known->id, now);
    const int status = right.error().kind == Refusal::Kind::invalid ? 403 : 429;
    reply(sign_in_page("Enter your code", code_view({ticket, next, right.error().whole()}), status));
}

web::Response Site::sign_in_refused(std::string problem, std::string next, int status) const {
    return sign_in_page("Sign in", sign_in_view({.next = std::move(next), .problem = std::move(problem), .offers_the_councils_own = openid_ != nullptr}), status);
}

void Site::let_in(const KnownWorker& known, web::Proof proof, std::string_view next, const web::Request& request, web::Reply reply) {
    const Instant now = request.received();
    figures_.signed_in();
    auto response = web::Response::see_other(after_signing_in(next));
    response.with("Set-Cookie", sessions_.begin(web::AccountId(known.id.bytes()), now, proof, web::device_in_words(request.header("User-Agent"))));
    session_table_.settle(longest_settling);
    answer_after({now, known.id, "signed in", {}, {}}, std::move(response), std::move(reply));
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
    note_refused(known->id, request.received());
    return std::nullopt;
}

void Site::note_refused(ledger::WorkerId worker, Instant now) {
    record_.ledger().write_access({{now, worker, "was refused signing in", {}, {}}}, [](const Result<void>&) {});
}

void Site::sign_out(const web::Request& request, const web::Visit& visit, web::Reply reply) {
    auto response = web::Response::see_other(web::to("/sign-in"));
    response.with("Set-Cookie", sessions_.end(request));
    session_table_.settle(longest_settling);
    answer_after({request.received(), ledger::WorkerId(visit.session.account.bytes()), "signed out", {}, {}}, std::move(response), std::move(reply));
}

}  // namespace steadfast::app
