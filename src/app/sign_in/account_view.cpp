#include "app/sign_in/account_view.hpp"

#include "law/london.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"
#include "web/sign_in/qr_code.hpp"

#include <fmt/format.h>

namespace steadfast::app {
namespace {

using web::Html;

web::Link address() { return web::to("/account"); }

Html text(std::string_view words) { return Html() << "<p class=\"govuk-body\">" << words << "</p>"; }

std::string at_in_words(Instant at) { return law::london_date(at).words() + ", " + law::london_time(at); }

std::string_view proof_in_words(web::Proof proof) {
    switch (proof) {
        case web::Proof::second_factor: return "Password and code";
        case web::Proof::single_sign_on: return "The council's own sign-in";
        default: return "Password";
    }
}

Html second_factor(const AccountPage& page) {
    Html html;
    html << web::heading_2("Authenticator app");
    if (!page.second_factor)
        return html << text("With an app on your phone, nobody can sign in as you who only knows your password.")
                    << web::button_link(address() / "second-factor", "Set up an authenticator app", web::Looks::secondary);
    const std::size_t left = page.second_factor->recovery_codes_left;
    html << text(fmt::format("You are asked for a code since {}. {} of your recovery codes {} left.", law::london_date(page.second_factor->since).words(),
                             left == 0 ? "None" : std::to_string(left), left == 1 ? "is" : "are"));
    html << "<ul class=\"govuk-list\"><li>" << web::link(address() / "recovery-codes", "Make new recovery codes") << "</li>";
    if (!page.visit.must_have_second_factor) html << "<li>" << web::link(address() / "no-second-factor", "Take the app off your account") << "</li>";
    return html << "</ul>";
}

Html where_signed_in(const AccountPage& page) {
    web::Table table{.caption = "Where you are signed in",
                     .columns = {{"On"}, {"Signed in"}, {"Last used"}, {"By"}, {"Sign out"}},
                     .rows = {}};
    for (const web::Session& session : page.sessions) {
        const bool is_this = session.token == page.visit.session.token;
        Html out("This is where you are now");
        if (!is_this)
            out = web::post_form({.action = address() / "sessions" / "end", .token = page.visit.form_token,
                                  .fields = Html() << web::hidden_input("session", web::name_of(session))
                                                   << web::button({.label = "Sign out there", .looks = web::Looks::secondary})});
        table.rows.push_back({Html(session.device.empty() ? "A device signed in earlier" : session.device), Html(at_in_words(session.started)),
                              Html(at_in_words(session.last_used)), Html(std::string(proof_in_words(session.proof))), std::move(out)});
    }
    Html html;
    html << web::table(table);
    if (page.sessions.size() > 1)
        html << web::post_form({.action = address() / "sessions" / "end-others", .token = page.visit.form_token,
                                .fields = web::button({.label = "Sign out everywhere else", .looks = web::Looks::warning})});
    return html;
}

}  // namespace

Html account_view(const AccountPage& page) {
    const record::Worker& worker = page.visit.known.worker;
    Html html;
    if (!page.done.empty()) html << web::notification(web::Notice::success, text(page.done));
    html << web::heading_1("Your account")
         << web::summary_list({{"Name", Html(worker.name)},
                               {"Sign-in name", Html(worker.sign_in_name)},
                               {"Role", Html(std::string(worker.works_as.says()))},
                               {"Password", Html("Not shown"), web::SummaryAction{address() / "password"}}})
         << second_factor(page) << where_signed_in(page);
    return html;
}

Html password_view(const OwnVisit& visit, const web::FieldErrors& errors) {
    Html fields;
    fields << web::password_input({.name = "password", .label = "Your password now", .error = std::string(errors.at("password"))})
           << web::password_input({.name = "new", .label = "New password",
                                   .hint = fmt::format("At least {} letters. A sentence of a few words that only you would say is best", Credentials::fewest_letters),
                                   .error = std::string(errors.at("new")), .is_new = true})
           << web::password_input({.name = "again", .label = "New password again", .error = std::string(errors.at("again")), .is_new = true})
           << web::button({.label = "Change password"}) << "<p class=\"govuk-body\">" << web::link(address(), "Go back") << "</p>";
    return Html() << web::error_summary(errors) << web::heading_1("Change your password") << text("Wherever else you are signed in, you will be signed out.")
                  << web::post_form({.action = address() / "password", .token = visit.form_token, .fields = std::move(fields)});
}

Html set_up_view(const SetUpPage& page) {
    web::FieldErrors errors;
    if (!page.problem.empty()) errors.add("code", page.problem);
    Html fields;
    fields << web::hidden_input("secret", page.secret.letters())
           << web::text_input({.name = "code", .label = "Code", .hint = "The six digits that the app shows now", .error = page.problem,
                               .width = web::Width::ten, .autocomplete = "one-time-code", .spellcheck = false})
           << web::button({.label = "Turn it on"});
    if (!page.visit.must_have_second_factor) fields << "<p class=\"govuk-body\">" << web::link(address(), "Go back") << "</p>";

    Html html;
    html << web::error_summary(errors) << web::heading_1("Set up an authenticator app");
    if (page.visit.must_have_second_factor)
        html << web::inset(text("Your council asks everybody who signs in with a password for a code as well. Set the app up to go on."));
    const std::string service = page.council.empty() ? "Steadfast" : "Steadfast, " + page.council;
    html << "<ol class=\"govuk-list govuk-list--number\"><li>Open an authenticator app on your phone. Any will do: your council may say which.</li>"
         << "<li>Add an account there by this picture, or by typing the letters below it.</li><li>Type the code that the app then shows.</li></ol>"
         << web::qr_code(web::authenticator_address(service, page.visit.known.worker.sign_in_name, page.secret), "Picture for the authenticator app")
         << "<p class=\"govuk-body\">Letters to type: <strong>" << page.secret.letters_in_groups() << "</strong></p>"
         << web::post_form({.action = address() / "second-factor", .token = page.visit.form_token, .fields = std::move(fields)});
    return html;
}

Html recovery_codes_view(const std::vector<std::string>& codes) {
    Html list;
    for (const std::string& code : codes) list << "<li><code>" << code << "</code></li>";
    return Html() << web::heading_1("Keep your recovery codes")
                  << web::warning("They are shown this once. Each lets you in one time when your phone is not at hand. Print this page or write them down, "
                                  "and keep them where you would keep a key.")
                  << "<ul class=\"govuk-list sf-codes\">" << list << "</ul>" << web::button_link(address(), "I have kept them");
}

Html confirm_view(const OwnVisit& visit, std::string_view heading, std::string_view says, std::string_view button, const web::Link& action,
                  const std::string& problem) {
    web::FieldErrors errors;
    if (!problem.empty()) errors.add("code", problem);
    Html fields;
    fields << web::text_input({.name = "code", .label = "Code", .hint = "The six digits that your authenticator app shows now, or a recovery code",
                               .error = problem, .width = web::Width::ten, .autocomplete = "one-time-code", .spellcheck = false})
           << web::button({.label = std::string(button)}) << "<p class=\"govuk-body\">" << web::link(address(), "Go back") << "</p>";
    return Html() << web::error_summary(errors) << web::heading_1(heading) << text(says)
                  << web::post_form({.action = action, .token = visit.form_token, .fields = std::move(fields)});
}

}  // namespace steadfast::app
