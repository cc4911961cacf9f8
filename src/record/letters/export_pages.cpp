#include "law/london.hpp"
#include "record/letters/goes_out.hpp"
#include "record/letters/guarded_csv.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/letters/made_list.hpp"
#include "record/letters/recipient_form.hpp"
#include "record/pages/item_page.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace steadfast::record::letters {
namespace {

using pages::Page;
using pages::SentFile;
using pages::Shown;
using pages::Visit;
using web::Html;

constexpr std::size_t most_rows = 100'000;

struct ExportForm {
    std::string title;
    std::string what;    ///< Of what went out: "Visits: a list".
    std::string hint;
    web::Link action;
    web::Link back;
    bool asks_for_names = false;
    RecipientForm asked;
    std::optional<Date> from;
    std::optional<Date> to;
};

Page form_page(const Visit& visit, const ExportForm& form) {
    const auto day = [&form](std::string_view name, std::string label, std::string hint) {
        return web::text_input({.name = std::string(name), .label = std::move(label), .hint = std::move(hint), .error = std::string(form.asked.errors.at(name)),
                                .value = std::string(form.asked.typed.get(name)), .width = web::Width::ten});
    };
    Html fields;
    fields << form_key_input(form.asked) << web::text_input({.name = "recipient", .label = "Who it is for", .hint = "It stands in the first line of the file", .error = std::string(form.asked.errors.at("recipient")),
                               .value = std::string(form.asked.typed.get("recipient"))})
           << day("from", "From (optional)", "For example, 27/3/2025") << day("to", "To (optional)", "");
    if (form.asks_for_names)
        fields << web::checkboxes({.name = "names", .legend = "Names", .hint = "Without them each row has the child's number alone", .choices = {{"yes", "With the children's names"}},
                                   .ticked = form.asked.wants("names", "yes") ? std::vector<std::string>{"yes"} : std::vector<std::string>{}, .small = true});
    fields << web::button({.label = "Download for a spreadsheet (CSV)"});
    Page page;
    page.title = form.title;
    page.main << web::error_summary(form.asked.errors) << web::heading_1(form.title) << web::paragraph(Html(form.hint))
              << web::post_form({.action = form.action, .token = visit.form_token, .fields = std::move(fields)}) << web::paragraph(web::link(form.back, "Back to the list"));
    page.status = form.asked.errors.empty() ? 200 : 422;
    return page;
}

/// Reads the form that was sent. @return for whom; none where something is to be put right.
std::optional<Recipient> read_form(const Visit& visit, ExportForm& form) {
    form.asked.typed = visit.request.form();
    const Recipient recipient = read_recipient(form.asked);
    for (const auto& [name, day] : {std::pair<std::string, std::optional<Date>*>{"from", &form.from}, {"to", &form.to}}) {
        const std::string typed(web::trimmed(form.asked.typed.get(name)));
        *day = Date::parse_british(typed);
        if (!typed.empty() && !*day) form.asked.errors.add(name, "Enter a date, like 27/3/2025");
    }
    if (form.from && form.to && *form.to < *form.from) form.asked.errors.add("to", "Enter a day that is not before the first one");
    return form.asked.errors.empty() ? std::optional(recipient) : std::nullopt;
}

std::string first_line(const Visit& visit, const Recipient& recipient) {
    return std::string(csv_start) + csv_line({fmt::format("For {}. Made {} by {}.", recipient.name, law::london_date(visit.now).words(), visit.worker_name)});
}

SentFile csv_file(std::string csv, std::string name, std::string what, std::vector<ledger::SubjectId> about) {
    return {.response = web::Response::download(std::move(csv), "text/csv; charset=utf-8", std::move(name)), .what = std::move(what), .about = std::move(about), .item = {}};
}

/// That it went out. Where that can't be noted the access log still has its line, and a file has no place to say so.
void note(Record& record, const Visit& visit, const ExportForm& form, const Recipient& recipient, std::vector<ledger::SubjectId> about) {
    static_cast<void>(note_that_it_went_out(record, visit, {.what = form.what, .as = "spreadsheet", .recipient = recipient, .about = std::move(about)}));
}

// --- everything of one kind ---

Result<const ItemType*> asked_kind(Record& record, const Visit& visit) {
    const ItemType* type = record.catalogue().find(visit.request.at("kind"));
    if (!type || type->written() == Written::by_its_room)
        return refuse(Refusal::Kind::not_found, "There is no such kind of record.", "Choose one from the first page.");
    return type;
}

ExportForm kind_form(const ItemType& type) {
    const web::Link list = web::to("/kinds") / type.key();
    return {.title = fmt::format("Download: {}", type.plural()), .what = fmt::format("{}: a list", type.plural()), .hint = "What you may see of this kind, a row each, without addresses that are kept confidential and without legal advice.",
            .action = list / "export", .back = list, .asks_for_names = true, .asked = {}, .from = {}, .to = {}};
}

Result<Shown> export_kind(Record& record, const Visit& visit) {
    const auto type = asked_kind(record, visit);
    if (!type) return refuse(type.error());
    ExportForm form = kind_form(**type);
    const auto recipient = read_form(visit, form);
    if (!recipient) return form_page(visit, form);

    struct Row {
        std::optional<Date> happened;
        Found found;
    };
    std::vector<Row> rows;
    visit.book.each_of(**type, [&](const Found& found) {
        const auto happened = found.happened_on();
        if ((form.from && (!happened || *happened < *form.from)) || (form.to && (!happened || *happened > *form.to))) return;
        if (goes_out(found) != GoesOut::never) rows.push_back({happened, found});
    });
    if (rows.size() > most_rows) {
        form.asked.errors.add("from", fmt::format("There are more than {} of them. Choose fewer days", most_rows));
        return form_page(visit, form);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.happened > b.happened; });

    const bool with_names = form.asked.wants("names", "yes");
    std::string csv = first_line(visit, *recipient);
    csv += with_names ? csv_line({"When", "Child's number", "Child", "What"}) : csv_line({"When", "Child's number", "What"});
    std::set<ledger::SubjectId> about;
    for (const Row& row : rows) {
        std::string numbers;
        std::string names;
        for (const ledger::SubjectId& subject : visit.book.book().subjects(row.found)) {
            const auto child = visit.book.child(subject);
            if (!child) continue;
            about.insert(child->id);
            numbers += (numbers.empty() ? "" : "; ") + child->person.authority_id;
            names += (names.empty() ? "" : "; ") + child->name;
        }
        std::vector<std::string> cells{row.happened ? row.happened->iso() : "", std::move(numbers)};
        if (with_names) cells.push_back(std::move(names));
        // A summary can be a name: of a person, or of who gave a child another one.
        cells.push_back(with_names || (*type)->tells() != Tells::who_somebody_is ? (*type)->summary(row.found.values()) : "");
        csv += csv_line(cells);
    }
    note(record, visit, form, *recipient, {about.begin(), about.end()});
    return csv_file(std::move(csv), std::string((*type)->key()) + ".csv", "list downloaded for somebody", {about.begin(), about.end()});
}

// --- everybody ---

ExportForm people_form() {
    return {.title = "Download: people", .what = "People: a list", .hint = "Everybody whom you may know of, a row each. Days are of birth.", .action = web::to("/people") / "export", .back = web::to("/people"),
            .asks_for_names = true, .asked = {}, .from = {}, .to = {}};
}

Result<Shown> export_people(Record& record, const Visit& visit) {
    ExportForm form = people_form();
    const auto recipient = read_form(visit, form);
    if (!recipient) return form_page(visit, form);
    const bool with_names = form.asked.wants("names", "yes");
    std::vector<SeenChild> people;
    visit.book.each_person([&](const Found& found) {
        for (const ledger::SubjectId subject : visit.book.book().subjects(found)) {
            auto person = visit.book.child(subject);
            if (!person) continue;
            const auto& born = person->person.born;
            if ((form.from && (!born || *born < *form.from)) || (form.to && (!born || *born > *form.to))) continue;
            people.push_back(std::move(*person));
        }
    });
    std::sort(people.begin(), people.end(), [](const SeenChild& a, const SeenChild& b) {
        return std::tie(a.person.authority_id, a.id) < std::tie(b.person.authority_id, b.id);
    });
    std::string csv = first_line(visit, *recipient);
    csv += with_names ? csv_line({"Number here", "Name", "Born", "Sex"}) : csv_line({"Number here", "Born", "Sex"});
    std::vector<ledger::SubjectId> about;
    for (const SeenChild& one : people) {
        std::vector<std::string> cells{one.person.authority_id};
        if (with_names) cells.push_back(one.name);
        cells.push_back(one.person.born ? one.person.born->iso() : "");
        cells.emplace_back(one.person.sex.says());
        csv += csv_line(cells);
        about.push_back(one.id);
    }
    note(record, visit, form, *recipient, about);
    return csv_file(std::move(csv), "people.csv", "list downloaded for somebody", std::move(about));
}

// --- the access log ---

ExportForm log_form() {
    return {.title = "Download the access log", .what = "The access log", .hint = "Who opened which record, when; children by their numbers alone. Without days it is the last 90 days.",
            .action = web::to("/access-log") / "export", .back = web::to("/access-log"), .asks_for_names = false, .asked = {}, .from = {}, .to = {}};
}

Result<Shown> export_log(Record& record, const Visit& visit) {
    ExportForm form = log_form();
    const auto recipient = read_form(visit, form);
    if (!recipient) return form_page(visit, form);
    const Date to = form.to.value_or(law::london_date(visit.now));
    const Date from = form.from.value_or(to.plus_days(-90));
    const auto lines = record.ledger().store().access_lines(std::nullopt, law::start_of_london_day(from), law::start_of_london_day(to.plus_days(1)), most_rows + 1);
    if (!lines) return refuse(lines.error());
    if (lines->size() > most_rows) {
        form.asked.errors.add("from", fmt::format("There are more than {} lines in these days. Choose fewer", most_rows));
        return form_page(visit, form);
    }
    std::string csv = first_line(visit, *recipient) + csv_line({"When", "Who", "What", "Children's numbers", "How many children"});
    for (const ledger::AccessLine& line : *lines) {
        std::string numbers;
        for (const ledger::SubjectId& subject : line.children)
            if (const auto child = visit.book.child(subject)) numbers += (numbers.empty() ? "" : "; ") + child->person.authority_id;
        csv += csv_line({law::london_date_and_time(line.at), pages::worker_name(visit.book.book(), line.who), line.what, numbers, std::to_string(line.children.size())});
    }
    note(record, visit, form, *recipient, {});
    return csv_file(std::move(csv), "access-log.csv", "access log downloaded", {});
}

// --- what was printed and sent ---

ExportForm made_form() {
    return {.title = "Download what was printed and sent", .what = "Printed and sent: a list", .hint = "Prints, lists and letters that were made for somebody, a row each; children by their numbers alone.",
            .action = web::to("/made") / "export", .back = web::to("/made"), .asks_for_names = false, .asked = {}, .from = {}, .to = {}};
}

Result<Shown> export_made(Record& record, const Visit& visit) {
    ExportForm form = made_form();
    const auto recipient = read_form(visit, form);
    if (!recipient) return form_page(visit, form);
    const auto lines = all_made(visit.book, {form.from, form.to, ""});
    std::string csv = first_line(visit, *recipient) + made_csv(visit.book, lines);
    std::set<ledger::SubjectId> about;
    for (const MadeLine& line : lines)
        for (const SeenChild& child : line.about) about.insert(child.id);
    note(record, visit, form, *recipient, {about.begin(), about.end()});
    return csv_file(std::move(csv), "printed-and-sent.csv", "list of what was printed and sent, downloaded", {about.begin(), about.end()});
}

}  // namespace

std::vector<pages::PageRoute> export_routes(Record& record) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/kinds/{kind}/export", Permission::see_children, [&record](const Visit& visit) -> Result<Shown> {
             const auto type = asked_kind(record, visit);
             if (!type) return refuse(type.error());
             return form_page(visit, kind_form(**type));
         }},
        {post, "/kinds/{kind}/export", Permission::see_children, [&record](const Visit& visit) { return export_kind(record, visit); }, later},
        {get, "/people/export", Permission::see_children, [](const Visit& visit) -> Result<Shown> { return form_page(visit, people_form()); }},
        {post, "/people/export", Permission::see_children, [&record](const Visit& visit) { return export_people(record, visit); }, later},
        {get, "/made/export", Permission::see_audit, [](const Visit& visit) -> Result<Shown> { return form_page(visit, made_form()); }},
        {post, "/made/export", Permission::see_audit, [&record](const Visit& visit) { return export_made(record, visit); }, later},
        {get, "/access-log/export", Permission::see_audit, [](const Visit& visit) -> Result<Shown> { return form_page(visit, log_form()); }},
        {post, "/access-log/export", Permission::see_audit, [&record](const Visit& visit) { return export_log(record, visit); }, later},
    };
}

}  // namespace steadfast::record::letters
