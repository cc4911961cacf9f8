#include "law/london.hpp"
#include "practice/missing/found_button.hpp"
#include "practice/missing/interviews.hpp"
#include "practice/missing/missing_pages.hpp"
#include "practice/missing/patterns.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/home/own_teams.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using web::Html;

constexpr std::size_t most_in_common = 30;
constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

Html in_common(const std::string& caption, const std::string& column, const std::vector<InCommon>& all, bool of_several_children, bool are_children, const std::string& when_empty, Date today) {
    web::Table table{.caption = caption, .columns = {{column}, {"Times", true}}, .rows = {}, .when_empty = when_empty};
    if (of_several_children) table.columns.push_back({"Children", true});
    table.columns.push_back({"Last"});
    for (std::size_t i = 0; i < std::min(all.size(), most_in_common); ++i) {
        const InCommon& one = all[i];
        std::vector<Html> row{are_children ? web::link(web::to("/children") / one.children.front(), one.words) : Html(one.words), Html(std::to_string(one.times))};
        if (of_several_children) row.emplace_back(std::to_string(one.children.size()));
        row.emplace_back(one.last ? with_distance(*one.last, today) : std::string("Not recorded"));
        table.rows.push_back(std::move(row));
    }
    return web::table(table);
}

Html times_of_going(const ByTime& times) {
    web::Table table{.caption = "When they went", .columns = {{"Day"}}, .rows = {}, .when_empty = ""};
    for (const auto part : ByTime::parts) table.columns.push_back({std::string(part), true});
    table.columns.push_back({"Time not known", true});
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        std::vector<Html> row{Html(weekdays[day])};
        for (const std::size_t count : times.times[day]) row.emplace_back(std::to_string(count));
        row.emplace_back(std::to_string(times.at_unknown_time[day]));
        table.rows.push_back(std::move(row));
    }
    Html html = web::table(table);
    if (times.unknown > 0) html << web::paragraph(Html(fmt::format("Of {} more not even the day is recorded.", times.unknown)));
    return html;
}

/// What some times away have in common, as tables.
Html patterns(const Visit& visit, const std::vector<EpisodeSeen>& episodes, bool of_several_children, std::vector<ledger::SubjectId>& about) {
    const Date today = law::london_date(visit.now);
    Html html;
    html << web::heading_2("What they have in common")
         << in_common("Places", "Where they were last seen, or found", by_place(episodes), of_several_children, false, "No place is recorded. Places stand here once an episode says where the child was last seen or found.", today)
         << in_common("People", "Whom they may have been with", by_person(episodes), of_several_children, false, "Nobody is named. People stand here once an episode says whom the child may be with.", today) << times_of_going(by_time(episodes));
    if (!of_several_children) {
        const auto others = away_at_the_same_time(visit.book, episodes, today);
        html << in_common("Children who were away at the same time", "Child", others, false, true, "Nobody whom you may see was away at the same time.", today);
        for (const InCommon& one : others) about.push_back(one.children.front());
    }
    return html;
}

Html all_times(const std::vector<EpisodeSeen>& all, const std::vector<InterviewStanding>& interviews, Instant now) {
    const Date today = law::london_date(now);
    web::Table table{.caption = "All times away, the latest first", .columns = {{"Went"}, {"Away for"}, {"Nights", true}, {"Risk"}, {"Return interview"}}, .rows = {},
                     .when_empty = "Nobody has recorded this child as missing."};
    for (const EpisodeSeen& one : all) {
        std::string interview = one.episode.is_open() ? "Not back yet" : "";
        for (const InterviewStanding& standing : interviews)
            if (standing.episode == one.id && interview.empty()) interview = standing.words(now);
        table.rows.push_back({web::link(web::to("/missing") / one.id, in_words(went(one.episode))), Html(how_long(one.episode, now)), Html(std::to_string(nights_away(one.episode, today))),
                              Html(one.episode.risk.is_recorded() ? one.episode.risk.says() : std::string_view("Not said")), Html(interview)});
    }
    return web::table(table);
}

Result<Shown> show_child(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    const auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    const Date today = law::london_date(visit.now);
    const auto all = episodes_of(visit.book, *child);
    const auto open = open_episode_of(visit.book, *child);
    Page page;
    page.about = {child->id};
    page.title = "Times missing";
    page.before_main = child_bar(visit, *child);
    page.main << web::heading_1("Times missing");
    if (open) page.main << found_button(visit, *open, "child");
    else if (may(visit.book.viewer(), Permission::record_work)) page.main << "<p class=\"govuk-body\">" << web::button_link(web::to("/children") / child->id / "missing" / "report", "Report missing") << "</p>";
    if (!all.empty()) page.main << web::paragraph(Html(in_a_line(all, today)));
    if (const std::string repeats = repeats_in_words(repeat_rule(visit.book.book()), all, today); !repeats.empty()) page.main << web::inset(Html() << "<p>" << repeats << "</p>");
    page.main << all_times(all, interviews_of(visit.parts.duties, visit.book, *child, today), visit.now);
    if (!all.empty()) page.main << patterns(visit, all, false, page.about);
    page.what = "times missing of the child";
    return page;
}

// --- a team's children ---

/// The children of some teams and of the teams below them, each once.
std::vector<ledger::SubjectId> children_of(const Visit& visit, const record::TeamTree& teams, const std::vector<ledger::ItemId>& whole, Date today) {
    const auto caseloads = record::Caseloads::of(visit.book.book(), today);
    std::vector<ledger::SubjectId> children;
    std::unordered_set<ledger::SubjectId> taken;
    const auto take = [&](const std::vector<record::Holding>& held) {
        for (const record::Holding& one : held)
            if (taken.insert(one.child).second) children.push_back(one.child);
    };
    for (const auto& team : teams.teams()) {
        if (std::ranges::none_of(whole, [&](ledger::ItemId one) { return teams.is_within(team.id, one); })) continue;
        take(caseloads->waiting_in(team.id));
        for (const auto& member : teams.members_of(team.id)) take(caseloads->held_by(member.worker));
    }
    return children;
}

Result<Shown> show_team(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const record::TeamTree teams(visit.book.book(), today);
    const auto own = own_teams(visit.book, teams);
    Page page;
    page.title = "Patterns of going missing";
    page.main << web::heading_1("Patterns of going missing");
    if (own.empty()) {
        page.main << web::paragraph(Html("You manage no team yet. The administrator says who manages which team."));
        return page;
    }
    const auto asked = ledger::ItemId::parse(visit.request.query().get("team"));
    const std::vector<ledger::ItemId> shown = asked && std::ranges::find(own, *asked) != own.end() ? std::vector{*asked} : own;
    const bool is_ever = visit.request.query().get("time") == "ever";
    std::vector<EpisodeSeen> episodes;
    for (const ledger::SubjectId id : children_of(visit, teams, shown, today)) {
        const auto child = visit.book.child(id);
        if (!child) continue;
        for (EpisodeSeen& one : episodes_of(visit.book, *child)) {
            const auto began = went(one.episode);
            if (!is_ever && (!began || began->day <= today.plus_years(-1))) continue;
            if (std::ranges::find(page.about, child->id) == page.about.end()) page.about.push_back(child->id);
            episodes.push_back(std::move(one));
        }
    }
    web::Select whose{.name = "team", .label = "Team", .choices = {{"", "All that I manage"}}, .chosen = shown.size() == 1 ? shown.front().text() : ""};
    for (const ledger::ItemId one : own) whose.choices.push_back({one.text(), teams.name_of(one)});
    const web::Select time{.name = "time", .label = "Since", .choices = {{"year", "The last 12 months"}, {"ever", "Everything on record"}}, .chosen = is_ever ? "ever" : "year"};
    page.main << web::filter_panel({.action = web::to("/missing/patterns"), .fields = Html() << web::select(whose) << web::select(time)})
              << web::paragraph(Html(fmt::format("Times away: {}. Children: {}.", grouped(episodes.size()), grouped(page.about.size()))));
    web::Table children{.caption = "Children, the most often away first", .columns = {{"Child"}, {"Times", true}, {"Nights", true}}, .rows = {}, .when_empty = "No child of this team was away in this time."};
    std::vector<std::tuple<std::size_t, int, const EpisodeSeen*>> rows;
    for (const ledger::SubjectId id : page.about) {
        std::size_t times = 0;
        int nights = 0;
        const EpisodeSeen* of = nullptr;
        for (const EpisodeSeen& one : episodes) {
            if (one.child.id != id) continue;
            ++times;
            nights += nights_away(one.episode, today);
            of = &one;
        }
        rows.emplace_back(times, nights, of);
    }
    std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return std::tuple(std::get<0>(a), std::get<1>(a)) > std::tuple(std::get<0>(b), std::get<1>(b)); });
    for (const auto& [times, nights, of] : rows)
        children.rows.push_back({web::link(web::to("/children") / of->child.id / "missing", of->child.name), Html(std::to_string(times)), Html(std::to_string(nights))});
    page.main << web::table(children);
    if (!episodes.empty()) page.main << patterns(visit, episodes, true, page.about);
    page.what = "patterns of going missing";
    return page;
}

}  // namespace

void add_pattern_pages(PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/missing", Permission::see_children, show_child, later},
        {get, "/missing/patterns", Permission::allocate, show_team, later},
    });
}

}  // namespace steadfast::practice
