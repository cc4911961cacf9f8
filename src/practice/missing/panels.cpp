#include "law/london.hpp"
#include "practice/missing/found_button.hpp"
#include "practice/missing/interviews.hpp"
#include "practice/missing/missing_pages.hpp"
#include "practice/missing/patterns.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::SeenChild;
using web::Html;

constexpr std::size_t most_on_childs_page = 5;

void say_on_the_bar(const Visit& visit, const SeenChild& child, web::IdentityBar& bar) {
    const auto open = open_episode_of(visit.book, child);
    if (!open) return;
    bar.alerts.push_back(web::tag(fmt::format("{} since {}", kind_in_words(open->episode), since_in_words(open->episode, law::london_date(visit.now))), web::Colour::red));
    bar.actions << " " << web::link(web::to("/missing") / open->id, "Missing: what is known");
}

Html line_of(const EpisodeSeen& one, const std::vector<InterviewStanding>& interviews, Instant now) {
    Html line;
    line << "<li>" << web::link(web::to("/missing") / one.id, in_words(went(one.episode))) << ", " << (one.episode.is_open() ? std::string("not back yet") : "away for " + how_long(one.episode, now));
    if (one.episode.risk.is_recorded()) line << ", risk: " << one.episode.risk.says();
    for (const InterviewStanding& standing : interviews)
        if (standing.episode == one.id && !one.episode.is_open()) line << ". Return interview: " << standing.words(now);
    return line << "</li>";
}

/// On the child's page: that they are missing and the press that ends it, and their times away in a line.
Result<Html> on_childs_page(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    const auto all = episodes_of(visit.book, child);
    Html html = found_notice(visit);
    if (all.empty()) return html;
    html << web::heading_2("Missing");
    for (const EpisodeSeen& one : all)
        if (one.episode.is_open())
            html << web::inset(Html() << "<p class=\"govuk-body\"><strong>" << kind_in_words(one.episode) << " since " << since_in_words(one.episode, today) << "</strong>, gone for " << how_long(one.episode, visit.now) << ". "
                                      << web::link(web::to("/missing") / one.id, "What is known, and who was told") << "</p>" << found_button(visit, one, "child"));
    html << web::paragraph(Html(in_a_line(all, today)));
    if (const std::string repeats = repeats_in_words(repeat_rule(visit.book.book()), all, today); !repeats.empty()) html << web::inset(Html() << "<p>" << repeats << "</p>");
    const auto interviews = interviews_of(visit.parts.duties, visit.book, child, today);
    html << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (std::size_t i = 0; i < std::min(all.size(), most_on_childs_page); ++i) html << line_of(all[i], interviews, visit.now);
    return html << "</ul>" << web::paragraph(web::link(web::to("/children") / child.id / "missing", "All times away, and what they have in common"));
}

Html short_list(const Visit& visit, const std::vector<EpisodeSeen>& missing, std::string_view from) {
    const Date today = law::london_date(visit.now);
    Html html;
    html << "<ul class=\"govuk-list sf-visits\">";
    for (const EpisodeSeen& one : missing) {
        html << "<li class=\"sf-visit\"><p class=\"govuk-body\">" << web::link(web::to("/children") / one.child.id, one.child.name) << ": " << web::link(web::to("/missing") / one.id, fmt::format("{} since {}", kind_in_words(one.episode), since_in_words(one.episode, today)), one.child.name)
             << ", gone for " << how_long(one.episode, visit.now);
        if (one.episode.risk.is_recorded()) html << ", risk: " << one.episode.risk.says();
        html << ".</p>" << found_button(visit, one, from) << "</li>";
    }
    return html << "</ul>";
}

/// On the first page: one's own children by name. The others stand on the list, which says in each record's log who looked.
Result<Html> on_first_page(const Visit& visit) {
    const auto caseloads = record::Caseloads::of(visit.book.book(), law::london_date(visit.now));
    std::vector<EpisodeSeen> missing = missing_now(visit.book);
    Html html = found_notice(visit);
    if (missing.empty()) return html;
    const std::size_t whole = missing.size();
    std::erase_if(missing, [&](const EpisodeSeen& one) {
        return std::ranges::none_of(caseloads->of_child(one.child.id), [&visit](const record::Holding& holding) { return holding.worker == visit.book.viewer().worker; });
    });
    html << web::heading_2(fmt::format("Missing now ({})", whole));
    if (!missing.empty()) html << short_list(visit, missing, "home");
    if (whole > missing.size()) html << web::paragraph(Html() << web::link(web::to("/missing"), fmt::format("{} whom you do not work with", counted(whole - missing.size(), "child", "children"))) << ".");
    return html;
}

Result<Html> on_the_board(const Visit& visit, const std::vector<ledger::SubjectId>& children) {
    const Date today = law::london_date(visit.now);
    std::vector<EpisodeSeen> missing = missing_now(visit.book);
    std::erase_if(missing, [&](const EpisodeSeen& one) { return std::ranges::find(children, one.child.id) == children.end(); });
    Html html = found_notice(visit);
    if (!missing.empty()) html << web::heading_2("Missing now") << short_list(visit, missing, "board");
    const RepeatRule rule = repeat_rule(visit.book.book());
    Html repeats;
    for (const std::string& sentence : repeats_among(visit.book, rule, children, today)) repeats << "<li>" << sentence << "</li>";
    if (!repeats.empty()) html << web::heading_2("Missing again and again") << "<ul class=\"govuk-list govuk-list--bullet\">" << repeats << "</ul>";
    return html;
}

}  // namespace

void add_missing_panels(PageParts& parts) {
    parts.bar_parts.push_back({.order = 1, .add = say_on_the_bar});
    parts.child_panels.push_back({.key = "missing", .where = ChildPanel::Where::above_what_is_due, .order = 5, .show = on_childs_page});
    parts.home_panels.push_back({.key = "missing", .order = 1, .show = on_first_page});
    parts.board_panels.push_back({.key = "missing", .order = 1, .show = on_the_board});
    parts.child_links.push_back({.words = "Times missing", .order = 17, .to = [](ledger::SubjectId child) { return web::to("/children") / child / "missing"; }});
}

}  // namespace steadfast::practice
