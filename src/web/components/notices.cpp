#include "web/components/notices.hpp"

namespace steadfast::web {

namespace {

Classes class_of(Colour colour) {
    switch (colour) {
        case Colour::grey: return "govuk-tag--grey";
        case Colour::green: return "govuk-tag--green";
        case Colour::teal: return "govuk-tag--teal";
        case Colour::blue: return "govuk-tag--blue";
        case Colour::purple: return "govuk-tag--purple";
        case Colour::magenta: return "govuk-tag--magenta";
        case Colour::red: return "govuk-tag--red";
        case Colour::orange: return "govuk-tag--orange";
        case Colour::yellow: return "govuk-tag--yellow";
    }
    return "";
}

}  // namespace

Html tag(std::string_view words, Colour colour) {
    return Html() << "<strong" << classes("govuk-tag", class_of(colour)) << ">" << words << "</strong>";
}

Html inset(const Html& content) { return Html() << "<div class=\"govuk-inset-text\">" << content << "</div>"; }

Html warning(std::string_view words) {
    return Html() << "<div class=\"govuk-warning-text\"><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>"
                     "<strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">Warning</span> "
                  << words << "</strong></div>";
}

Html details(std::string_view summary, const Html& content) {
    return Html()
           << "<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">"
           << summary << "</span></summary><div class=\"govuk-details__text\">" << content << "</div></details>";
}

Html notification(Notice notice, const Html& content) {
    const bool is_success = notice == Notice::success;
    Html html;
    html
        << (is_success
                ? Markup(
                      "<div class=\"govuk-notification-banner govuk-notification-banner--success\" role=\"alert\" tabindex=\"-1\" data-focus-first")
                : Markup("<div class=\"govuk-notification-banner\" role=\"region\""))
        << " aria-labelledby=\"notification-title\"><div class=\"govuk-notification-banner__header\">"
           "<h2 class=\"govuk-notification-banner__title\" id=\"notification-title\">"
        << (is_success ? Markup("Success") : Markup("Important"))
        << "</h2></div><div class=\"govuk-notification-banner__content\"><div class=\"govuk-notification-banner__heading\">"
        << content << "</div></div></div>";
    return html;
}

Html paragraph(const Html& content) { return Html() << "<p class=\"govuk-body\">" << content << "</p>"; }

Html hint(std::string_view words) { return Html() << "<p class=\"govuk-hint\">" << words << "</p>"; }

Html link(const Link& link, std::string_view words) {
    return Html() << "<a class=\"govuk-link\"" << href(link) << ">" << words << "</a>";
}

Html link(const Link& link, std::string_view words, std::string_view more_for_screen_readers) {
    return Html() << "<a class=\"govuk-link\"" << href(link) << ">" << words << "<span class=\"govuk-visually-hidden\"> "
                  << more_for_screen_readers << "</span></a>";
}

Html link_with_key(const Link& link, std::string_view words, std::string_view key) {
    return Html() << "<a class=\"govuk-link\"" << href(link) << attribute("data-key", std::string(key)) << ">" << words << "</a>";
}

Html with_side(const Html& main, const Html& side) {
    return Html() << "<div class=\"sf-columns\"><div class=\"sf-columns__main\">" << main
                  << "</div><div class=\"sf-columns__side\">" << side << "</div></div>";
}

Html heading_1(std::string_view words) { return Html() << "<h1 class=\"govuk-heading-l\">" << words << "</h1>"; }

Html heading_2(std::string_view words) { return Html() << "<h2 class=\"govuk-heading-m\">" << words << "</h2>"; }

Html heading_3(std::string_view words) { return Html() << "<h3 class=\"govuk-heading-s\">" << words << "</h3>"; }

}  // namespace steadfast::web
