#include "law/london.hpp"
#include "record/access/access_pages.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>
#include <map>
#include <unordered_set>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t most_lines_read = 5'000;
constexpr std::size_t most_rows = 500;
constexpr int days_shown_at_first = 90;

/// A span of days out of the address.
struct Days {
    std::string typed_from;
    std::string typed_to;
    std::optional<Date> from;
    std::optional<Date> to;
    web::FieldErrors errors;
};

Days asked_days(const Visit& visit, Date today) {
    Days days;
    const auto read = [&](std::string_view name, std::string& typed, Date otherwise) {
        typed = visit.request.query().get(name);
        const auto date = typed.empty() ? std::optional(otherwise) : typed_date(typed);
        if (!date) days.errors.add(std::string(name), "Enter a date, like 27/3/2025");
        return date;
    };
    days.from = read("from", days.typed_from, today.plus_days(-days_shown_at_first));
    days.to = read("to", days.typed_to, today);
    if (days.from && days.to && *days.to < *days.from) days.errors.add("to", "Enter a day that is not before the first one");
    return days;
}

Result<std::vector<ledger::AccessLine>> lines_of(Record& record, std::optional<ledger::SubjectId> child, const Days& days) {
    if (!days.errors.empty()) return std::vector<ledger::AccessLine>();
    return record.ledger().store().access_lines(child, law::start_of_london_day(*days.from), law::start_of_london_day(days.to->plus_days(1)), most_lines_read);
}

Html day_inputs(const Days& days) {
    return Html() << web::text_input({.name = "from", .label = "From", .hint = "For example, 27/3/2025", .error = std::string(days.errors.at("from")),
                                      .value = days.typed_from, .width = web::Width::ten})
                  << web::text_input({.name = "to", .label = "To", .error = std::string(days.errors.at("to")), .value = days.typed_to, .width = web::Width::ten});
}

// --- one child's record ---

/// What one worker did on one day, in a row: forty pages of one afternoon are one visit to the record.
struct Looks {
    Instant first;
    Instant last;
    std::map<std::string, std::size_t> pages;
};

Html who_looked_table(const Visit& visit, const std::vector<ledger::AccessLine>& lines) {
    std::map<std::pair<Date, ledger::WorkerId>, Looks, std::greater<>> rows;
    for (const ledger::AccessLine& line : lines) {
        auto [at, is_new] = rows.try_emplace({law::london_date(line.at), line.who}, Looks{line.at, line.at, {}});
        at->second.first = std::min(at->second.first, line.at);
        at->second.last = std::max(at->second.last, line.at);
        ++at->second.pages[line.what];
    }
    web::Table table{.caption = counted(rows.size(), "visit to this record", "visits to this record"), .columns = {{"Day"}, {"Who"}, {"What"}}, .rows = {},
                     .first_cell_names_row = false, .when_empty = "Nobody looked at this record in that time."};
    for (const auto& [key, looks] : rows) {
        if (table.rows.size() == most_rows) break;
        const std::string times = looks.first == looks.last ? law::london_time(looks.first) : law::london_time(looks.first) + " to " + law::london_time(looks.last);
        std::string what;
        for (const auto& [page, count] : looks.pages) what += fmt::format("{}{}{}", what.empty() ? "" : "; ", page, count == 1 ? "" : fmt::format(" ({} times)", count));
        table.rows.push_back({Html(fmt::format("{}, {}", key.first.words_with_weekday(), times)), Html(worker_name(visit.book.book(), key.second)), Html(what)});
    }
    return web::table(table);
}

Result<Shown> show_who_looked(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    const auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    if (!may_see_who_looked(visit.book, child->id))
        return refuse(Refusal::Kind::not_allowed, "Who has looked is shown to those who work with the child, and to managers.", "Ask the child's worker or their manager.");
    const Days days = asked_days(visit, law::london_date(visit.now));
    const auto lines = lines_of(record, child->id, days);
    if (!lines) return refuse(lines.error());

    const web::Link here = web::to("/children") / child->id / "looked";
    Page page;
    page.title = "Who has looked at this record";
    page.before_main = child_bar(visit, *child);
    page.main << web::error_summary(days.errors) << web::heading_1("Who has looked at this record")
              << web::filter_panel({.action = here, .fields = day_inputs(days), .clear = here});
    if (days.errors.empty()) page.main << who_looked_table(visit, *lines);
    page.main << "<p class=\"govuk-body sf-screen-only\">" << web::link(here / "export", "Download for a spreadsheet") << "</p>";
    if (lines->size() == most_lines_read) page.main << web::paragraph(Html("There is more in that time than fits. Choose fewer days."));
    page.what = "who has looked";
    page.about = {child->id};
    page.status = days.errors.empty() ? 200 : 422;
    return page;
}

Result<Html> link_to_who_looked(const Visit& visit, const SeenChild& child) {
    if (!may_see_who_looked(visit.book, child.id)) return Html();
    return Html() << web::paragraph(web::link(web::to("/children") / child.id / "looked", "Who has looked at this record"));
}

// --- the log, for information governance ---

Html log_table(const Visit& visit, const std::vector<ledger::AccessLine>& lines, const Colleague* who) {
    web::Table table{.caption = "", .columns = {{"When"}, {"Who"}, {"What"}, {"Whose record"}}, .rows = {}, .first_cell_names_row = false,
                     .when_empty = "Nothing fits. Try more days, or anybody."};
    for (const ledger::AccessLine& line : lines) {
        if (who && line.who != who->id) continue;
        if (table.rows.size() == most_rows) break;
        Html children;
        std::size_t shown = 0;
        for (const ledger::SubjectId subject : line.children) {
            const auto child = visit.book.child(subject);
            if (++shown > 3) break;
            if (shown > 1) children << ", ";
            children << (child ? web::link(web::to("/children") / child->id, child->name) : Html("a record you may not see"));
        }
        if (line.children.size() > 3) children << fmt::format(" and {} more", line.children.size() - 3);
        table.rows.push_back({Html(law::london_date_and_time(line.at)), Html(worker_name(visit.book.book(), line.who)), Html(line.what), std::move(children)});
    }
    table.caption = table.rows.size() == most_rows ? fmt::format("The newest {} lines", most_rows) : counted(table.rows.size(), "line", "lines");
    return web::table(table);
}

Result<Shown> show_log(Record& record, const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const Days days = asked_days(visit, today);
    std::optional<ledger::SubjectId> child_asked;
    std::optional<SeenChild> child;
    if (const auto typed = visit.request.query().get("child"); !typed.empty()) {
        child_asked = ledger::SubjectId::parse(typed);
        if (!child_asked) return refuse(Refusal::Kind::not_found, "There is no such record, or none that you may see.");
        auto seen = visit.book.child(*child_asked);
        if (!seen) return refuse(seen.error());
        child = std::move(*seen);
    }
    const auto colleagues = everybody_ever(visit.book.book());
    const Colleague* const who = find_colleague(colleagues, visit.request.query().get("worker"));
    const auto lines = lines_of(record, child_asked, days);
    if (!lines) return refuse(lines.error());

    web::Select workers{.name = "worker", .label = "Who", .choices = {{"", "Anybody"}}, .chosen = who ? who->id.text() : ""};
    // Only those who looked in that time: a large council has had thousands of workers.
    std::unordered_set<ledger::WorkerId> looked;
    for (const ledger::AccessLine& line : *lines) looked.insert(line.who);
    for (const Colleague& colleague : colleagues)
        if (looked.contains(colleague.id) || &colleague == who) workers.choices.push_back({colleague.id.text(), colleague.name});
    Html fields;
    if (child) fields << web::hidden_input("child", child->id.text()) << web::paragraph(Html() << "Only about " << child->name);
    fields << web::select(workers) << day_inputs(days);
    Page page;
    page.title = "Access log";
    page.main << web::error_summary(days.errors) << web::heading_1("Access log")
              << web::paragraph(Html("Who opened which record, when. To see one child's, open their record and choose who has looked."))
              << web::filter_panel({.action = web::to("/access-log"), .fields = std::move(fields), .clear = web::to("/access-log")});
    if (days.errors.empty()) page.main << log_table(visit, *lines, who);
    page.main << "<p class=\"govuk-body sf-screen-only\">" << web::link(web::to("/access-log/export"), "Download for a spreadsheet") << "</p>";
    page.what = "access log";
    if (child) page.about = {child->id};
    page.status = days.errors.empty() ? 200 : 422;
    return page;
}

}  // namespace

bool may_see_who_looked(const SeenBook& book, ledger::SubjectId child) {
    const Viewer& viewer = book.viewer();
    return may(viewer, Permission::see_who_looked) || book.access().holds(viewer.worker, child) || book.access().supervises(viewer.worker, child);
}

void add_looked_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    using enum Permission;
    parts.add({
        {get, "/children/{id}/looked", see_children, [&record](const Visit& visit) { return show_who_looked(record, visit); }, web::Runs::on_a_worker},
        {get, "/access-log", see_audit, [&record](const Visit& visit) { return show_log(record, visit); }, web::Runs::on_a_worker},
    });
    parts.child_panels.push_back({"who-looked", ChildPanel::Where::beside, 90, link_to_who_looked});
    parts.places.push_back({.words = "Access log", .link = web::to("/access-log"), .order = 75, .needs = see_audit});
}

}  // namespace steadfast::record::pages
