#include "practice/visits/quick_note.hpp"

#include "law/london.hpp"
#include "practice/visits/quick_note_view.hpp"
#include "practice/visits/visit.hpp"
#include "record/drafts/drafts.hpp"
#include "record/item/form.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::SeenChild;
using record::type_of;

const record::ItemType& visit_type() { return type_of<Visit>(); }

/// The same form of a visit that lies before the person who writes it.
struct Opened {
    SeenChild child;
    QuickNote note;
};

Result<Opened> open_form(const record::pages::Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    const web::Link page = web::to("/children") / child->id;
    QuickNote note{.action = page / "note", .back = page, .whole_form = page / "add" / visit_type().key(), .form_token = visit.form_token, .key = {},
                   .child_name = child->name, .family = {{child->id, child->name}}, .typed = {}, .errors = {},
                   .now_in_words = "today at " + law::london_time(visit.now), .notices = {}, .keeping = {}};
    for (AlsoAbout& other : also_about(visit.book, *child, law::london_date(visit.now), {})) note.family.push_back(std::move(other.whom));
    return Opened{std::move(*child), std::move(note)};
}

void put_now(const record::pages::Visit& visit, web::Fields& typed) {
    const Date today = law::london_date(visit.now);
    typed.add("happened-day", std::to_string(today.day()));
    typed.add("happened-month", std::to_string(today.month()));
    typed.add("happened-year", std::to_string(today.year()));
    typed.add("happened-time", law::london_time(visit.now));
}

Page page_with(record::Record& record, const record::pages::Visit& visit, Opened& opened) {
    const DraftedForm drafted{.address = opened.note.action, .name = "Note of a visit", .about = {opened.child.id}};
    opened.note.keeping = keeps_itself(record, visit, drafted, opened.note.typed);
    const ItemPage about{.id = {}, .type = &visit_type(), .children = {opened.child}, .about = {{opened.child.id, opened.child.name}}};
    return page_about(visit, about, quick_note_view(opened.note), "form to record a visit");
}

Result<Shown> show(record::Record& record, const record::pages::Visit& visit) {
    auto opened = open_form(visit);
    if (!opened) return refuse(opened.error());
    QuickNote& note = opened->note;
    note.key = ledger::IdempotencyKey::random().text();
    if (const auto draft = draft_of(record, visit, note.action)) {
        note.typed = draft->fields;
        note.key = draft->fields.get("save_key");
        note.notices << draft_notice(draft->head);
        note.now_in_words = "as you began it";
    } else {
        put_now(visit, note.typed);
    }
    return page_with(record, visit, *opened);
}

bool is_ticked(const web::Fields& form, std::string_view name, ledger::SubjectId child) {
    const auto all = form.all(name);
    return std::any_of(all.begin(), all.end(), [&child](std::string_view id) { return ledger::SubjectId::parse(id) == child; });
}

/// What it says of one child: alone is seen, whichever box was ticked.
std::string seen_code(const web::Fields& form, ledger::SubjectId child) {
    if (is_ticked(form, "alone", child)) return "alone";
    return is_ticked(form, "saw", child) ? "seen" : "not_seen";
}

/// The declaration's own reader judges time and text; the rest of the visit is left to be added.
record::Content read_note(QuickNote& note) {
    record::FormRead read = record::read_form(visit_type(), note.typed);
    for (const auto& error : read.errors) note.errors.add(error.field, error.says);
    record::Content content;
    content.values = std::move(read.values);
    for (const AboutWhom& child : note.family) {
        record::Content about;
        about.values.resize(visit_type().fields().size());
        about.values[*visit_type().position("seen")] = seen_code(note.typed, child.id);
        content.about.push_back(std::move(about));
    }
    return content;
}

/// The note's words as the whole form has them.
web::Fields as_whole_form(const QuickNote& note, const std::string& key) {
    web::Fields fields{{"starts_from", "0"}, {"save_key", key}};
    for (const auto& [name, value] : note.typed)
        if (name == "words" || name.starts_with("happened")) fields.add(name, value);
    for (const AboutWhom& child : note.family) {
        const std::string seen = seen_code(note.typed, child.id);
        if (seen == "not_seen") continue;   // Nobody ticked is not the same as not seen: the whole form asks.
        if (child.id != note.family.front().id) fields.add("children", child.id.text());
        fields.add(record::input_about(child.id, "seen"), seen);
    }
    return fields;
}

/// The whole form with what was typed here, so that nobody types it twice: it becomes the draft there. One that was begun there before stays.
Result<Shown> go_on_in_the_whole_form(record::Record& record, const record::pages::Visit& visit, Opened& opened) {
    QuickNote& note = opened.note;
    if (!record.drafts()) return note.whole_form;
    const auto key = ledger::IdempotencyKey::random();
    const auto kept = record.drafts()->keep_and_wait({.worker = visit.book.viewer().worker, .form = note.whole_form.text(), .name = std::string(visit_type().name()),
                                                      .about = {opened.child.id}, .fields = as_whole_form(note, key.text()), .save_key = key}, visit.now);
    if (kept) {
        form_was_saved(record, visit, note.action);
        return note.whole_form;
    }
    if (kept.error().kind != Refusal::Kind::clash) return refuse(kept.error());
    note.errors.add("words", "You have begun the whole form of another visit. Save this note as it is, or save that one first: it is among your drafts");
    Page page = page_with(record, visit, opened);
    page.status = 409;
    return page;
}

Result<Shown> save(record::Record& record, const record::pages::Visit& visit) {
    auto opened = open_form(visit);
    if (!opened) return refuse(opened.error());
    QuickNote& note = opened->note;
    note.typed = visit.request.form();
    note.key = note.typed.get("save_key");
    const auto key = ledger::IdempotencyKey::parse(note.key);
    if (!key) return not_opened_here();
    if (note.typed.has("whole_form")) return go_on_in_the_whole_form(record, visit, *opened);
    const auto everybody = note.family;
    // It is in the file of the child whose page it was opened on, and of everybody who was seen.
    std::erase_if(note.family, [&](const AboutWhom& child) { return child.id != opened->child.id && seen_code(note.typed, child.id) == "not_seen"; });
    const record::Content content = read_note(note);
    if (!note.errors.empty()) {
        note.family = everybody;
        Page page = page_with(record, visit, *opened);
        page.status = 422;
        return page;
    }
    std::vector<ledger::SubjectId> subjects;
    for (const AboutWhom& child : note.family) subjects.push_back(child.id);
    const ledger::ItemId item(key->bytes());
    ledger::Change change = record::change_of(visit_type(), item, 0, subjects, content, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({std::move(change)}, {saved_line(visit, "saved visit", subjects, item)});
    if (!saved) return refuse(saved.error());
    form_was_saved(record, visit, note.action);
    return (web::to("/items") / item).with("saved", saved->front().version);
}

}  // namespace

void add_quick_note(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = record::Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/note", needs, [&record](const record::pages::Visit& visit) { return show(record, visit); }, later},
        {post, "/children/{id}/note", needs, [&record](const record::pages::Visit& visit) { return save(record, visit); }, later},
    });
    parts.bar_parts.push_back({.order = 10, .add = [](const record::pages::Visit& visit, const SeenChild& child, web::IdentityBar& bar) {
                                   if (may(visit.book.viewer(), needs)) bar.actions << " " << web::link_with_key(web::to("/children") / child.id / "note", "Note of a visit", "n");
                               }});
}

}  // namespace steadfast::practice
