#include "app/sign_in/sign_in_view.hpp"

#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

namespace steadfast::app {
namespace {

using web::Html;

Html where_next(const std::string& next) { return next.empty() ? Html() : web::hidden_input("next", next); }

Html page_of(std::string_view heading, std::string_view wrong_field, const std::string& problem, const web::Link& action, Html fields) {
    web::FieldErrors errors;
    if (!problem.empty()) errors.add(std::string(wrong_field), problem);
    return Html() << web::error_summary(errors) << web::heading_1(heading) << web::post_form({.action = action, .token = "", .fields = std::move(fields)});
}

}  // namespace

Html sign_in_view(const SignInPage& page) {
    Html fields;
    fields << where_next(page.next)
           << web::text_input({.name = "name", .label = "Sign-in name", .error = page.problem, .value = page.name, .width = web::Width::twenty,
                               .autocomplete = "username", .spellcheck = false})
           << web::password_input({.name = "password", .label = "Password"}) << web::button({.label = "Sign in"});
    if (!page.offers_the_councils_own) return page_of("Sign in", "name", page.problem, web::to("/sign-in"), std::move(fields));

    web::FieldErrors errors;
    if (!page.problem.empty()) errors.add("name", page.problem);
    web::Link own = web::to("/sign-in/council");
    if (!page.next.empty()) own = own.with("next", page.next);
    return Html() << web::error_summary(errors) << web::heading_1("Sign in") << web::button_link(own, "Sign in with your council account")
                  << web::heading_2("With a password of your own here")
                  << web::post_form({.action = web::to("/sign-in"), .token = "", .fields = std::move(fields)});
}

Html code_view(const CodePage& page) {
    Html fields;
    fields << where_next(page.next) << web::hidden_input("ticket", page.ticket)
           << web::text_input({.name = "code", .label = "Code", .hint = "The six digits that your authenticator app shows now, or one of your recovery codes",
                               .error = page.problem, .width = web::Width::ten, .autocomplete = "one-time-code", .spellcheck = false})
           << web::button({.label = "Go on"}) << "<p class=\"govuk-body\">" << web::link(web::to("/sign-in"), "Sign in as somebody else") << "</p>"
           << web::details("Your phone is lost or new",
                           Html() << "<p class=\"govuk-body\">Type one of the recovery codes that you kept when you set up the app. If you have none, ask "
                                     "whoever looks after Steadfast at your council: they can take the app off your account once they know that it is you.</p>");
    return page_of("Enter your code", "code", page.problem, web::to("/sign-in/code"), std::move(fields));
}

}  // namespace steadfast::app
