#include "record/duty/in_time_pages.hpp"

#include "law/london.hpp"
#include "record/duty/in_time_view.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/letters/csv_for_somebody.hpp"
#include "record/pages/words.hpp"
#include "record/teams/team_tree.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

using namespace pages;
using State = law::StepStanding::State;

constexpr int usual_months = 12;
constexpr int most_years = 10;

Date first_of_month(Date day) { return day.plus_days(1 - static_cast<int>(day.day())); }

InTimeAsked read_asked(const Visit& visit) {
    const web::Fields& query = visit.request.query();
    const Date today = law::london_date(visit.now);
    const Date usual_to = first_of_month(today).plus_days(-1);
    const Date usual_from = first_of_month(usual_to).plus_months(1 - usual_months);
    InTimeAsked asked{
        .from = usual_from, .to = usual_to, .team = {}, .state = std::string(query.get("state")), .page = 1, .trouble = ""};
    if (const auto team = ledger::ItemId::parse(query.get("team"))) asked.team = *team;
    const auto page = query.get("page");
    std::from_chars(page.data(), page.data() + page.size(), asked.page);
    asked.page = std::max<std::size_t>(asked.page, 1);

    const auto from = typed_date(query.get("from"));
    const auto to = typed_date(query.get("to"));
    if ((!from && !query.get("from").empty()) || (!to && !query.get("to").empty()))
        asked.trouble = "Enter both days like 27/3/2025. The last twelve months are shown.";
    else if (from && to && *to < *from) asked.trouble = "The second day is before the first. The last twelve months are shown.";
    else if (from && (to.value_or(today)) > from->plus_years(most_years))
        asked.trouble = "Choose ten years at most. The last twelve months are shown.";
    if (!asked.trouble.empty()) return asked;
    asked.to = to.value_or(from && *from > usual_to ? today : usual_to);
    asked.from = from.value_or(std::min(usual_from, first_of_month(asked.to)));
    return asked;
}

std::vector<NamedTeam> teams_of(const Book& book, Date today) {
    std::vector<NamedTeam> teams;
    const TeamTree tree(book, today);
    for (const TeamTree::OneTeam& one : tree.teams()) teams.push_back({one.id, one.team.name});
    std::ranges::sort(teams, {}, &NamedTeam::name);
    return teams;
}

/// Every duty, by name.
std::vector<InTimeRow> rows_of_all(const Visit& visit, const InTimeAsked& asked) {
    std::vector<InTimeRow> rows;
    const auto duties = visit.parts.duties.all();
    const auto kept = in_time(visit.book.book(), duties, asked.from, asked.to, law::london_date(visit.now), asked.team);
    for (std::size_t nth = 0; nth < duties.size(); ++nth)
        rows.push_back({duties[nth].duty->timescale, kept[nth].performance.whole});
    std::ranges::sort(rows, {}, [](const InTimeRow& row) { return row.timescale->name; });
    return rows;
}

Result<Shown> show_all(const Visit& visit) {
    const InTimeAsked asked = read_asked(visit);
    Page page;
    page.title = "Done in time";
    page.main = in_time_view(asked, teams_of(visit.book.book(), law::london_date(visit.now)), rows_of_all(visit, asked));
    return page;
}

bool is_asked_for(State state, std::string_view asked) {
    switch (state) {
        case State::met_in_time: return asked == "in_time";
        case State::met_late: return asked.empty() || asked == "late";
        case State::overdue: return asked.empty() || asked == "overdue";
        case State::missed: return asked.empty() || asked == "never";
        case State::start_unknown:
        case State::met_unknown: return asked.empty() || asked == "unknown";
        case State::due:
        case State::ended: return false;
    }
    return false;
}

using Behind = std::pair<const DutyStanding*, SeenChild>;

/// What stands behind the figure of the children whom the visitor may see, the latest first.
/// @param withheld how much more stands there
std::vector<Behind> seen_behind(const Visit& visit, const InTimeAsked& asked, const Performance& performance,
                                std::size_t& withheld) {
    std::vector<Behind> seen;
    for (auto standing = performance.behind.rbegin(); standing != performance.behind.rend(); ++standing) {
        if (!is_asked_for(standing->step.state, asked.state)) continue;
        auto child = visit.book.child(standing->child);
        if (child && visit.book.item(standing->over)) seen.emplace_back(&*standing, std::move(*child));
        else ++withheld;
    }
    return seen;
}

/// The page's share of them.
void take_behind(const Visit& visit, const InTimeAsked& asked, OneInTime& one) {
    const Date today = law::london_date(visit.now);
    const auto seen = seen_behind(visit, asked, one.kept->performance, one.withheld);
    one.page = {.page = asked.page, .whole = seen.size()};
    for (std::size_t i = one.page.first(); i < one.page.last(); ++i) {
        const auto& [standing, child] = seen[i];
        one.behind.push_back({child.id, child.name, standing->over, standing->over_type->name(), standing->words(today)});
    }
}

Result<BoundDuty> asked_duty(const Visit& visit) {
    const auto bound = visit.parts.duties.find(visit.request.at("key"));
    if (!bound) return refuse(Refusal::Kind::not_found, "There is no such duty.", "Choose one from the list of duties.");
    return *bound;
}

Result<Shown> show_one(const Visit& visit) {
    const auto bound = asked_duty(visit);
    if (!bound) return refuse(bound.error());
    const Book& book = visit.book.book();
    const Date today = law::london_date(visit.now);
    const InTimeAsked asked = read_asked(visit);
    InTime kept = in_time(book, *bound, asked.from, asked.to, today, asked.team);
    const auto teams = teams_of(book, today);
    std::ranges::sort(kept.teams, {}, [&teams](const InTime::OfTeam& row) {
        return std::ranges::find(teams, row.team, &NamedTeam::id) - teams.begin();
    });
    const law::Timescale* const now = as_the_council_has_it(book, *bound->duty->timescale).in_force_on(today);
    OneInTime one{.timescale = now ? now : bound->duty->timescale, .kept = &kept, .behind = {}, .withheld = 0, .page = {}};
    take_behind(visit, asked, one);
    Page page;
    page.title = "Done in time";
    page.main = one_in_time_view(asked, teams, one);
    page.what = "children behind a figure";
    for (const BehindRow& row : one.behind)
        if (std::ranges::find(page.about, row.child) == page.about.end()) page.about.push_back(row.child);
    return page;
}

// --- for a spreadsheet ---

std::string day_or_nothing(std::optional<Date> day) { return day ? day->iso() : ""; }

letters::CsvList csv_of_all(const InTimeAsked& asked) {
    return {.title = "Download: done in time",
            .hint = fmt::format("Every duty with how often it was kept, of what fell due from {} to {}.", asked.from.words(),
                                asked.to.words()),
            .what = "Done in time: every duty",
            .file = "done-in-time.csv",
            .action = asked.with(web::to("/in-time") / "export"),
            .back = asked.with(web::to("/in-time")),
            .asks_for_names = false};
}

letters::CsvRows csv_rows_of_all(const Visit& visit) {
    const InTimeAsked asked = read_asked(visit);
    letters::CsvRows csv{.rows = {{"Duty", "Due from", "Due to", "In time", "Late", "Overdue", "Never done", "Not known", "All"}},
                         .about = {}};
    for (const auto& [timescale, tally] : rows_of_all(visit, asked)) {
        std::vector<std::string> cells{std::string(timescale->name), asked.from.iso(), asked.to.iso()};
        for (const std::size_t count : {tally.in_time, tally.late, tally.overdue, tally.never_done, tally.not_known, tally.all()})
            cells.push_back(std::to_string(count));
        csv.rows.push_back(std::move(cells));
    }
    return csv;
}

letters::CsvList csv_of_one(const law::Timescale& timescale, const InTimeAsked& asked) {
    const web::Link here = web::to("/in-time") / timescale.key;
    return {.title = fmt::format("Download: {}", timescale.name),
            .hint = fmt::format(
                "The children whom you may see behind the figure, a row for each time that it fell due from {} to {}.",
                asked.from.words(), asked.to.words()),
            .what = fmt::format("Done in time: {}", timescale.name),
            .file = "done-in-time.csv",
            .action = asked.with(here / "export").with("state", asked.state),
            .back = asked.with(here).with("state", asked.state)};
}

letters::CsvRows csv_rows_of_one(const Visit& visit, const BoundDuty& bound, bool with_names) {
    const InTimeAsked asked = read_asked(visit);
    const Date today = law::london_date(visit.now);
    const InTime kept = in_time(visit.book.book(), bound, asked.from, asked.to, today, asked.team);
    letters::CsvRows csv{.rows = {{"Child's number", "Due", "Done", "What happened", "Counted from"}}, .about = {}};
    if (with_names) csv.rows.front().insert(csv.rows.front().begin() + 1, "Child");
    std::size_t withheld = 0;
    for (const auto& [standing, child] : seen_behind(visit, asked, kept.performance, withheld)) {
        std::vector<std::string> cells{child.person.authority_id, day_or_nothing(standing->step.due),
                                       day_or_nothing(standing->step.met_on), standing->words(today),
                                       std::string(standing->over_type->name())};
        if (with_names) cells.insert(cells.begin() + 1, child.name);
        csv.rows.push_back(std::move(cells));
        if (std::ranges::find(csv.about, child.id) == csv.about.end()) csv.about.push_back(child.id);
    }
    return csv;
}

Result<Shown> ask_for_whom(const Visit& visit) {
    const auto bound = asked_duty(visit);
    if (!bound) return refuse(bound.error());
    return letters::csv_form(visit, csv_of_one(*bound->duty->timescale, read_asked(visit)));
}

Result<Shown> download_one(Record& record, const Visit& visit) {
    const auto bound = asked_duty(visit);
    if (!bound) return refuse(bound.error());
    return letters::csv_for_somebody(record, visit, csv_of_one(*bound->duty->timescale, read_asked(visit)),
                                     [&](bool with_names) { return csv_rows_of_one(visit, *bound, with_names); });
}

Result<Shown> download_all(Record& record, const Visit& visit) {
    return letters::csv_for_somebody(record, visit, csv_of_all(read_asked(visit)),
                                     [&visit](bool) { return csv_rows_of_all(visit); });
}

}  // namespace

void add_in_time_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    parts.places.push_back(
        {.words = "Done in time", .link = web::to("/in-time"), .order = 55, .needs = Permission::see_children});
    parts.add({
        {get, "/in-time", Permission::see_children, show_all, web::Runs::on_a_worker},
        {get, "/in-time/export", Permission::see_children,
         [](const Visit& visit) -> Result<Shown> { return letters::csv_form(visit, csv_of_all(read_asked(visit))); }},
        {post, "/in-time/export", Permission::see_children, [&record](const Visit& visit) { return download_all(record, visit); },
         web::Runs::on_a_worker},
        {get, "/in-time/{key}", Permission::see_children, show_one, web::Runs::on_a_worker},
        {get, "/in-time/{key}/export", Permission::see_children, ask_for_whom},
        {post, "/in-time/{key}/export", Permission::see_children,
         [&record](const Visit& visit) { return download_one(record, visit); }, web::Runs::on_a_worker},
    });
}

}  // namespace steadfast::record
