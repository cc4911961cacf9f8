#include "law/london.hpp"
#include "record/documents/document.hpp"
#include "record/letters/guarded_csv.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/letters/recipient.hpp"
#include "record/pages/child_view.hpp"
#include "record/people/chronology.hpp"
#include "record/people/confidential.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::letters {
namespace {

using pages::Page;
using pages::SentFile;
using pages::Shown;
using pages::Visit;
using web::Html;

/// What somebody asked to have printed, and for whom.
struct PrintForm {
    SeenChild child;
    web::Fields typed;
    web::FieldErrors errors;
    std::vector<std::string> to_think_about;

    [[nodiscard]] bool wants(std::string_view part) const {
        const auto parts = typed.all("part");
        return std::find(parts.begin(), parts.end(), part) != parts.end();
    }
    [[nodiscard]] Recipient recipient() const {
        const web::FormReader reader(typed);
        return {reader.text("recipient"), reader.text("capacity"), ""};
    }
};

/// What goes out, as rows: the same for paper and for a spreadsheet.
struct Extract {
    struct Line {
        std::string when, what, says;
    };
    std::vector<Line> events;
    std::vector<Line> documents;
    std::size_t left_out = 0;   ///< Confidential addresses, which no print holds.
};

Html form_view(const Visit& visit, const PrintForm& form) {
    Html fields;
    fields << web::text_input({.name = "recipient", .label = "Who it is for", .error = std::string(form.errors.at("recipient")), .value = std::string(form.typed.get("recipient"))})
           << web::text_input({.name = "capacity", .label = "Who they are to the child (optional)", .hint = "For example, mother, solicitor or new school",
                               .value = std::string(form.typed.get("capacity"))});
    web::Checkboxes parts{.name = "part", .legend = "What goes out", .error = std::string(form.errors.at("part")),
                          .choices = {{"facts", "Name and date of birth"}, {"events", "Chronology"}, {"documents", "List of documents"}}};
    for (const auto part : form.typed.all("part")) parts.ticked.emplace_back(part);
    fields << web::checkboxes(parts)
           << web::text_input({.name = "from", .label = "From (optional)", .hint = "For example, 27/3/2025", .error = std::string(form.errors.at("from")),
                               .value = std::string(form.typed.get("from")), .width = web::Width::ten})
           << web::text_input({.name = "to", .label = "To (optional)", .error = std::string(form.errors.at("to")), .value = std::string(form.typed.get("to")), .width = web::Width::ten});
    if (!form.to_think_about.empty()) {
        std::string names;
        for (const std::string& name : form.to_think_about) names += (names.empty() ? "" : ", ") + name;
        fields << web::checkboxes({.name = "may_know", .legend = fmt::format("It names {}", names), .hint = "Tick this, or leave out the part that names them",
                                   .error = std::string(form.errors.at("may_know")), .choices = {{"yes", "The recipient may know what it says of them"}}, .small = true});
    }
    fields << web::button({.label = "Show what is to be printed", .name = "as", .value = "page"})
           << web::button({.label = "Download for a spreadsheet (CSV)", .looks = web::Looks::secondary, .name = "as", .value = "csv"});
    const web::Link here = web::to("/children") / form.child.id;
    Html html;
    html << web::error_summary(form.errors) << web::heading_1("Print for somebody")
         << web::post_form({.action = here / "print", .token = visit.form_token, .fields = std::move(fields)}) << web::paragraph(web::link(here, "Back"));
    return html;
}

Page form_page(const Visit& visit, const PrintForm& form, int status) {
    Page page;
    page.title = "Print for somebody";
    page.before_main = pages::child_bar(visit, form.child);
    page.main = form_view(visit, form);
    page.what = "form to print for somebody";
    page.about = {form.child.id};
    page.status = status;
    return page;
}

Extract extract_of(const Visit& visit, const PrintForm& form, const ChronologyFilter& filter) {
    Extract extract;
    for (const ChronologyLine& line : chronology_of(visit.book, form.child, filter).lines) {
        const auto found = visit.book.book().find(line.item);
        if (!found) continue;
        const std::string when = line.happened ? line.happened->words() : "Not known";
        if (is_confidential(*found)) {
            ++extract.left_out;
        } else if (line.type == &type_of<documents::Document>()) {
            const auto document = type_of<documents::Document>().item_from<documents::Document>(found->values());
            if (form.wants("documents")) extract.documents.push_back({when, std::string(document.kind.says()), document.title});
        } else if (form.wants("events")) {
            extract.events.push_back({when, std::string(line.type->name()), line.summary});
        }
    }
    return extract;
}

std::string words_of(const Extract& extract) {
    std::string words;
    for (const auto* lines : {&extract.events, &extract.documents})
        for (const Extract::Line& line : *lines) words += line.what + " " + line.says + "\n";
    return words;
}

Html table_of(std::string caption, const std::vector<Extract::Line>& lines) {
    web::Table table{.caption = std::move(caption), .columns = {{"When"}, {"What"}, {"In one line"}}, .rows = {}, .when_empty = "Nothing is recorded in these dates."};
    for (const Extract::Line& line : lines) table.rows.push_back({Html(line.when), Html(line.what), Html(line.says)});
    return web::table(table);
}

Page print_page(const Visit& visit, const PrintForm& form, const Extract& extract, const std::string& line) {
    Html content;
    content << web::heading_1(form.wants("facts") ? "From the record of " + form.child.name : "From a child's record");
    if (form.wants("facts") && form.child.person.born) content << web::paragraph(Html("Born " + form.child.person.born->words() + "."));
    if (form.wants("events")) content << table_of("Chronology, the latest first", extract.events);
    if (form.wants("documents")) content << table_of("Documents, the latest first", extract.documents);
    if (extract.left_out > 0) content << web::paragraph(Html("Something that is kept confidential was left out."));
    Page page;
    page.title = "Print for somebody";
    page.before_main << "<div class=\"sf-screen-only\">" << pages::child_bar(visit, form.child) << "</div>";
    page.main << "<div class=\"sf-screen-only\">"
              << web::inset(Html(fmt::format("This is for {}. Print it, or save the print as PDF. Read it through first: it goes out as it stands.", form.recipient().name))) << "</div>"
              << on_each_page(line, content);
    page.what = "print for somebody";
    page.about = {form.child.id};
    page.printed_for = line;
    return page;
}

SentFile csv_file(const PrintForm& form, const Extract& extract, const std::string& line) {
    std::string csv(csv_start);
    csv += csv_line({line}) + csv_line({"When", "What", "In one line"});
    for (const auto* lines : {&extract.events, &extract.documents})
        for (const Extract::Line& one : *lines) csv += csv_line({one.when, one.what, one.says});
    return {.response = web::Response::download(std::move(csv), "text/csv; charset=utf-8", "record.csv"), .what = "list downloaded for somebody", .about = {form.child.id}, .item = {}};
}

Result<PrintForm> asked_form(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    return PrintForm{.child = std::move(*child)};
}

Result<Shown> print(const Visit& visit) {
    auto asked = asked_form(visit);
    if (!asked) return refuse(asked.error());
    PrintForm& form = *asked;
    form.typed = visit.request.form();
    const Recipient recipient = form.recipient();
    if (recipient.name.empty()) form.errors.add("recipient", "Enter who it is for");
    if (recipient.name.size() > 200 || recipient.capacity.size() > 200) form.errors.add("recipient", "Use 200 letters or fewer");
    if (form.typed.all("part").empty()) form.errors.add("part", "Choose what goes out");
    ChronologyFilter filter;
    for (const auto& [name, day] : {std::pair<std::string, std::optional<Date>*>{"from", &filter.from}, {"to", &filter.to}}) {
        const std::string typed(web::trimmed(form.typed.get(name)));
        *day = Date::parse_british(typed);
        if (!typed.empty() && !*day) form.errors.add(name, "Enter a date, like 27/3/2025");
    }
    const Extract extract = extract_of(visit, form, filter);
    const Reach reach = reach_of(visit.book, std::span(&form.child, 1), recipient, words_of(extract));
    for (const std::string& forbidden : reach.forbidden) form.errors.add("part", forbidden);
    form.to_think_about = reach.to_think_about;
    if (!reach.to_think_about.empty() && form.typed.get("may_know") != "yes") form.errors.add("may_know", "Say that the recipient may know what it says of others");
    if (!form.errors.empty()) return form_page(visit, form, 422);

    const std::string line = made_for(recipient, std::span(&form.child, 1), law::london_date(visit.now), visit.worker_name);
    if (form.typed.get("as") == "csv") return csv_file(form, extract, line);
    return print_page(visit, form, extract, line);
}

}  // namespace

std::vector<pages::PageRoute> print_routes() {
    using enum web::Method;
    return {
        {get, "/children/{id}/print", Permission::see_children, [](const Visit& visit) -> Result<Shown> {
             const auto form = asked_form(visit);
             if (!form) return refuse(form.error());
             return form_page(visit, *form, 200);
         }},
        // The recipient's name may not stand in an address, so what is shown is asked for as a form is.
        {post, "/children/{id}/print", Permission::see_children, print, web::Runs::on_a_worker},
    };
}

}  // namespace steadfast::record::letters
