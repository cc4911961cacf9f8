#include "law/london.hpp"
#include "record/home/due.hpp"
#include "record/home/home_pages.hpp"
#include "record/home/own_teams.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/lists.hpp"
#include "record/pages/page_parts.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

const web::Link all_due = web::to("/due");

struct WhenChoice {
    std::string_view value;
    std::string_view words;
    bool (*takes)(HowSoon);
};
constexpr WhenChoice when_choices[] = {
    {"", "Overdue or due in five working days", [](HowSoon soon) { return soon == HowSoon::overdue || soon == HowSoon::this_week; }},
    {"overdue", "Overdue", [](HowSoon soon) { return soon == HowSoon::overdue; }},
    {"all", "Everything", [](HowSoon) { return true; }},
    {"not_known", "What can't be worked out", [](HowSoon soon) { return soon == HowSoon::not_known; }},
};

/// What somebody asked for, as far as they may ask it.
struct DueAsked {
    ledger::ItemId team;            ///< None: their own children.
    const WhenChoice* when = &when_choices[0];
    std::string duty;               ///< A timescale's key; empty for all.
    std::size_t page = 1;

    [[nodiscard]] web::Link here() const {
        web::Link link = all_due;
        if (!team.is_none()) link = link.with("team", team.text());
        if (!when->value.empty()) link = link.with("when", when->value);
        return duty.empty() ? link : link.with("duty", duty);
    }
};

DueAsked read_asked(const Visit& visit, const std::vector<ledger::ItemId>& own) {
    const web::Fields& query = visit.request.query();
    DueAsked asked;
    const auto team = ledger::ItemId::parse(query.get("team"));
    if (team && std::ranges::find(own, *team) != own.end()) asked.team = *team;
    const auto* const when = std::ranges::find(when_choices, query.get("when"), &WhenChoice::value);
    if (when != std::end(when_choices)) asked.when = when;
    if (const auto bound = visit.parts.duties.find(query.get("duty"))) asked.duty = bound->duty->timescale->key;
    const auto page = query.get("page");
    std::from_chars(page.data(), page.data() + page.size(), asked.page);
    asked.page = std::max<std::size_t>(asked.page, 1);
    return asked;
}

/// The children whom the list is about.
std::vector<Holding> held_by(const Visit& visit, const TeamTree& teams, const DueAsked& asked, Date today) {
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    if (asked.team.is_none()) return caseloads->held_by(visit.book.viewer().worker);
    std::vector<Holding> held;
    const auto take = [&held](const std::vector<Holding>& more) { held.insert(held.end(), more.begin(), more.end()); };
    for (const TeamTree::OneTeam& team : teams.teams()) {
        if (!teams.is_within(team.id, asked.team)) continue;
        for (const TeamTree::Member& member : teams.members_of(team.id)) take(caseloads->held_by(member.worker));
        take(caseloads->waiting_in(team.id));
    }
    return held;
}

web::FilterPanel filter(const Visit& visit, const TeamTree& teams, const std::vector<ledger::ItemId>& own, const DueAsked& asked) {
    web::FilterPanel panel{.action = all_due, .fields = {}};
    if (!own.empty()) {
        web::Select whose{.name = "team", .label = "Whose children", .choices = {{"", "Mine"}}, .chosen = asked.team.is_none() ? "" : asked.team.text()};
        for (const ledger::ItemId team : own) whose.choices.push_back({team.text(), teams.name_of(team)});
        panel.fields << web::select(whose);
    }
    web::Select when{.name = "when", .label = "When", .choices = {}, .chosen = std::string(asked.when->value)};
    for (const WhenChoice& choice : when_choices) when.choices.push_back({std::string(choice.value), std::string(choice.words)});
    web::Select duty{.name = "duty", .label = "What", .choices = {{"", "Everything that is owed"}}, .chosen = asked.duty};
    for (const BoundDuty& bound : visit.parts.duties.all()) duty.choices.push_back({std::string(bound.duty->timescale->key), std::string(bound.duty->timescale->name)});
    panel.fields << web::select(when) << web::select(duty);
    if (!asked.duty.empty() || !asked.when->value.empty() || !asked.team.is_none()) panel.clear = all_due;
    return panel;
}

Html who_in_words(const Book& book, const DueRow& row) { return Html(row.who.is_none() ? std::string("Nobody has the child") : worker_name(book, row.who)); }

Result<Shown> show_due(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const TeamTree teams(visit.book.book(), today);
    const auto own = may(visit.book.viewer(), Permission::allocate) ? own_teams(visit.book, teams) : std::vector<ledger::ItemId>{};
    const DueAsked asked = read_asked(visit, own);
    std::vector<DueRow> rows = due_of(visit.parts.duties, visit.book, held_by(visit, teams, asked, today), today);
    std::erase_if(rows, [&asked](const DueRow& row) { return !asked.when->takes(row.how_soon) || (!asked.duty.empty() && row.duty_key != asked.duty); });

    const PageOf part{.page = asked.page, .whole = rows.size()};
    web::Table table{.caption = counted(rows.size(), "thing is owed", "things are owed"),
                     .columns = {{"Child"}, {"What is due"}, {"Who"}, {"Do it"}},
                     .rows = {},
                     .when_empty = asked.team.is_none() ? "Nothing of this is owed to a child whom you work with." : "Nothing of this is owed to a child of this team."};
    const bool may_record = may(visit.book.viewer(), Permission::record_work);
    Page page;
    page.title = "What is due";
    for (std::size_t i = part.first(); i < part.last(); ++i) {
        const DueRow& row = rows[i];
        Html does = may_record ? web::link(row.does, row.does_words, fmt::format("{} of {}", row.duty, row.name)) : Html();
        // One cell for both: on a phone it is what is seen beside the name.
        Html what = Html() << row.duty << ": " << row.words;
        table.rows.push_back({web::link(web::to("/children") / row.child, row.name), std::move(what), who_in_words(visit.book.book(), row), std::move(does)});
        if (std::ranges::find(page.about, row.child) == page.about.end()) page.about.push_back(row.child);
    }
    page.what = "list of what is due";
    page.main << web::heading_1("What is due") << web::paragraph(web::link(web::to("/calendar"), "Have it in your own calendar")) << web::filter_panel(filter(visit, teams, own, asked)) << web::table(table)
              << web::pagination({.page = part.page, .pages = part.pages(), .list = asked.here(), .of = "things that are due"});
    return page;
}

}  // namespace

void add_due_pages(PageParts& parts) {
    parts.add({{web::Method::get, "/due", Permission::see_children, show_due, web::Runs::on_a_worker}});
    parts.places.push_back({.words = "What is due", .link = all_due, .order = 12, .needs = Permission::see_children, .key = "g d"});
}

}  // namespace steadfast::record::pages
