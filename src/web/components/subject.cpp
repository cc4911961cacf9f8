#include "web/components/subject.hpp"

namespace steadfast::web {

namespace {

void write_item(Html& html, const TimelineItem& item) {
    html << "<li class=\"moj-timeline__item\"><div class=\"moj-timeline__header\"><h3 class=\"moj-timeline__title\">";
    if (item.link) html << "<a class=\"govuk-link\"" << href(*item.link) << ">" << item.title << "</a>";
    else html << item.title;
    html << "</h3>";
    if (item.tag) html << " " << *item.tag;
    if (!item.by.empty()) html << "<p class=\"moj-timeline__byline\">" << item.by << "</p>";
    html << "</div><p class=\"moj-timeline__date\">";
    if (item.machine_when.empty()) html << item.when;
    else html << "<time datetime=\"" << item.machine_when << "\">" << item.when << "</time>";
    html << "</p>";
    if (!item.description.empty()) html << "<div class=\"moj-timeline__description\">" << item.description << "</div>";
    html << "</li>";
}

}  // namespace

Html identity_bar(const IdentityBar& bar) {
    Html html;
    html
        // A page about several people has a bar for each, which must be told apart by ear.
        << "<section class=\"moj-identity-bar sf-identity\"" << attribute("aria-label", "Who this is about: " + bar.name) << "><div class=\"moj-identity-bar__container\"><div class=\"moj-identity-bar__details\">"
           "<h1 class=\"moj-identity-bar__title\">"
        << bar.name;
    if (!bar.also.empty()) html << " <span class=\"sf-identity__also\">" << bar.also << "</span>";
    html << "</h1>";
    if (!bar.alerts.empty()) {
        html << "<ul class=\"sf-identity__alerts\">";
        for (const auto& alert : bar.alerts) html << "<li>" << alert << "</li>";
        html << "</ul>";
    }
    if (!bar.facts.empty()) {
        html << "<dl class=\"sf-identity__facts\">";
        for (const auto& fact : bar.facts) html << "<div><dt>" << fact.label << "</dt><dd>" << fact.value << "</dd></div>";
        html << "</dl>";
    }
    html << "</div>";
    if (!bar.actions.empty()) html << "<div class=\"moj-identity-bar__actions\">" << bar.actions << "</div>";
    return std::move(html) << "</div></section>";
}

Html timeline(const std::vector<TimelineGroup>& groups, std::string_view when_empty) {
    Html html;
    if (groups.empty()) return std::move(html) << "<p class=\"govuk-body sf-empty\">" << when_empty << "</p>";
    for (const auto& group : groups) {
        if (!group.heading.empty()) html << "<h2 class=\"govuk-heading-s sf-timeline-heading\">" << group.heading << "</h2>";
        html << "<ol class=\"moj-timeline sf-timeline\">";
        for (const auto& item : group.items) write_item(html, item);
        html << "</ol>";
    }
    return html;
}

Html filter_panel(const FilterPanel& panel) {
    Html html;
    html
        << "<form class=\"moj-filter\" method=\"get\"" << action(panel.action)
        << "><div class=\"moj-filter__header\"><div class=\"moj-filter__header-title\"><h2 class=\"govuk-heading-m\">Filter</h2></div></div><div class=\"moj-filter__content\">";
    if (!panel.chosen.empty()) {
        html
            << "<div class=\"moj-filter__selected\"><div class=\"moj-filter__selected-heading\"><div class=\"moj-filter__heading-title\"><h3 class=\"govuk-heading-s\">Chosen</h3></div>";
        if (panel.clear)
            html << "<div class=\"moj-filter__heading-action\"><p><a class=\"govuk-link govuk-link--no-visited-state\""
                 << href(*panel.clear) << ">Clear filters</a></p></div>";
        html << "</div><ul class=\"moj-filter-tags\">";
        for (const auto& each : panel.chosen)
            html << "<li><a class=\"moj-filter__tag\"" << href(each.without)
                 << "><span class=\"govuk-visually-hidden\">Remove this filter</span> " << each.words << "</a></li>";
        html << "</ul></div>";
    }
    return std::move(html)
           << "<div class=\"moj-filter__options\"><button class=\"govuk-button\" type=\"submit\">Apply filters</button>"
           << panel.fields << "</div></div></form>";
}

}  // namespace steadfast::web
