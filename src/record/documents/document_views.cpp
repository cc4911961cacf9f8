#include "record/documents/document_views.hpp"

#include "law/london.hpp"
#include "record/documents/file_type.hpp"
#include "record/documents/taking_in.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::documents {
namespace {

using web::Html;

std::vector<web::Choice> kinds_of_document(bool with_none) {
    std::vector<web::Choice> choices;
    if (with_none) choices.push_back({"", "Choose a kind"});
    for (const law::Code& code : document_kind.codes) choices.push_back({std::string(code.code), std::string(code.says)});
    return choices;
}

web::Link page_of(ledger::ItemId id) { return web::to("/documents") / id; }

std::string type_in_words(const Document& document) {
    const auto type = file_type_named(document.file_type);
    return fmt::format("{}, {}", type ? type->words : std::string_view("Unknown type"), size_in_words(static_cast<std::uint64_t>(std::max(0, document.bytes.value_or(0)))));
}

Html file_inputs(const DocumentForm& form) {
    const std::string limit = fmt::format("Up to {} each. You can also drag files here. {}.", size_in_words(form.most_bytes), allowed_file_types());
    Html html;
    if (form.starts_from > 0) {
        html << web::file_input({.name = "files", .label = "Replace the file", .hint = "Now: " + form.file_name + ". Leave this empty to keep it. The file before stays in the versions.",
                                 .error = std::string(form.errors.at("files")), .accept = accepted_endings()});
        return html;
    }
    html << web::file_input({.name = "files", .label = "Files", .hint = limit, .error = std::string(form.errors.at("files")), .accept = accepted_endings(), .takes_several = true})
         << web::file_input({.name = "photo", .label = "Or take a photograph of it", .hint = "On a phone this opens the camera", .accept = "image/*", .takes_several = false, .opens_camera = true});
    return html;
}

Html facts(const DocumentForm& form) {
    const auto error = [&form](std::string_view name) { return std::string(form.errors.at(name)); };
    const auto typed = [&form](std::string_view name) { return std::string(form.typed.get(name)); };
    Html html;
    html << web::text_input({.name = "title", .label = "What it is",
                             .hint = form.starts_from > 0 ? "" : "Left empty, each takes the name of its file", .error = error("title"), .value = typed("title")})
         << web::select({.name = "kind", .label = "Kind of document", .error = error("kind"), .choices = kinds_of_document(true), .chosen = typed("kind")})
         << web::date_input({.name = "dated", .legend = "Date on it", .hint = "Where it has none, the day it came. For example, 27 3 2026", .error = error("dated"),
                             .wrong_part = form.errors.part_of("dated"), .typed = web::TypedDate::in(form.typed, "dated")})
         << web::text_input({.name = "from_whom", .label = "Who it is from (optional)", .error = error("from_whom"), .value = typed("from_whom")});
    return html;
}

Html other_children(const DocumentForm& form) {
    if (form.others.empty()) return {};
    web::Checkboxes boxes{.name = "child", .legend = "Whose file is it in as well?", .hint = "Brothers and sisters, and children whose records share something already", .choices = {}};
    for (const SeenChild& other : form.others) boxes.choices.push_back({other.id.text(), other.name});
    for (const auto ticked : form.typed.all("child")) boxes.ticked.emplace_back(ticked);
    return web::checkboxes(boxes);
}

Html filter(const DocumentList& list) {
    web::FilterPanel panel{.action = list.here, .fields = {}};
    panel.fields << web::checkboxes({.name = "kind", .legend = "Kind", .choices = kinds_of_document(false), .ticked = list.kinds, .small = true})
                 << web::text_input({.name = "from", .label = "Dated from", .hint = "For example, 27/3/2025", .error = list.wrong_from, .value = list.typed_from, .width = web::Width::ten})
                 << web::text_input({.name = "to", .label = "Dated to", .error = list.wrong_to, .value = list.typed_to, .width = web::Width::ten});
    if (!list.kinds.empty() || !list.typed_from.empty() || !list.typed_to.empty()) panel.clear = list.here;
    return web::filter_panel(panel);
}

std::string why_empty(const DocumentList& list) {
    if (list.whole > 0) return "No document fits the filter. Untick a kind or widen the dates.";
    return "No document has been filed for this child yet. Scans, photographs, reports and the attachments of e-mails will stand here.";
}

Html preview(const DocumentShown& shown) {
    if (!shown.document.may_be_opened()) return {};
    const auto type = file_type_named(shown.document.file_type);
    Html html;
    if (type && type->preview == FileType::Preview::image)
        html << "<img class=\"sf-preview\"" << web::src(page_of(shown.id) / "shown") << web::attribute("alt", "The picture itself: " + shown.document.title) << ">";
    if (type && type->preview == FileType::Preview::words) html << "<pre class=\"sf-narrative\" tabindex=\"0\">" << shown.words << "</pre>";
    return html;
}

Html ways_to_open(const DocumentShown& shown) {
    if (shown.document.scan.is("waiting"))
        return web::warning("Not scanned yet, so it can't be opened. The scanner is tried again every minute.");
    if (!shown.document.may_be_opened())
        return web::warning(fmt::format("Malicious software was found in it ({}). It can't be opened. Take it off the record, and ask whoever sent it for a clean copy.", shown.document.found));
    const auto type = file_type_named(shown.document.file_type);
    Html html;
    html << "<p class=\"govuk-body sf-screen-only\">";
    if (type && type->preview == FileType::Preview::page) html << web::link(page_of(shown.id) / "shown", "Open it in the browser") << " &nbsp; ";
    html << web::link(page_of(shown.id) / "file", fmt::format("Download ({})", type_in_words(shown.document))) << "</p>";
    return html;
}

Html earlier_files(const DocumentShown& shown) {
    if (shown.earlier.empty()) return {};
    web::Table table{.caption = "Files that stood here before", .columns = {{"File"}, {"Until"}}, .rows = {}};
    for (const EarlierFile& file : shown.earlier) {
        const std::string words = fmt::format("{} ({})", file.document.file_name, type_in_words(file.document));
        table.rows.push_back({file.document.may_be_opened() ? web::link((page_of(shown.id) / "file").with("version", std::to_string(file.version)), words) : Html(words + ": it can't be opened"),
                              Html(law::london_date_and_time(file.replaced_at))});
    }
    return web::table(table);
}

}  // namespace

Html scan_tag(const Document& document) {
    if (document.scan.is("waiting")) return web::tag("Not scanned yet", web::Colour::yellow);
    if (document.scan.is("found")) return web::tag("Malicious", web::Colour::red);
    return {};
}

Html document_form_view(const DocumentForm& form) {
    Html fields;
    fields << web::hidden_input("save_key", form.key) << web::hidden_input("starts_from", std::to_string(form.starts_from)) << file_inputs(form) << facts(form)
           << other_children(form) << web::inset(Html(whose_files(form.children) + (form.others.empty() ? "" : " It will also be in the file of everybody you tick.")))
           << web::button({.label = form.starts_from > 0 ? "Save" : "File it"});
    Html html;
    html << web::error_summary(form.errors) << web::heading_1(form.starts_from > 0 ? "Change a document" : "File a document")
         << web::post_form({.action = form.action, .token = form.form_token, .fields = std::move(fields), .has_files = true})
         << web::paragraph(web::link(form.back, "Back without saving"));
    return html;
}

Html document_list_view(const DocumentList& list) {
    web::Table table{.caption = "Documents, the latest first", .columns = {{"Document"}, {"Kind"}, {"Date on it"}, {"From"}, {"Also in the file of"}}, .rows = {}, .when_empty = why_empty(list)};
    for (const DocumentLine& line : list.lines) {
        Html name;
        name << web::link(page_of(line.id), line.document.title) << " " << scan_tag(line.document);
        std::string others;
        for (const std::string& other : line.others) others += (others.empty() ? "" : ", ") + other;
        table.rows.push_back({std::move(name), Html(line.document.kind.says()),
                              Html(line.document.dated ? pages::with_distance(*line.document.dated, list.today) : "Not known"), Html(line.document.from_whom.empty() ? "Not recorded" : line.document.from_whom), Html(others.empty() ? "Nobody else" : others)});
    }
    Html main;
    main << web::heading_1("Documents");
    if (list.may_add) main << web::button_link(list.add, "File a document");
    main << web::table(table);
    if (list.whole > 0) main << "<p class=\"govuk-body sf-screen-only\">" << web::link(list.here / "export", "Download for a spreadsheet") << "</p>";
    Html side;
    side << filter(list);
    return web::with_side(main, side);
}

Html document_view(const DocumentShown& shown) {
    const Document& document = shown.document;
    std::string whose;
    for (const SeenChild& child : shown.children) whose += (whose.empty() ? "" : ", ") + child.name;
    std::vector<web::SummaryRow> rows{
        {"Kind", Html(document.kind.says())},
        {"Date on it", Html(document.dated ? pages::with_distance(*document.dated, shown.today) : "Not known")},
        {"From", Html(document.from_whom.empty() ? "Not recorded" : document.from_whom)},
        {"In the file of", Html(whose)},
        {"File", Html(fmt::format("{} ({})", document.file_name, type_in_words(document)))},
        {"Scan", Html(document.scan.says())},
    };
    if (!document.email.item.is_none()) rows.push_back({"Came with", web::link(web::to("/emails") / document.email.item, "This e-mail")});
    Html html;
    html << web::heading_1(document.title) << ways_to_open(shown) << preview(shown) << web::summary_list(rows) << web::paragraph(Html(shown.filed))
         << earlier_files(shown);
    if (!shown.may_record) return html;
    html << "<p class=\"govuk-body sf-screen-only\">" << web::link(page_of(shown.id) / "change", "Change it or replace the file") << " &nbsp; "
         << web::link(web::to("/items") / shown.id / "withdraw", "It is on the wrong child") << " &nbsp; "
         << web::link((web::to("/items") / shown.id).with("version", shown.version), "Its versions") << "</p>";
    return html;
}

}  // namespace steadfast::record::documents
