#include "record/documents/document_pages.hpp"

#include "law/london.hpp"
#include "record/documents/document_views.hpp"
#include "record/documents/email_pages.hpp"
#include "record/documents/file_type.hpp"
#include "record/documents/kept_file.hpp"
#include "record/documents/standing_files.hpp"
#include "record/documents/taking_in.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace steadfast::record::documents {
namespace {

using pages::Page;
using pages::SentFile;
using pages::Shown;
using pages::Visit;

constexpr std::size_t longest_preview = 20'000;   // Letters of a plain text on its page; a download has the rest.
constexpr std::string_view not_a_date = "Enter a date, like 27/3/2025";

Result<SeenChild> asked_child(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    return visit.book.child(*id);
}

tl::unexpected<Refusal> not_our_form() {
    return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
}

// --- the list ---

std::optional<Date> filter_date(const web::Request& request, std::string_view name, std::string& typed, std::string& wrong) {
    typed = request.query().get(name);
    const auto date = pages::typed_date(typed);
    if (!typed.empty() && !date) wrong = not_a_date;
    return date;
}

Result<Shown> show_list(const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const web::Link here = web::to("/children") / child->id / "documents";
    DocumentList list{.here = here, .add = here / "add", .may_add = may(visit.book.viewer(), Permission::record_work), .today = law::london_date(visit.now)};
    for (const auto kind : visit.request.query().all("kind")) list.kinds.emplace_back(kind);
    const auto from = filter_date(visit.request, "from", list.typed_from, list.wrong_from);
    const auto to = filter_date(visit.request, "to", list.typed_to, list.wrong_to);
    visit.book.each_about(*child, [&](const Found& found) {
        if (&found.type() != &type_of<Document>()) return;
        ++list.whole;
        DocumentLine line{visit.book.book().item_id(found), type_of<Document>().item_from<Document>(found.values()), {}};
        const auto& dated = line.document.dated;
        if (!list.kinds.empty() && std::find(list.kinds.begin(), list.kinds.end(), line.document.kind.code) == list.kinds.end()) return;
        if ((from && (!dated || *dated < *from)) || (to && (!dated || *dated > *to))) return;
        for (const ledger::SubjectId& subject : visit.book.book().subjects(found))
            if (const auto other = visit.book.child(subject); other && other->id != child->id) line.others.push_back(other->name);
        list.lines.push_back(std::move(line));
    });
    std::stable_sort(list.lines.begin(), list.lines.end(), [](const DocumentLine& a, const DocumentLine& b) {
        return a.document.dated != b.document.dated ? a.document.dated > b.document.dated : a.id < b.id;
    });
    return page_about(visit, {*child}, "Documents", document_list_view(list), "list of documents");
}

// --- filing ---

/// What people say of a file; the errors stand at their fields.
Document facts_in(const web::Fields& form, Date today, web::FieldErrors& errors) {
    web::FormReader reader(form);
    Document document;
    document.title = reader.text("title");
    document.kind.code = reader.text("kind");
    if (!document_kind.find(document.kind.code)) reader.refuse("kind", "Choose what kind of document it is");
    document.dated = reader.required_date("dated", "Date on it");
    if (document.dated && *document.dated > today) reader.refuse("dated-day", "The date on it must be today or in the past");
    document.from_whom = reader.text("from_whom");
    for (const auto name : {"title", "from_whom"})
        if (form.get(name).size() > 300) reader.refuse(name, "Use 300 letters or fewer");
    errors = reader.errors();
    return document;
}

DocumentForm new_form(const Visit& visit, const SeenChild& child) {
    return {.action = web::to("/children") / child.id / "documents" / "add", .back = web::to("/children") / child.id / "documents",
            .form_token = visit.form_token, .key = ledger::IdempotencyKey::random().text(), .children = {child},
            .others = others_it_may_be_about(visit.book, child), .most_bytes = visit.parts.documents.most_bytes};
}

Result<Shown> show_add(const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    return page_about(visit, {*child}, "File a document", document_form_view(new_form(visit, *child)), "form to file a document");
}

Result<Shown> form_again(const Visit& visit, DocumentForm form) {
    const std::vector<SeenChild> children = form.children;
    Page page = page_about(visit, children, "File a document", document_form_view(form), "form with something to put right");
    page.status = 422;
    return page;
}

/// Takes every file in, or none: what was kept of the others is left over, and goes.
std::vector<Document> take_all_in(Record& record, const Visit& visit, const Document& facts, web::FieldErrors& errors) {
    std::vector<Document> taken;
    for (const web::UploadedFile& file : visit.request.files()) {
        auto document = take_in(record.ledger().store().documents(), visit.parts.documents, visit.now, file);
        if (!document) {
            errors.add(file.field() == "photo" ? "photo" : "files", document.error().whole());
            continue;
        }
        document->title = facts.title.empty() ? title_from(document->file_name) : facts.title;
        document->kind = facts.kind;
        document->dated = facts.dated;
        document->from_whom = facts.from_whom;
        taken.push_back(std::move(*document));
    }
    return taken;
}

Result<Shown> save_add(Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const auto key = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
    if (!key) return not_our_form();
    const auto children = chosen_children(visit.book, *child, visit.request.form());
    if (!children) return refuse(children.error());
    DocumentForm form = new_form(visit, *child);
    form.typed = visit.request.form();
    form.key = key->text();
    Filing filing(*key, *children, visit.book.viewer().worker);
    if (filing.is_saved_already(visit.book.book())) return form.back;

    const Document facts = facts_in(form.typed, law::london_date(visit.now), form.errors);
    if (visit.request.files().empty()) form.errors.add("files", "Choose a file or take a photograph");
    if (!form.errors.empty()) {
        // A browser does not keep the choice of files: it is only asked for again where it was right.
        if (!visit.request.files().empty()) form.errors.add("files", "Choose the files again");
        return form_again(visit, std::move(form));
    }
    const std::vector<Document> documents = take_all_in(record, visit, facts, form.errors);
    if (!form.errors.empty()) return form_again(visit, std::move(form));
    for (const Document& document : documents) filing.add(document);
    if (auto saved = filing.save(record, visit.now, "filed documents"); !saved) return refuse(saved.error());
    return documents.size() == 1 ? web::to("/documents") / filing.first() : form.back;
}

// --- one document ---

struct Asked {
    ledger::ItemId id;
    Found found;
    Document document;
    std::vector<SeenChild> children;
};

Result<Asked> asked_document(const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    auto document = document_of(visit.book, *id);
    if (!document) return refuse(document.error());
    Asked asked{*id, *visit.book.item(*id), std::move(*document), {}};
    for (const ledger::SubjectId& subject : visit.book.book().subjects(asked.found)) {
        auto child = visit.book.child(subject);
        if (child) asked.children.push_back(std::move(*child));
    }
    return asked;
}

/// The files that stood there before, the latest first: also those of other children that it was about, as far as the viewer may see.
Result<std::vector<EarlierFile>> earlier_files(Record& record, const Visit& visit, const Asked& asked) {
    const auto entries = record.ledger().store().entries_of(asked.id, visit.book.book().head().seq);
    if (!entries) return refuse(entries.error());
    std::vector<EarlierFile> files;
    std::set<std::string> known{asked.document.kept_as};
    Instant replaced_at;
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        if (entry->version > asked.found.head().version) continue;
        if (!visit.book.may_see_everybody(entry->subjects)) break;
        const auto content = read_entry(type_of<Document>(), *entry);
        auto document = content ? type_of<Document>().item_from<Document>(content->values) : Document();
        if (!document.kept_as.empty() && known.insert(document.kept_as).second) files.push_back({entry->version, std::move(document), replaced_at});
        replaced_at = entry->recorded_at;
        // What stood on another child's record before it was moved here is for information governance alone.
        if (entry->kind == ledger::Kind::moved && !may(visit.book.viewer(), Permission::see_audit)) break;
    }
    return files;
}

Result<std::string> beginning_of(Record& record, const Document& document) {
    auto bytes = read_file(record.ledger().store().documents(), document);
    if (!bytes || bytes->size() <= longest_preview) return bytes;
    std::size_t end = longest_preview;
    while (end > 0 && (static_cast<unsigned char>((*bytes)[end]) & 0xc0) == 0x80) --end;   // Not in the middle of a letter.
    bytes->resize(end);
    return *bytes + "\n…";
}

Result<Shown> show_document(Record& record, const Visit& visit) {
    auto asked = asked_document(visit);
    if (!asked) return refuse(asked.error());
    if (asked->found.head().has(RowHead::withdrawn)) return web::to("/items") / asked->id;   // It says why, to those who may know of it at all.
    const auto entry = record.latest_entry(visit.book.book(), asked->found);
    if (!entry) return refuse(entry.error());
    DocumentShown shown{.id = asked->id, .document = asked->document, .version = entry->version, .children = asked->children,
                        .filed = fmt::format("{} {} by {}.", entry->version == 1 ? "Filed" : "Changed", law::london_date_and_time(entry->recorded_at),
                                             pages::worker_name(visit.book.book(), entry->recorded_by)),
                        .may_record = may(visit.book.viewer(), Permission::record_work), .today = law::london_date(visit.now)};
    auto earlier = earlier_files(record, visit, *asked);
    if (!earlier) return refuse(earlier.error());
    shown.earlier = std::move(*earlier);
    const auto type = file_type_named(asked->document.file_type);
    if (type && type->preview == FileType::Preview::words && asked->document.may_be_opened()) {
        auto words = beginning_of(record, asked->document);
        shown.words = words ? std::move(*words) : words.error().whole();
    }
    Page page = page_about(visit, asked->children, "Document", document_view(shown), "document");
    page.item = asked->id;
    return page;
}

/// A name to keep it under: the title, with the ending of what it is rather than of what it was called.
std::string name_to_keep(const Document& document) {
    const auto type = file_type_named(document.file_type);
    std::string name = document.title.substr(0, 100);
    std::replace_if(name.begin(), name.end(), [](char c) { return c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < ' '; }, ' ');
    return type ? fmt::format("{}.{}", name, type->ending) : name;
}

enum class SentAs { attachment, inline_in_browser };

Result<Shown> send_file(Record& record, const Visit& visit, SentAs as) {
    auto asked = asked_document(visit);
    if (!asked) return refuse(asked.error());
    if (const auto version = visit.request.query().get("version"); !version.empty()) {
        auto earlier = earlier_files(record, visit, *asked);
        if (!earlier) return refuse(earlier.error());
        const auto file = std::find_if(earlier->begin(), earlier->end(), [version](const EarlierFile& one) { return std::to_string(one.version) == version; });
        if (file == earlier->end()) return refuse(Refusal::Kind::not_found, "There is no such earlier file.", "Choose one on the document's page.");
        asked->document = std::move(file->document);
    }
    const auto type = file_type_named(asked->document.file_type);
    if (!asked->document.may_be_opened() || !type)
        return refuse(Refusal::Kind::not_allowed, "This file can't be opened: it was not scanned, or something was found in it.", "Look at its page again in some minutes.");
    if (as == SentAs::inline_in_browser && type->preview == FileType::Preview::none)
        return refuse(Refusal::Kind::not_found, "A browser can't show this file.", "Download it.");
    auto bytes = read_file(record.ledger().store().documents(), asked->document);
    if (!bytes) return refuse(bytes.error());

    // What somebody sent may not run anything, fetch anything or stand in anybody's frame, even where a browser opens it. A browser's
    // viewer of PDFs is a page of its own that does not start inside a sandbox; it runs no script of the service.
    const bool is_pdf = type->preview == FileType::Preview::page;
    const std::string policy = is_pdf ? "default-src 'none'; object-src 'self'; plugin-types application/pdf; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
                                      : "default-src 'none'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";
    const std::string media = type->preview == FileType::Preview::words ? "text/plain; charset=utf-8" : std::string(type->media);
    SentFile file{.response = as == SentAs::attachment ? web::Response::download(std::move(*bytes), media, name_to_keep(asked->document))
                                                       : web::Response::bytes(std::move(*bytes), media),
                  .what = as == SentAs::attachment ? "downloaded document" : "document shown", .about = {}, .item = asked->id};
    file.response.with("Content-Security-Policy", policy);
    if (as == SentAs::inline_in_browser) file.response.with("Content-Disposition", "inline");
    for (const SeenChild& child : asked->children) file.about.push_back(child.id);
    return file;
}

// --- changing one ---

web::Fields typed_from(const Document& document) {
    web::Fields typed;
    typed.add("title", document.title);
    typed.add("kind", document.kind.code);
    typed.add("from_whom", document.from_whom);
    const auto date = web::TypedDate::of(document.dated);
    typed.add("dated-day", date.day);
    typed.add("dated-month", date.month);
    typed.add("dated-year", date.year);
    return typed;
}

DocumentForm change_form(const Visit& visit, const Asked& asked) {
    return {.action = web::to("/documents") / asked.id / "change", .back = web::to("/documents") / asked.id, .form_token = visit.form_token,
            .key = ledger::IdempotencyKey::random().text(), .starts_from = asked.found.head().version, .file_name = asked.document.file_name,
            .children = asked.children, .others = {}, .most_bytes = visit.parts.documents.most_bytes, .typed = typed_from(asked.document)};
}

Result<Shown> show_change(const Visit& visit) {
    const auto asked = asked_document(visit);
    if (!asked) return refuse(asked.error());
    return page_about(visit, asked->children, "Change a document", document_form_view(change_form(visit, *asked)), "form to change a document");
}

Result<Shown> save_change(Record& record, const Visit& visit) {
    const auto asked = asked_document(visit);
    if (!asked) return refuse(asked.error());
    const auto key = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
    if (!key) return not_our_form();
    DocumentForm form = change_form(visit, *asked);
    form.typed = visit.request.form();
    form.key = key->text();
    const std::string_view from = form.typed.get("starts_from");
    std::from_chars(from.data(), from.data() + from.size(), form.starts_from);

    const Document facts = facts_in(form.typed, law::london_date(visit.now), form.errors);
    if (facts.title.empty()) form.errors.add("title", "Enter what it is");
    Document changed = asked->document;
    if (form.errors.empty() && !visit.request.files().empty()) {
        const auto taken = take_all_in(record, visit, facts, form.errors);
        if (form.errors.empty()) {
            const auto email = changed.email;
            changed = taken.front();
            changed.email = email;
        }
    }
    if (!form.errors.empty()) return form_again(visit, std::move(form));
    changed.title = facts.title;
    changed.kind = facts.kind;
    changed.dated = facts.dated;
    changed.from_whom = facts.from_whom;

    // Members that a later release recorded beside those known here stay.
    const auto entry = record.latest_entry(visit.book.book(), asked->found);
    if (!entry) return refuse(entry.error());
    auto content = read_entry(type_of<Document>(), *entry);
    if (!content) return refuse(content.error());
    content->values = type_of<Document>().values_of(changed);
    std::vector<ledger::SubjectId> subjects = entry->subjects;
    ledger::Change change = change_of(type_of<Document>(), asked->id, form.starts_from, subjects, *content, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({change}, {{visit.now, visit.book.viewer().worker, "changed document", subjects, asked->id}});
    if (!saved) return refuse(saved.error());
    note_named(record.ledger().store().documents(), {changed.kept_as});
    return web::to("/documents") / asked->id;
}

}  // namespace

Page page_about(const Visit& visit, const std::vector<SeenChild>& children, std::string title, web::Html main, std::string what) {
    Page page;
    page.title = std::move(title);
    if (!children.empty()) page.before_main = pages::child_bar(visit, children.front());
    for (const SeenChild& child : children) page.about.push_back(child.id);
    page.main = std::move(main);
    page.what = std::move(what);
    return page;
}

std::vector<pages::PageRoute> document_routes(Record& record) {
    using enum web::Method;
    using enum Permission;
    constexpr auto later = web::Runs::on_a_worker;   // They read the store, or wait for it.
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    const auto sending = [&record](SentAs as) { return [&record, as](const Visit& visit) { return send_file(record, visit, as); }; };
    return {
        {get, "/children/{id}/documents", see_children, show_list},
        {get, "/children/{id}/documents/add", record_work, show_add},
        {post, "/children/{id}/documents/add", record_work, with(save_add), later, most_uploaded},
        {get, "/documents/{id}", see_children, with(show_document), later},
        {get, "/documents/{id}/file", see_children, sending(SentAs::attachment), later},
        {get, "/documents/{id}/shown", see_children, sending(SentAs::inline_in_browser), later},
        {get, "/documents/{id}/change", record_work, show_change},
        {post, "/documents/{id}/change", record_work, with(save_change), later, most_uploaded},
    };
}

void add_pages(Record& record, pages::PageParts& parts) {
    parts.add(document_routes(record));
    parts.add(email_routes(record));
    parts.own_pages.push_back({&type_of<FiledEmail>(), [](ledger::ItemId id) { return web::to("/emails") / id; }});
    parts.own_pages.push_back({&type_of<Document>(), [](ledger::ItemId id) { return web::to("/documents") / id; }});
    parts.child_links.push_back({.words = "File an e-mail", .order = 41, .needs = Permission::record_work,
                                 .to = [](ledger::SubjectId child) { return web::to("/children") / child / "emails" / "add"; }});
    parts.child_links.push_back({.words = "Documents", .order = 40, .to = [](ledger::SubjectId child) { return web::to("/children") / child / "documents"; }});
}

}  // namespace steadfast::record::documents
