#include "app/sign_in/account.hpp"

#include "app/sign_in/account_view.hpp"

namespace steadfast::app {
namespace {

using record::pages::Page;
using record::pages::Shown;

/// As signing in: written down before it is answered, if the store is there.
constexpr std::chrono::seconds longest_settling{3};

/// What was done before the page was opened, by the word in its address.
std::string done_in_words(std::string_view word) {
    if (word == "password") return "Your password is changed. You are signed out everywhere else.";
    if (word == "signed-out") return "That device is signed out.";
    if (word == "others") return "You are signed out everywhere else.";
    if (word == "no-second-factor") return "You are asked for your password alone.";
    return "";
}

web::Link account_page() { return web::to("/account"); }

Page page_of(std::string title, web::Html main, bool has_error = false) {
    Page page;
    page.title = (has_error ? "Error: " : "") + title;
    page.main = std::move(main);
    page.status = has_error ? 422 : 200;
    return page;
}

Result<Shown> show_account(const OwnAccount& account, const OwnVisit& visit) {
    const auto standing = account.second_factors.standing(visit.known.id);
    if (!standing) return refuse(standing.error());
    const AccountPage page{visit, *standing, account.sessions.all_of(visit.session.account, visit.now),
                           done_in_words(visit.request.query().get("done"))};
    return page_of("Your account", account_view(page));
}

Result<Shown> change_password(const OwnAccount& account, const OwnVisit& visit) {
    const web::Fields& form = visit.request.form();
    const std::string_view fresh = form.get("new");
    web::FieldErrors errors;
    // Whoever found a screen unlocked must not guess at the password here any faster than at the sign-in page.
    const std::string guessed_at = visit.known.worker.sign_in_name;
    const auto may_try = account.throttle.begin(guessed_at, visit.request.remote_address(), visit.now);
    const auto right = may_try ? account.credentials.are_right(visit.known.id, form.get("password")) : Result<bool>(false);
    if (!right) return refuse(right.error());
    if (*right) account.throttle.succeeded(guessed_at, visit.request.remote_address(), visit.now);
    else errors.add("password", may_try ? "This is not your password" : may_try.error().whole());
    if (const auto will_do = check_password(visit.known.worker.sign_in_name, fresh); !will_do) errors.add("new", will_do.error().whole());
    else if (fresh != form.get("again")) errors.add("again", "The two new passwords are not the same");
    if (!errors.empty()) return page_of("Change your password", password_view(visit, errors), true);

    if (auto kept = account.credentials.keep(visit.known.id, visit.known.worker.sign_in_name, fresh); !kept) return refuse(kept.error());
    // Whoever signed in with the old password may be why it was changed.
    account.sessions.end_others_of(visit.session);
    account.kept_sessions.settle(longest_settling);
    return account_page().with("done", "password");
}

Result<Shown> show_set_up(const OwnAccount& account, const OwnVisit& visit) {
    return page_of("Set up an authenticator app", set_up_view({visit, web::OneTimeSecret::random(), account.council(), ""}));
}

Result<Shown> set_up(const OwnAccount& account, const OwnVisit& visit) {
    const auto secret = web::OneTimeSecret::in_letters(visit.request.form().get("secret"));
    if (!secret) return web::to("/account") / "second-factor";
    const auto standing = account.second_factors.standing(visit.known.id);
    if (!standing) return refuse(standing.error());
    // Whoever sits down at an unlocked screen must not put their own phone in the place of the owner's.
    if (*standing) return refuse(Refusal::Kind::not_allowed, "You have an authenticator app already.", "Take it off your account first.");
    const auto codes = account.second_factors.set_up(visit.known.id, *secret, visit.request.form().get("code"), visit.now);
    if (codes) {
        account.sessions.end_others_of(visit.session);
        account.sessions.prove(visit.session, web::Proof::second_factor);
        account.kept_sessions.settle(longest_settling);
        return page_of("Keep your recovery codes", recovery_codes_view(*codes));
    }
    if (codes.error().kind != Refusal::Kind::invalid) return refuse(codes.error());
    return page_of("Set up an authenticator app", set_up_view({visit, *secret, account.council(), codes.error().whole()}), true);
}

struct Confirmed {
    std::string_view heading;
    std::string_view says;
    std::string_view button;
    std::string_view path;
};
constexpr Confirmed new_codes{"Make new recovery codes", "The recovery codes that you have now will let nobody in any more.", "Make new codes", "recovery-codes"};
constexpr Confirmed no_app{"Take the app off your account", "You will be asked for your password alone.", "Take it off", "no-second-factor"};

Page ask_for_code(const OwnVisit& visit, const Confirmed& what, const std::string& problem) {
    return page_of(std::string(what.heading), confirm_view(visit, what.heading, what.says, what.button, account_page() / what.path, problem), !problem.empty());
}

Result<Shown> renew_codes(const OwnAccount& account, const OwnVisit& visit) {
    if (const auto right = account.second_factors.take(visit.known.id, visit.request.form().get("code"), visit.now); !right)
        return ask_for_code(visit, new_codes, right.error().whole());
    const auto codes = account.second_factors.renew_recovery_codes(visit.known.id);
    if (!codes) return refuse(codes.error());
    return page_of("Keep your recovery codes", recovery_codes_view(*codes));
}

Result<Shown> take_app_off(const OwnAccount& account, const OwnVisit& visit) {
    if (visit.must_have_second_factor) return refuse(Refusal::Kind::not_allowed, "Your council asks everybody for a code.");
    if (const auto right = account.second_factors.take(visit.known.id, visit.request.form().get("code"), visit.now); !right)
        return ask_for_code(visit, no_app, right.error().whole());
    if (auto gone = account.second_factors.forget(visit.known.id); !gone) return refuse(gone.error());
    return account_page().with("done", "no-second-factor");
}

Result<Shown> end_session(const OwnAccount& account, const OwnVisit& visit) {
    account.sessions.end_one_of(visit.session.account, visit.request.form().get("session"));
    account.kept_sessions.settle(longest_settling);
    return account_page().with("done", "signed-out");
}

Result<Shown> end_other_sessions(const OwnAccount& account, const OwnVisit& visit) {
    account.sessions.end_others_of(visit.session);
    account.kept_sessions.settle(longest_settling);
    return account_page().with("done", "others");
}

}  // namespace

std::vector<OwnRoute> account_routes(OwnAccount account) {
    using enum web::Method;
    const auto with = [&account](auto show) { return [account, show](const OwnVisit& visit) { return show(account, visit); }; };
    const auto asks = [](const Confirmed& what) { return [&what](const OwnVisit& visit) -> Result<Shown> { return ask_for_code(visit, what, ""); }; };
    return {
        {get, "/account", with(show_account)},
        {get, "/account/password", [](const OwnVisit& visit) -> Result<Shown> { return page_of("Change your password", password_view(visit, {})); }},
        {post, "/account/password", with(change_password)},
        {get, "/account/second-factor", with(show_set_up)},
        {post, "/account/second-factor", with(set_up)},
        {get, "/account/recovery-codes", asks(new_codes)},
        {post, "/account/recovery-codes", with(renew_codes)},
        {get, "/account/no-second-factor", asks(no_app)},
        {post, "/account/no-second-factor", with(take_app_off)},
        {post, "/account/sessions/end", with(end_session)},
        {post, "/account/sessions/end-others", with(end_other_sessions)},
    };
}

}  // namespace steadfast::app
