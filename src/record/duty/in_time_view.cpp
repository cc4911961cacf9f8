#include "record/duty/in_time_view.hpp"

#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

using pages::grouped;
using web::Html;

const web::Link all_duties = web::to("/in-time");

/// The states that can be asked for, in the words of the page.
struct StateChoice {
    std::string_view value;
    std::string_view words;
};
constexpr StateChoice state_choices[] = {
    {"", "Everything that was not in time"},
    {"overdue", "Not done yet, and overdue"},
    {"late", "Done late"},
    {"never", "Never done"},
    {"unknown", "The record does not say"},
    {"in_time", "Done in time"},
};

/// "March 2026", of a month's first day.
std::string month_in_words(Date first) { return first.words().substr(2); }

Html number(std::size_t count) { return Html(grouped(count)); }

std::vector<web::Column> tally_columns(std::string first) {
    return {{.name = std::move(first)},
            {.name = "In time"},
            {.name = "Late", .is_number = true},
            {.name = "Overdue", .is_number = true},
            {.name = "Never done", .is_number = true},
            {.name = "Not known", .is_number = true}};
}

std::vector<Html> tally_row(Html first, const Tally& tally) {
    std::vector<Html> row;
    row.push_back(std::move(first));
    row.emplace_back(share_in_words(tally));
    for (const std::size_t count : {tally.late, tally.overdue, tally.never_done, tally.not_known}) row.push_back(number(count));
    return row;
}

web::FilterPanel filter(const InTimeAsked& asked, const std::vector<NamedTeam>& teams, const web::Link& action) {
    web::FilterPanel panel{.action = action, .fields = {}};
    web::Select team{.name = "team",
                     .label = "Team",
                     .choices = {{"", "The whole council"}},
                     .chosen = asked.team.is_none() ? "" : asked.team.text()};
    for (const NamedTeam& one : teams) team.choices.push_back({one.id.text(), one.name});
    panel.fields << web::text_input({.name = "from",
                                     .label = "Due from",
                                     .hint = "For example, 27/3/2025",
                                     .value = asked.from.british(),
                                     .width = web::Width::ten})
                 << web::text_input({.name = "to", .label = "Due to", .value = asked.to.british(), .width = web::Width::ten})
                 << web::select(team);
    return panel;
}

Html to_take_away(const web::Link& to) {
    return Html() << "<p class=\"govuk-body sf-screen-only\">" << web::link(to, "Download for a spreadsheet") << "</p>";
}

std::string time_in_words(const InTimeAsked& asked, const std::vector<NamedTeam>& teams) {
    std::string words = fmt::format("What fell due from {} to {}", asked.from.words(), asked.to.words());
    const auto team = std::ranges::find(teams, asked.team, &NamedTeam::id);
    return words + (team == teams.end() ? ", the whole council." : ", " + team->name + ".");
}

Html trouble_of(const InTimeAsked& asked) { return asked.trouble.empty() ? Html() : web::warning(asked.trouble); }

Html how_it_is_counted() {
    return web::details(
        "How this is counted",
        web::paragraph(
            "Each time that something fell due for a child counts once, in the month in which it was due. What was never done therefore counts too. "
            "It counts for the team whose worker answered for the child on that day. Where the record does not say when "
            "something was to be done, or when it was, it is counted as not known: the share is then given as the least and the most that it can be."));
}

}  // namespace

web::Link InTimeAsked::with(web::Link link) const {
    link = link.with("from", from.british()).with("to", to.british());
    return team.is_none() ? link : link.with("team", team.text());
}

std::string share_in_words(const Tally& tally) {
    const auto least = tally.share_at_least();
    const auto most = tally.share_at_most();
    if (!least || !most) return "Nothing fell due";
    // Whole percent, rounded down, so that what is not all never reads as all.
    const auto percent = [](double share) { return static_cast<int>(std::floor(share * 100 + 1e-9)); };
    if (percent(*least) == percent(*most))
        return fmt::format("{}% ({} of {})", percent(*least), grouped(tally.in_time), grouped(tally.all()));
    return fmt::format("{}% to {}% (of {})", percent(*least), percent(*most), grouped(tally.all()));
}

Html in_time_view(const InTimeAsked& asked, const std::vector<NamedTeam>& teams, const std::vector<InTimeRow>& rows) {
    web::Table table{.caption = time_in_words(asked, teams),
                     .columns = tally_columns("Duty"),
                     .rows = {},
                     .when_empty = "This record knows no duty."};
    for (const InTimeRow& row : rows)
        table.rows.push_back(
            tally_row(web::link(asked.with(all_duties / row.timescale->key), std::string(row.timescale->name)), row.tally));
    Html html;
    html << web::heading_1("Done in time") << trouble_of(asked) << web::filter_panel(filter(asked, teams, all_duties))
         << web::table(table) << to_take_away(asked.with(all_duties / "export")) << how_it_is_counted();
    return html;
}

Html one_in_time_view(const InTimeAsked& asked, const std::vector<NamedTeam>& teams, const OneInTime& one) {
    const Performance& performance = one.kept->performance;
    const web::Link here = all_duties / one.timescale->key;
    Html html;
    html << web::heading_1(one.timescale->name) << trouble_of(asked)
         << web::paragraph(Html(fmt::format("{}. {}.", one.timescale->says, one.timescale->source)))
         << web::paragraph(Html(fmt::format("{} In time: {}.", time_in_words(asked, teams), share_in_words(performance.whole))));

    web::FilterPanel panel = filter(asked, teams, here);
    web::Select state{.name = "state", .label = "Children", .choices = {}, .chosen = asked.state};
    for (const StateChoice& choice : state_choices)
        state.choices.push_back({std::string(choice.value), std::string(choice.words)});
    panel.fields << web::select(state);
    html << web::filter_panel(panel);

    web::Table months{.caption = "By the month in which it was due",
                      .columns = tally_columns("Month"),
                      .rows = {},
                      .when_empty = "The time has no month."};
    for (const MonthOfDuty& month : performance.months)
        months.rows.push_back(tally_row(Html(month_in_words(month.month)), month.tally));
    html << web::table(months);

    web::Table by_team{.caption = "By team", .columns = tally_columns("Team"), .rows = {}, .when_empty = "Nothing fell due."};
    for (const InTime::OfTeam& row : one.kept->teams) {
        const auto team = std::ranges::find(teams, row.team, &NamedTeam::id);
        Html name = team == teams.end()
                        ? Html(row.team.is_none() ? "Nobody answered for the child" : "A team that was closed")
                        : web::link(InTimeAsked{asked.from, asked.to, row.team, "", 1, ""}.with(here), team->name);
        by_team.rows.push_back(tally_row(std::move(name), row.tally));
    }
    html << web::table(by_team);

    web::Table behind{.caption = fmt::format("The children: {}",
                                             pages::counted(one.page.whole, "time that it fell due", "times that it fell due")),
                      .columns = {{.name = "Child"}, {.name = "What happened"}, {.name = "Counted from"}},
                      .rows = {},
                      .when_empty = "Nothing that you may see came out so."};
    for (const BehindRow& row : one.behind)
        behind.rows.push_back({web::link(web::to("/children") / row.child, row.name), Html(row.words),
                               web::link(web::to("/items") / row.over, std::string(row.over_name))});
    html << web::table(behind)
         << web::pagination({.page = one.page.page,
                             .pages = one.page.pages(),
                             .list = asked.with(here).with("state", asked.state),
                             .of = "children"});
    if (one.withheld > 0)
        html << web::paragraph(Html(
            fmt::format("{} more stand behind the figure, of children whose record you may not open.", grouped(one.withheld))));
    if (one.page.whole > 0) html << to_take_away(asked.with(here / "export").with("state", asked.state));
    return html << how_it_is_counted() << web::paragraph(web::link(asked.with(all_duties), "Every duty"));
}

}  // namespace steadfast::record
