#include "law/london.hpp"
#include "record/documents/document.hpp"
#include "record/letters/goes_out.hpp"
#include "record/letters/guarded_csv.hpp"
#include "record/letters/in_full.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/letters/made_for_somebody.hpp"
#include "record/letters/recipient_form.hpp"
#include "record/pages/child_view.hpp"
#include "record/people/chronology.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::letters {
namespace {

using pages::Page;
using pages::SentFile;
using pages::Shown;
using pages::Visit;
using web::Html;

constexpr std::size_t most_texts = 300;   // Each is read from the store; more than that nobody reads through before it goes out.

/// What somebody asked to have printed, and for whom.
struct PrintForm {
    SeenChild child;
    RecipientForm asked;

    [[nodiscard]] bool wants(std::string_view part) const { return asked.wants("part", part); }
};

/// What goes out, as rows: the same for paper and for a spreadsheet.
struct Extract {
    struct Line {
        std::string when, what, says;
    };
    std::vector<Line> events;
    std::vector<InFull> texts;
    std::vector<Line> documents;
    std::size_t left_out = 0;    ///< Confidential addresses and legal advice, which no print holds.
    std::size_t not_asked = 0;   ///< What colleagues said to one another, where nobody chose it.
};

Html form_view(const Visit& visit, const PrintForm& form) {
    const auto error = [&form](std::string_view name) { return std::string(form.asked.errors.at(name)); };
    const auto typed = [&form](std::string_view name) { return std::string(form.asked.typed.get(name)); };
    web::Checkboxes parts{.name = "part", .legend = "What goes out", .error = error("part"),
                          .choices = {{"facts", "Name and date of birth"}, {"events", "Chronology, a line each"}, {"texts", "What was recorded, in full"}, {"documents", "List of documents"},
                                      {"colleagues", "What colleagues wrote to one another", "Messages and handovers in these days. Left out unless you tick it; for somebody who asks for their own file"}}};
    for (const auto part : form.asked.typed.all("part")) parts.ticked.emplace_back(part);
    Html fields;
    fields << recipient_inputs(form.asked) << web::checkboxes(parts)
           << web::text_input({.name = "from", .label = "From (optional)", .hint = "For example, 27/3/2025", .error = error("from"), .value = typed("from"), .width = web::Width::ten})
           << web::text_input({.name = "to", .label = "To (optional)", .error = error("to"), .value = typed("to"), .width = web::Width::ten}) << may_know_input(form.asked)
           << web::button({.label = "Show what is to be printed", .name = "as", .value = "page"})
           << web::button({.label = "Download for a spreadsheet (CSV)", .looks = web::Looks::secondary, .name = "as", .value = "csv"});
    const web::Link here = web::to("/children") / form.child.id;
    Html html;
    html << web::error_summary(form.asked.errors) << web::heading_1("Print for somebody")
         << web::post_form({.action = here / "print", .token = visit.form_token, .fields = std::move(fields)})
         << web::paragraph(web::link(here / "family" / "print", "Print the family and its genogram")) << web::paragraph(web::link(here, "Back"));
    return html;
}

Page form_page(const Visit& visit, const PrintForm& form) {
    Page page;
    page.title = "Print for somebody";
    page.before_main = pages::child_bar(visit, form.child);
    page.main = form_view(visit, form);
    page.what = "form to print for somebody";
    page.about = {form.child.id};
    page.status = form.asked.errors.empty() ? 200 : 422;
    return page;
}

Result<Extract> extract_of(Record& record, const Visit& visit, const PrintForm& form, const ChronologyFilter& filter) {
    Extract extract;
    for (const ChronologyLine& line : chronology_of(visit.book, form.child, filter).lines) {
        const auto found = visit.book.book().find(line.item);
        if (!found) continue;
        const std::string when = line.happened ? line.happened->words() : "Not known";
        const GoesOut goes = goes_out(*found);
        const bool is_chosen = goes == GoesOut::with_the_record || (goes == GoesOut::when_asked_for && form.wants("colleagues"));
        if (!is_chosen) {
            ++(goes == GoesOut::never ? extract.left_out : extract.not_asked);
            continue;
        }
        if (line.type == &type_of<documents::Document>()) {
            const auto document = type_of<documents::Document>().item_from<documents::Document>(found->values());
            if (form.wants("documents")) extract.documents.push_back({when, std::string(document.kind.says()), document.title});
            continue;
        }
        if (form.wants("events")) extract.events.push_back({when, std::string(line.type->name()), line.summary});
        if (!form.wants("texts")) continue;
        if (extract.texts.size() == most_texts)
            return refuse(Refusal::Kind::invalid, fmt::format("More than {} things were recorded in these days. Choose fewer days, and print them one after the other", most_texts));
        auto text = in_full(record, visit, line.item, std::span(&form.child, 1));
        if (!text) return refuse(text.error());
        extract.texts.push_back(std::move(*text));
    }
    return extract;
}

std::string words_of(const Extract& extract) {
    std::string words;
    for (const auto* lines : {&extract.events, &extract.documents})
        for (const Extract::Line& line : *lines) words += line.what + " " + line.says + "\n";
    for (const InFull& text : extract.texts) words += text.words();
    return words;
}

Html table_of(std::string caption, const std::vector<Extract::Line>& lines) {
    web::Table table{.caption = std::move(caption), .columns = {{"When"}, {"What"}, {"In one line"}}, .rows = {}, .when_empty = "Nothing is recorded in these dates."};
    for (const Extract::Line& line : lines) table.rows.push_back({Html(line.when), Html(line.what), Html(line.says)});
    return web::table(table);
}

Html texts_view(const std::vector<InFull>& texts) {
    Html html;
    html << web::heading_2("What was recorded, the latest first");
    if (texts.empty()) html << web::paragraph(Html("Nothing is recorded in these dates."));
    for (const InFull& text : texts) html << in_full_view(text);
    return html;
}

std::string left_out_in_words(const Extract& extract) {
    std::string words;
    if (extract.left_out > 0) words += " Something that is kept confidential, or is legal advice, was left out.";
    if (extract.not_asked > 0) words += " What colleagues wrote to one another was left out.";
    return words;
}

Page print_page(const Visit& visit, const PrintForm& form, const Extract& extract, const Recipient& recipient, const std::string& line, const std::string& trouble) {
    Html content;
    content << web::heading_1(form.wants("facts") ? "From the record of " + form.child.name : "From a child's record");
    if (form.wants("facts") && form.child.person.born) content << web::paragraph(Html("Born " + form.child.person.born->words() + "."));
    if (form.wants("events")) content << table_of("Chronology, the latest first", extract.events);
    if (form.wants("texts")) content << texts_view(extract.texts);
    if (form.wants("documents")) content << table_of("Documents, the latest first", extract.documents);
    Page page;
    page.title = "Print for somebody";
    page.before_main << "<div class=\"sf-screen-only\">" << pages::child_bar(visit, form.child) << "</div>";
    // That something is kept secret is no matter of the recipient's either.
    page.main << "<div class=\"sf-screen-only\">"
              << web::inset(Html(fmt::format("This is for {}. Print it, or save the print as PDF. Read it through first: it goes out as it stands.{}", recipient.name,
                                             left_out_in_words(extract))))
              << (trouble.empty() ? Html() : web::warning(trouble))
              << "</div>" << on_each_page(line, content);
    page.what = "print for somebody";
    page.about = {form.child.id};
    page.printed_for = line;
    return page;
}

SentFile csv_file(const PrintForm& form, const Extract& extract, const std::string& line) {
    std::string csv(csv_start);
    csv += csv_line({line}) + csv_line({"When", "What", "What it says"});
    const auto add_lines = [&csv](const std::vector<Extract::Line>& lines) {
        for (const Extract::Line& one : lines) csv += csv_line({one.when, one.what, one.says});
    };
    add_lines(extract.events);
    for (const InFull& one : extract.texts) {
        std::string says;
        for (const auto& [label, words] : one.fields) says += fmt::format("{}{}: {}", says.empty() ? "" : "\n", label, words);
        csv += csv_line({one.when, one.what, says});
    }
    add_lines(extract.documents);
    return {.response = web::Response::download(std::move(csv), "text/csv; charset=utf-8", "record.csv"), .what = "list downloaded for somebody", .about = {form.child.id}, .item = {}};
}

Result<PrintForm> asked_form(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    return PrintForm{std::move(*child), {}};
}

ChronologyFilter read_filter(RecipientForm& form) {
    ChronologyFilter filter;
    for (const auto& [name, day] : {std::pair<std::string, std::optional<Date>*>{"from", &filter.from}, {"to", &filter.to}}) {
        const std::string typed(web::trimmed(form.typed.get(name)));
        *day = Date::parse_british(typed);
        if (!typed.empty() && !*day) form.errors.add(name, "Enter a date, like 27/3/2025");
    }
    return filter;
}

/// "From the record: chronology, list of documents, 1 March 2026 to 2 April 2026".
std::string what_went_out(const PrintForm& form) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"facts", "name and date of birth"}, {"events", "chronology"}, {"texts", "what was recorded, in full"}, {"documents", "list of documents"}, {"colleagues", "what colleagues wrote to one another"}};
    std::string what;
    for (const auto& [part, name] : names)
        if (form.wants(part)) what += fmt::format("{}{}", what.empty() ? "From the record: " : ", ", name);
    const auto from = web::trimmed(form.asked.typed.get("from"));
    const auto to = web::trimmed(form.asked.typed.get("to"));
    if (!from.empty()) what += fmt::format(", from {}", from);
    if (!to.empty()) what += fmt::format(", to {}", to);
    return what;
}

Result<Shown> print(Record& record, const Visit& visit) {
    auto form = asked_form(visit);
    if (!form) return refuse(form.error());
    form->asked.typed = visit.request.form();
    const Recipient recipient = read_recipient(form->asked);
    if (form->asked.typed.all("part").empty()) form->asked.errors.add("part", "Choose what goes out");
    const ChronologyFilter filter = read_filter(form->asked);
    if (!form->asked.errors.empty()) return form_page(visit, *form);

    const auto extract = extract_of(record, visit, *form, filter);
    if (!extract && extract.error().kind != Refusal::Kind::invalid) return refuse(extract.error());
    if (extract) look_through(form->asked, visit.book, std::span(&form->child, 1), recipient, words_of(*extract), "part");
    else form->asked.errors.add("from", extract.error().says);
    if (!form->asked.errors.empty()) return form_page(visit, *form);

    const std::string line = made_for(recipient, std::span(&form->child, 1), law::london_date(visit.now), visit.worker_name);
    const bool is_csv = form->asked.typed.get("as") == "csv";
    const std::string trouble = note_that_it_went_out(record, visit, {.what = what_went_out(*form), .as = is_csv ? "spreadsheet" : "print", .recipient = recipient,
                                                                      .about = {form->child.id}, .may_know = form->asked.to_think_about});
    if (is_csv) return csv_file(*form, *extract, line);
    return print_page(visit, *form, *extract, recipient, line, trouble);
}

}  // namespace

std::vector<pages::PageRoute> print_routes(Record& record) {
    using enum web::Method;
    return {
        {get, "/children/{id}/print", Permission::see_children, [](const Visit& visit) -> Result<Shown> {
             const auto form = asked_form(visit);
             if (!form) return refuse(form.error());
             return form_page(visit, *form);
         }},
        // The recipient's name may not stand in an address, so what is shown is asked for as a form is.
        {post, "/children/{id}/print", Permission::see_children, [&record](const Visit& visit) { return print(record, visit); }, web::Runs::on_a_worker},
    };
}

}  // namespace steadfast::record::letters
