#include "app/sign_in/unsent_view.hpp"

#include "record/pages/typed_words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/sign_in/form_token.hpp"

namespace steadfast::app {
namespace {

constexpr std::string_view carried = "unsent";

/// One value for all of them, written as a form is: the names of another form's fields must not become names of this one's.
std::string packed(const web::Fields& typed) {
    std::string text;
    for (const auto& [name, value] : typed)
        if (name != web::FormToken::field) text += (text.empty() ? "" : "&") + web::percent_encoded(name) + "=" + web::percent_encoded(value);
    return text;
}

}  // namespace

web::Html unsent_view(const web::Link& action, const web::Fields& typed) {
    web::Html fields;
    fields << web::hidden_input("unsent", packed(typed)) << web::button({.label = "Go on with what I typed"});
    web::Html html;
    html << web::heading_1("You were signed out before this was sent")
         << web::paragraph("Nothing that you typed is lost. It lies in this page and nowhere else, so keep the page open.")
         << "<ol class=\"govuk-list govuk-list--number\"><li><a class=\"govuk-link\" target=\"_blank\" rel=\"noopener\""
         << web::href(web::to("/sign-in").with("next", "/drafts/signed-in")) << ">Sign in in a new window</a>, and close that window again.</li>"
         << "<li>Come back to this page and go on. You will see your text in its form and can save it.</li></ol>"
         << web::post_form({.action = action, .token = "", .fields = std::move(fields)});
    return html;
}

web::Html unsent_words_view(const web::Link& action, const web::Fields& typed) {
    const web::Html words = record::pages::typed_words(typed);
    web::Html html;
    html << web::heading_1("You were signed out before this was sent")
         << web::paragraph(web::Html() << "Nothing was saved, and no file was taken. " << web::link(web::to("/sign-in"), "Sign in") << " and do it again, please.");
    // What a page of one's own account asks for is not shown on a screen that somebody may have left.
    if (!words.empty() && !action.text().starts_with("/account")) html << web::heading_2("What you typed, to be copied") << words;
    return html;
}

std::optional<web::Fields> typed_in(const web::Fields& sent) {
    if (!sent.has(carried)) return sent;
    return web::parse_urlencoded(sent.get(carried));
}

}  // namespace steadfast::app
