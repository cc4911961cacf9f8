#include "practice/key_events/key_event_pages.hpp"

#include "law/london.hpp"
#include "practice/key_events/key_event.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Found;
using record::SeenChild;
using record::type_of;
using web::Html;

const record::ItemType& key_event_type() { return type_of<KeyEvent>(); }

/// A line of the curated chronology: an event that somebody chose, or a note that its writer said is significant.
struct Line {
    std::optional<Date> happened;
    web::TimelineItem shown;
};

bool is_significant_note(const Found& found) {
    return found.type().key() == "case_note" && record::value_by_key(found, "significance") == record::Value(std::string("significant"));
}

Line line_of(const Visit& visit, const Found& found) {
    Line line{.happened = found.happened_on(), .shown = {}};
    const web::Link item = web::to("/items") / visit.book.book().item_id(found);
    line.shown.when = line.happened ? with_distance(*line.happened, law::london_date(visit.now)) : "Nobody recorded when";
    if (line.happened) line.shown.machine_when = line.happened->iso();
    line.shown.by = worker_name(visit.book.book(), visit.book.book().recorded_by(found));
    line.shown.link = item;
    if (&found.type() != &key_event_type()) {
        line.shown.title = found.type().name();
        line.shown.description << found.type().summary(found.values());
        line.shown.tag = web::tag("Significant", web::Colour::blue);
        return line;
    }
    const auto event = found.table->item<KeyEvent>(found.row);
    line.shown.title = event.what;
    line.shown.description << "<p class=\"govuk-body\">" << event.meaning << "</p>";
    // Where it is told may be something that this viewer may not see; then the event stands for itself.
    if (!event.told_by.item.is_none() && visit.book.item(event.told_by.item))
        line.shown.description << "<p class=\"govuk-body\">" << web::link(web::to("/items") / event.told_by.item, "Read it in full", event.what) << "</p>";
    return line;
}

Result<Html> key_events(const Visit& visit, const SeenChild& child) {
    std::vector<Line> lines;
    visit.book.each_about(child, [&](const Found& found) {
        if (&found.type() == &key_event_type() || is_significant_note(found)) lines.push_back(line_of(visit, found));
    });
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.happened > b.happened; });
    web::TimelineGroup all;
    for (Line& line : lines) all.items.push_back(std::move(line.shown));
    Html html;
    html << web::heading_2("Key events")
         << web::timeline(all.items.empty() ? std::vector<web::TimelineGroup>() : std::vector{std::move(all)},
                          "Nobody has chosen any yet. A few events with what they meant for the child tell the story; the full chronology below has everything.");
    if (may(visit.book.viewer(), record::Permission::record_work))
        html << web::paragraph(web::link(web::to("/children") / child.id / "key-event", "Add a key event"));
    return html;
}

/// The form as it is opened, for a child and perhaps from an item.
struct Opened {
    SeenChild child;
    std::optional<Found> from;
    ledger::ItemId told_by;
    web::Link address;
};

Result<Opened> opened(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    Opened opened{*child, std::nullopt, {}, web::to("/children") / child->id / "key-event"};
    if (visit.request.at("from").empty()) return opened;
    const auto from = visit.request.at<ledger::ItemId>("from");
    if (!from) return refuse(from.error());
    const auto found = visit.book.item(*from);
    if (!found) return refuse(found.error());
    const auto subjects = visit.book.book().subjects(*found);
    if (std::find(subjects.begin(), subjects.end(), child->id) == subjects.end())
        return refuse(Refusal::Kind::not_found, "This is not on the record of this child.", "Open it on the child's page and try again.");
    opened.from = *found;
    opened.told_by = *from;
    opened.address = opened.address / *from;
    return opened;
}

Page form_page(record::Record& record, const Visit& visit, const Opened& opened, const web::Fields& typed, const std::string& key, const web::FieldErrors& errors, const Html& notices) {
    const auto& fields = key_event_type().fields();
    const auto said = [&typed](std::string_view name) { return std::string(typed.get(name)); };
    Html inputs;
    inputs << web::hidden_input("save_key", key) << input_of(fields[*key_event_type().position("happened")], typed, errors)
           << input_of(fields[*key_event_type().position("what")], typed, errors)
           << web::text_area({.name = "meaning", .label = "What it meant for the child", .hint = "Why this belongs to the few events that tell the story",
                              .error = std::string(errors.at("meaning")), .value = said("meaning"), .rows = 4})
           << web::hint(goes_into({opened.child.name})) << web::button({.label = "Save"})
           << keeps_itself(record, visit, {.address = opened.address, .name = "Key event", .about = {opened.child.id}}, typed) << "<p class=\"govuk-body\">"
           << web::link(web::to("/children") / opened.child.id, "Go back without saving") << "</p>";
    Html main;
    main << web::error_summary(errors) << web::heading_1("Key event") << notices
         << web::post_form({.action = opened.address, .token = visit.form_token, .fields = std::move(inputs)});
    const ItemPage about{.id = {}, .type = &key_event_type(), .children = {opened.child}, .about = {{opened.child.id, opened.child.name}}};
    return page_about(visit, about, std::move(main), "form of a key event");
}

Result<Shown> show(record::Record& record, const Visit& visit) {
    const auto form = opened(visit);
    if (!form) return refuse(form.error());
    if (const auto draft = draft_of(record, visit, form->address))
        return form_page(record, visit, *form, draft->fields, std::string(draft->fields.get("save_key")), {}, draft_notice(draft->head));
    web::Fields typed;
    if (form->from) {
        record::Content known;
        KeyEvent event;
        event.happened = form->from->type().happened(form->from->values());
        event.what = form->from->type().summary(form->from->values());
        if (event.what.empty()) event.what = form->from->type().name();
        known.values = key_event_type().values_of(event);
        typed = typed_from(key_event_type(), known, {});
    }
    return form_page(record, visit, *form, typed, ledger::IdempotencyKey::random().text(), {}, {});
}

Result<Shown> save(record::Record& record, const Visit& visit) {
    const auto form = opened(visit);
    if (!form) return refuse(form.error());
    const web::Fields& typed = visit.request.form();
    record::FormRead read = record::read_form(key_event_type(), typed);
    const std::string key_text(typed.get("save_key"));
    if (!read.errors.empty()) {
        Page page = form_page(record, visit, *form, typed, key_text, read.errors, {});
        page.status = 422;
        return page;
    }
    const auto key = ledger::IdempotencyKey::parse(key_text);
    if (!key) return not_opened_here();
    auto event = key_event_type().item_from<KeyEvent>(read.values);
    event.told_by.item = form->told_by;
    const ledger::ItemId item(key->bytes());
    ledger::Change change = record::change_of(event, item, 0, {form->child.id}, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({std::move(change)}, {saved_line(visit, "saved key event", {form->child.id}, item)});
    if (!saved) return refuse(saved.error());
    form_was_saved(record, visit, form->address);
    return (web::to("/items") / item).with("saved", saved->front().version);
}

}  // namespace

void add_key_event_pages(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = record::Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    for (const char* path : {"/children/{id}/key-event", "/children/{id}/key-event/{from}"}) {
        parts.routes.push_back({get, path, needs, [&record](const Visit& visit) { return show(record, visit); }, later});
        parts.routes.push_back({post, path, needs, [&record](const Visit& visit) { return save(record, visit); }, later});
    }
    parts.child_panels.push_back({.key = "key-events", .where = ChildPanel::Where::above_the_chronology, .order = 90, .show = key_events});
}

}  // namespace steadfast::practice
