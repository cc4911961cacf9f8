#include "web/components/navigation.hpp"

#include "web/sign_in/form_token.hpp"

#include <set>

namespace steadfast::web {

namespace {

constexpr Markup arrow_back =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" width=\"15\" height=\"13\" viewBox=\"0 0 15 13\" aria-hidden=\"true\" focusable=\"false\">"
    "<path d=\"M7 0 0 6.5 7 13l1.4-1.4L4.2 7.5H15v-2H4.2l4.2-4.1z\"></path></svg>";
constexpr Markup arrow_on =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" width=\"15\" height=\"13\" viewBox=\"0 0 15 13\" aria-hidden=\"true\" focusable=\"false\">"
    "<path d=\"M8 0l7 6.5L8 13l-1.4-1.4 4.2-4.1H0v-2h10.8L6.6 1.4z\"></path></svg>";

/// First, last, this one and its neighbours.
std::set<std::size_t> shown(const Pages& pages) {
    std::set<std::size_t> numbers{1, pages.pages};
    for (std::size_t number = pages.page > 1 ? pages.page - 1 : 1; number <= pages.page + 1 && number <= pages.pages; ++number)
        numbers.insert(number);
    return numbers;
}

void write_number(Html& html, const Pages& pages, std::size_t number) {
    const bool is_here = number == pages.page;
    html << (is_here ? Markup("<li class=\"govuk-pagination__item govuk-pagination__item--current\">")
                     : Markup("<li class=\"govuk-pagination__item\">"))
         << "<a class=\"govuk-link govuk-pagination__link\"" << href(pages.list.with("page", number)) << " aria-label=\"Page "
         << number << "\"";
    if (is_here) html << " aria-current=\"page\"";
    html << ">" << number << "</a></li>";
}

}  // namespace

Html breadcrumbs(const std::vector<Place>& way) {
    Html html;
    html << "<nav class=\"govuk-breadcrumbs\" aria-label=\"Breadcrumb\"><ol class=\"govuk-breadcrumbs__list\">";
    for (const auto& place : way)
        html << "<li class=\"govuk-breadcrumbs__list-item\"><a class=\"govuk-breadcrumbs__link\"" << href(place.link) << ">"
             << place.words << "</a></li>";
    return std::move(html) << "</ol></nav>";
}

Html sub_navigation(std::string_view label, const std::vector<Place>& places) {
    Html html;
    html << "<nav class=\"moj-sub-navigation\" aria-label=\"" << label << "\"><ul class=\"moj-sub-navigation__list\">";
    for (const auto& place : places) {
        html << "<li class=\"moj-sub-navigation__item\"><a class=\"moj-sub-navigation__link\"" << href(place.link);
        if (place.is_here) html << " aria-current=\"page\"";
        html << ">" << place.words << "</a></li>";
    }
    return std::move(html) << "</ul></nav>";
}

Html pagination(const Pages& pages) {
    Html html;
    if (pages.pages <= 1) return html;
    html << "<nav class=\"govuk-pagination\" aria-label=\"Pages of " << pages.of << "\">";
    if (pages.page > 1)
        html
            << "<div class=\"govuk-pagination__prev\"><a class=\"govuk-link govuk-pagination__link\" rel=\"prev\""
            << href(pages.list.with("page", pages.page - 1)) << ">" << arrow_back
            << "<span class=\"govuk-pagination__link-title\">Previous<span class=\"govuk-visually-hidden\"> page</span></span></a></div>";
    html << "<ul class=\"govuk-pagination__list\">";
    std::size_t last = 0;
    for (const std::size_t number : shown(pages)) {
        if (number > last + 1) html << "<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">&ctdot;</li>";
        write_number(html, pages, number);
        last = number;
    }
    html << "</ul>";
    if (pages.page < pages.pages)
        html << "<div class=\"govuk-pagination__next\"><a class=\"govuk-link govuk-pagination__link\" rel=\"next\""
             << href(pages.list.with("page", pages.page + 1))
             << "><span class=\"govuk-pagination__link-title\">Next<span class=\"govuk-visually-hidden\"> page</span></span>"
             << arrow_on << "</a></div>";
    return std::move(html) << "</nav>";
}

Html search_box(const SearchBox& box) {
    const std::string id = box.name + (box.is_small ? "-in-header" : "");
    Html html;
    html << "<form class=\"" << (box.is_small ? Markup("sf-search sf-search--small\"") : Markup("sf-search\""))
         << " method=\"post\" role=\"search\"" << action(box.action) << "><input type=\"hidden\" name=\"" << FormToken::field
         << "\"" << attribute("value", box.token) << ">"
         << (box.is_small ? Markup("<label class=\"govuk-visually-hidden\"") : Markup("<label class=\"govuk-label\""))
         << attribute("for", id) << ">" << box.label << "</label>";
    if (!box.hint.empty()) html << "<div class=\"govuk-hint\"" << attribute("id", id + "-hint") << ">" << box.hint << "</div>";
    html
        << "<div class=\"sf-search__row\"><input class=\"govuk-input sf-search__input\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" data-search"
        << attribute("id", id) << attribute("name", box.name) << attribute("value", box.value);
    if (!box.hint.empty()) html << attribute("aria-describedby", id + "-hint");
    if (box.is_small) html << attribute("placeholder", box.label);
    return std::move(html) << "><button class=\"govuk-button sf-search__button\" type=\"submit\">Search</button></div></form>";
}

}  // namespace steadfast::web
