#include "record/pages/child_view.hpp"

#include "law/london.hpp"
#include "record/duty/stage.hpp"
#include "record/pages/page_parts.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

web::Link address_of(const SeenChild& child) { return web::to("/children") / child.id; }

std::string born_in_words(const Person& person, Date today) {
    if (person.born && person.died) return fmt::format("{}, died {}", person.born->words(), person.died->words());
    return record::pages::born_in_words(person.born, person.expected, today);
}

std::string month_of(const ChronologyLine& line) {
    if (!line.happened) return "No date recorded";
    return fmt::format("{} {}", month_name(line.happened->month()), line.happened->year());
}

std::string when_in_words(const ChronologyLine& line, Date today) {
    if (!line.happened) return "Nobody recorded when";
    std::string words = line.happened->words_with_weekday();
    if (line.ended && line.ended != line.happened) words += " to " + line.ended->words_with_weekday();
    words += " (" + from_today(*line.happened, today) + ")";
    if (line.age) words += fmt::format(", aged {}", *line.age);
    return words;
}

std::string in_a_row(const std::vector<std::string>& names) {
    std::string row;
    for (std::size_t i = 0; i < names.size(); ++i) row += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return row;
}

web::TimelineItem timeline_item(const ChronologyLine& line, const ChildPage& page) {
    web::TimelineItem item;
    item.title = line.type->name();
    item.link = web::to("/items") / line.item;
    item.when = when_in_words(line, page.today);
    if (line.happened) item.machine_when = line.happened->iso();
    item.by = page.name_of_worker(line.recorded_by) + ", recorded " + law::london_date(line.recorded_at).words();
    if (line.version > 1) item.by += line.version == 2 ? ", changed once" : fmt::format(", changed {} times", line.version - 1);
    item.description << line.summary;
    if (!line.also.empty()) item.description << std::string(line.summary.empty() ? "" : ". ") << "Also in the file of " << in_a_row(line.also) << ".";
    if (line.is_gone) item.tag = web::tag("No longer in the return", web::Colour::grey);
    return item;
}

std::vector<web::TimelineGroup> by_month(const ChildPage& page) {
    std::vector<web::TimelineGroup> groups;
    for (const ChronologyLine& line : page.chronology.lines) {
        std::string month = month_of(line);
        if (groups.empty() || groups.back().heading != month) groups.push_back({std::move(month), {}});
        groups.back().items.push_back(timeline_item(line, page));
    }
    return groups;
}

std::string why_empty(const ChildPage& page) {
    if (page.chronology.whole > 0) return "Nothing in this record fits the filter. Untick a kind or widen the dates.";
    if (page.known_on) return "Nothing about this child had been recorded by then.";
    return "Nothing has been recorded about this child yet. What a return brings in, and what colleagues record, will stand here.";
}

std::string how_many(const ChildPage& page) {
    const std::string whole = counted(page.chronology.whole, "entry", "entries");
    const Chronology& shown = page.chronology;
    if (shown.whole == 1 && shown.lines.size() == 1) return "There is 1 entry.";
    if (shown.lines.size() == shown.whole) return fmt::format("There are {}, the latest first.", whole);
    if (shown.lines.size() == shown.fitting) return fmt::format("Showing {} of {}, the latest first.", shown.lines.size(), whole);
    const std::string range = fmt::format("Showing {} to {}", shown.first + 1, shown.first + shown.lines.size());
    if (shown.fitting == shown.whole) return fmt::format("{} of {}, the latest first.", range, whole);
    return fmt::format("{} of {} that fit, of {} in all, the latest first.", range, shown.fitting, whole);
}

/// The other parts of a long chronology, through the same filter.
Html other_pages(const ChildPage& page) {
    const Chronology& shown = page.chronology;
    web::Link list = address_of(page.child);
    if (page.known_on) list = (list / "known").with("on", page.typed_known_on);
    for (const std::string& kind : page.filter.kinds) list = list.with("kind", kind);
    if (page.filter.from) list = list.with("from", page.typed_from);
    if (page.filter.to) list = list.with("to", page.typed_to);
    return web::pagination({.page = shown.first / lines_of_chronology + 1,
                            .pages = (shown.fitting + lines_of_chronology - 1) / lines_of_chronology, .list = list, .of = "the chronology"});
}

web::Html state_of(const DutyStanding& standing) {
    using State = law::StepStanding::State;
    switch (standing.step.state) {
        case State::overdue: return web::tag("Late", web::Colour::red);
        case State::due: return web::tag("Due", web::Colour::blue);
        case State::missed: return web::tag("Never done", web::Colour::red);
        default: return web::tag("Not known", web::Colour::yellow);
    }
}

/// What is owed, in words, each with the law that says so one click away.
Html what_is_due(const ChildPage& page) {
    Html html;
    html << web::heading_2("What is due");
    if (page.due.empty()) {
        html << "<p class=\"govuk-body\">Nothing is due, as far as this record shows.</p>";
        return html;
    }
    html << "<ul class=\"govuk-list sf-due\">";
    for (const DutyStanding& standing : page.due) {
        html << "<li>" << state_of(standing) << " <strong>" << standing.law->name << "</strong>: " << standing.words(page.today);
        if (standing.over_type) html << " (" << web::link(web::to("/items") / standing.over, standing.over_type->name()) << ")";
        html << web::details("What the law says", Html() << "<p class=\"govuk-body\">" << standing.says() << "</p><p class=\"govuk-body\">" << standing.source() << "</p>") << "</li>";
    }
    html << "</ul>";
    return html;
}

Html filter(const ChildPage& page) {
    std::vector<web::Choice> kinds;
    for (const KindCount& kind : page.chronology.kinds)
        kinds.push_back({std::string(kind.type->key()), fmt::format("{} ({})", kind.type->name(), kind.count)});
    web::FilterPanel panel{.action = address_of(page.child), .fields = {}};
    if (!kinds.empty())
        panel.fields << web::checkboxes({.name = "kind", .legend = "Kind", .choices = std::move(kinds), .ticked = page.filter.kinds, .small = true});
    panel.fields << web::text_input({.name = "from", .label = "From", .hint = "For example, 27/3/2025", .error = page.wrong_from,
                                     .value = page.typed_from, .width = web::Width::ten})
                 << web::text_input({.name = "to", .label = "To", .error = page.wrong_to, .value = page.typed_to, .width = web::Width::ten});
    if (!page.filter.kinds.empty() || !page.typed_from.empty() || !page.typed_to.empty()) panel.clear = address_of(page.child);
    return web::filter_panel(panel);
}

Html as_known(const ChildPage& page) {
    Html form;
    form << "<form class=\"sf-as-known\" method=\"get\"" << web::action(address_of(page.child) / "known") << ">"
         << web::text_input({.name = "on", .label = "As it was known at the end of", .hint = "What could have been read here on that day",
                             .error = page.wrong_known_on, .value = page.typed_known_on, .width = web::Width::ten})
         << web::button({.label = "Show that day", .looks = web::Looks::secondary}) << "</form>";
    return form;
}

Html things_to_record(const ChildPage& page) {
    if (page.may_add.empty()) return {};
    Html list;
    list << "<ul class=\"govuk-list\">";
    for (const ItemType* type : page.may_add)
        list << "<li>" << web::link(address_of(page.child) / "add" / type->key(), type->name()) << "</li>";
    list << "</ul>";
    Html html;
    html << "<div class=\"sf-screen-only\">" << web::details("Record something", list) << "</div>";
    return html;
}

}  // namespace

Html child_bar(const Visit& visit, const SeenChild& child) {
    const Person& person = child.person;
    const Date today = law::london_date(visit.now);
    web::IdentityBar bar{.name = child.name};
    const auto fact = [&bar](std::string_view label, std::string_view words) {
        if (!words.empty()) bar.facts.push_back({std::string(label), Html(words)});
    };
    if (!person.known_as.empty() && !person.given_name.empty() && person.known_as != person.given_name)
        bar.also = fmt::format("full name {} {}", person.given_name, person.family_name);
    fact("Born", born_in_words(person, today));
    if (const auto stage = stage_of(visit.parts.duties, visit.book, child)) fact("Now", stage->in_words());
    fact("Sex", person.sex.says());
    fact("Number here", person.authority_id);
    fact("Unique pupil number", person.upn);
    bar.actions << web::link(address_of(child), "Chronology") << " " << web::link(web::to("/items") / item_of(child.id), "Everything recorded about who they are");
    for (const BarPart& part : visit.parts.bar_parts) part.add(visit, child, bar);
    return web::identity_bar(bar);
}

Html lives_at_on_the_bar(const Visit& visit, const SeenChild& child) {
    web::IdentityBar bar;
    for (const BarPart& part : visit.parts.bar_parts) part.add(visit, child, bar);
    for (web::IdentityBar::Fact& fact : bar.facts)
        if (fact.label == lives_at_label) return std::move(fact.value);
    return {};
}

Html child_view(const ChildPage& page) {
    Html html;
    html.reserve(4000 + 700 * page.chronology.lines.size());
    web::FieldErrors errors;
    for (const auto& [field, wrong] : {std::pair("from", &page.wrong_from), std::pair("to", &page.wrong_to), std::pair("on", &page.wrong_known_on)})
        if (!wrong->empty()) errors.add(field, *wrong);
    html << web::error_summary(errors) << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">" << web::heading_1("Record");
    if (!page.known_on) html << things_to_record(page) << page.first << what_is_due(page) << page.then;
    html << web::heading_2("Chronology");
    if (page.known_on) {
        html << web::inset(Html() << "<p>You are looking at this record as it stood at the end of <strong>" << page.known_on->words_with_weekday()
                                  << "</strong>. What was recorded or changed later is not here.</p><p>"
                                  << web::link(address_of(page.child), "Back to the record of today") << "</p>");
    }
    if (page.chronology.whole > 0) html << "<p class=\"govuk-body\">" << how_many(page) << "</p>";
    html << web::timeline(by_month(page), why_empty(page)) << other_pages(page)
         << "</div><aside class=\"govuk-grid-column-one-third sf-aside\" aria-label=\"Beside the record\">";
    if (!page.known_on) html << page.beside << filter(page);
    html << as_known(page) << "</aside></div>";
    return html;
}

}  // namespace steadfast::record::pages
