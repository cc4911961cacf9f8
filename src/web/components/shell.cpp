#include "web/components/shell.hpp"

#include "web/sign_in/form_token.hpp"

namespace steadfast::web {

namespace {

void write_head(Html& html, const Shell& shell) {
    html
        << "<!DOCTYPE html><html lang=\"en\" class=\"govuk-template\"><head><meta charset=\"utf-8\"><title>"
        << (shell.has_error ? Markup("Error: ") : Markup("")) << shell.title
        << " – Steadfast</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">";
    for (const auto& style : shell.styles) html << "<link rel=\"stylesheet\"" << href(style) << ">";
    if (shell.icon) html << "<link rel=\"icon\" type=\"image/svg+xml\"" << href(*shell.icon) << ">";
    for (const auto& script : shell.scripts) html << "<script" << src(script) << " defer></script>";
    html << "</head>";
}

void write_account(Html& html, const Shell& shell) {
    if (shell.signed_in_as.empty()) return;
    html << "<div class=\"sf-account\">";
    if (shell.account) html << "<a class=\"sf-header__link\"" << href(*shell.account) << ">" << shell.signed_in_as << "</a>";
    else html << "<span>" << shell.signed_in_as << "</span>";
    if (shell.sign_out)
        html << "<form method=\"post\"" << action(*shell.sign_out) << "><input type=\"hidden\" name=\"" << FormToken::field
             << "\"" << attribute("value", shell.token)
             << "><button class=\"sf-plain-button\" type=\"submit\">Sign out</button></form>";
    html << "</div>";
}

void write_header(Html& html, const Shell& shell) {
    html
        << "<header class=\"sf-header\"><div class=\"govuk-width-container sf-header__inside\"><a class=\"sf-header__name\""
        << href(to("/"))
        << "><svg class=\"sf-header__mark\" width=\"28\" height=\"28\" viewBox=\"0 0 32 32\" aria-hidden=\"true\" focusable=\"false\">"
           "<path d=\"M16 2 4 7v9c0 7 5 12 12 14 7-2 12-7 12-14V7z\" fill=\"currentColor\"></path></svg><span>Steadfast</span></a>";
    if (!shell.organisation.empty()) html << "<span class=\"sf-header__organisation\">" << shell.organisation << "</span>";
    if (shell.search) html << search_box(*shell.search);
    write_account(html, shell);
    html << "</div></header>";
    if (shell.navigation.empty()) return;
    html << "<nav class=\"sf-navigation\" aria-label=\"Main\"><ul class=\"govuk-width-container sf-navigation__list\">";
    for (const auto& place : shell.navigation) {
        html << "<li><a class=\"sf-navigation__link\"" << href(place.link);
        if (place.is_here) html << " aria-current=\"page\"";
        if (!place.key.empty()) html << attribute("data-key", std::string(place.key));
        html << ">" << place.words << "</a></li>";
    }
    html << "</ul></nav>";
}

}  // namespace

Html shell(const Shell& shell) {
    Html html;
    html.reserve(4096 + shell.main.text().size() + shell.before_main.text().size());
    write_head(html, shell);
    html << "<body class=\"govuk-template__body\"><a" << href(to("#main"))
         << " class=\"govuk-skip-link\">Skip to main content</a>";
    write_header(html, shell);
    if (!shell.banner.empty())
        html << "<aside class=\"sf-banner\" aria-label=\"About this record\"><div class=\"govuk-width-container\">"
             << shell.banner << "</div></aside>";
    if (!shell.printed_for.empty()) html << "<p class=\"sf-printed-for\">" << shell.printed_for << "</p>";
    html << "<div class=\"govuk-width-container\">" << shell.before_main
         << "<main class=\"govuk-main-wrapper\" id=\"main\" tabindex=\"-1\">" << shell.main
         << "</main></div><footer class=\"sf-footer\"><div class=\"govuk-width-container\"><p>Steadfast";
    if (!shell.organisation.empty()) html << " for " << shell.organisation;
    return std::move(html) << "</p></div></footer></body></html>";
}

}  // namespace steadfast::web
