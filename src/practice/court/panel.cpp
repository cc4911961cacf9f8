#include "practice/court/panel.hpp"

#include "law/london.hpp"
#include "practice/court/proceedings.hpp"
#include "practice/court/statement.hpp"
#include "practice/court/timescales.hpp"
#include "record/access/each_about.hpp"
#include "record/item/when_in_words.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace steadfast::practice {
namespace {

using record::Found;
using record::SeenChild;
using record::pages::Visit;
using web::Html;

constexpr int days_of_a_week = 7;

template <class T>
struct OnRecord {
    ledger::ItemId item;
    T says;
};

template <class T>
std::vector<OnRecord<T>> all_about(const record::SeenBook& book, const SeenChild& child) {
    std::vector<OnRecord<T>> all;
    record::each_about<T>(book, child, [&](const Found& found) {
        if (!found.head().has(record::RowHead::gone))
            all.push_back({book.book().item_id(found), found.table->item<T>(found.row)});
    });
    return all;
}

/// "week 9 of 26": the week that begins with the day of issue is the first.
std::string week_of(const CourtProceedings& proceedings, Date today) {
    if (!proceedings.issued_on || today < *proceedings.issued_on) return "";
    return fmt::format(", week {}", (today - *proceedings.issued_on) / days_of_a_week + 1);
}

Html proceedings_line(const OnRecord<CourtProceedings>& one, Date today) {
    Html html;
    html << "<li>" << web::link(web::to("/items") / one.item, one.says.application.says());
    if (one.says.issued_on) html << ", issued on " << one.says.issued_on->words();
    if (one.says.ended_on)
        return std::move(html << ", ended on " << one.says.ended_on->words()
                              << std::string_view(one.says.outcome.says().empty() ? "" : ": ") << one.says.outcome.says()
                              << "</li>");
    html << week_of(one.says, today);
    if (one.says.is_extended == true && one.says.extended_to) html << ", extended until " << one.says.extended_to->words();
    return std::move(html << "</li>");
}

Html hearing_lines(const std::vector<OnRecord<CourtHearing>>& hearings, Date today) {
    Html html;
    for (const OnRecord<CourtHearing>& one : hearings) {
        const auto day = one.says.listed_for.first_day();
        if (!one.says.held_at.is_known() && day)
            html << "<li>" << web::link(web::to("/items") / one.item, one.says.kind.says())
                 << std::string_view(*day < today ? " was listed for " : " on ") << record::in_words(one.says.listed_for)
                 << std::string_view(*day < today ? ", and nobody has said what came of it" : "") << "</li>";
        if (one.says.must_file == true && !one.says.filed_on && one.says.file_by)
            html << "<li>File by " << record::pages::with_distance(*one.says.file_by, today) << ": "
                 << (one.says.what_to_file.empty() ? std::string("what was ordered") : one.says.what_to_file) << "</li>";
    }
    return html;
}

Html statement_lines(const std::vector<OnRecord<CourtStatement>>& statements) {
    Html html;
    for (const OnRecord<CourtStatement>& one : statements) {
        html << "<li>" << web::link(web::to("/items") / one.item, "Statement for court");
        if (one.says.written_on) html << " of " << one.says.written_on->words();
        if (one.says.filed_on) html << ", filed on " << one.says.filed_on->words();
        html << ". " << web::link(web::to("/court_statements") / one.item / "print", "Print it for court") << "</li>";
    }
    return html;
}

Result<Html> on_childs_page(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    auto proceedings = all_about<CourtProceedings>(visit.book, child);
    auto hearings = all_about<CourtHearing>(visit.book, child);
    const auto statements = all_about<CourtStatement>(visit.book, child);
    Html html;
    if (proceedings.empty() && hearings.empty() && statements.empty()) return html;
    std::stable_sort(proceedings.begin(), proceedings.end(),
                     [](const auto& a, const auto& b) { return a.says.issued_on > b.says.issued_on; });
    std::stable_sort(hearings.begin(), hearings.end(),
                     [](const auto& a, const auto& b) { return a.says.listed_for.first_day() < b.says.listed_for.first_day(); });
    html << web::heading_2("Court") << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& one : proceedings) html << proceedings_line(one, today);
    html << hearing_lines(hearings, today) << statement_lines(statements);
    return std::move(html << "</ul>");
}

}  // namespace

void add_court_panel(record::pages::PageParts& parts) {
    parts.child_panels.push_back(
        {.key = "court", .where = record::pages::ChildPanel::Where::above_the_chronology, .order = 20, .show = on_childs_page});
}

}  // namespace steadfast::practice
