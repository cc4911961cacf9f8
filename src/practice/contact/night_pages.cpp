#include "practice/contact/contact_pages.hpp"

#include "law/london.hpp"
#include "law/working_days.hpp"
#include "practice/contact/contact_form.hpp"
#include "practice/contact/night_view.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_page.hpp"
#include "record/people/alert.hpp"

#include <algorithm>
#include <charconv>

namespace steadfast::practice {
namespace {

using record::Found;
using record::Permission;
using record::Record;
using record::pages::Page;
using record::pages::Shown;
using record::pages::Visit;

constexpr std::size_t most_alerts = 100;
constexpr std::int64_t a_day = 86'400;

/// When the office last closed: half past five on the last working day before now, or today's where it has closed already.
Instant office_closed(Instant now) {
    const Date today = law::london_date(now);
    const bool has_closed = law::is_working_day(today) && law::london_time(now) >= "17:30";
    const Date day = has_closed ? today : law::add_working_days(today, -1);
    const auto when = law::london_when(day, 17, 30, law::OnOctoberNight::before_the_clock_went_back);
    return when ? Instant::from_seconds(std::int64_t{when->start().at} * 60) : law::start_of_london_day(day);
}

Instant instant_of(const When& when) {
    if (when.start().precision == When::Precision::minute) return Instant::from_seconds(std::int64_t{when.start().at} * 60);
    const auto day = when.first_day();
    return day ? law::start_of_london_day(*day) : Instant();
}

Result<HandoverRow> handover_row(Record& record, const Visit& visit, const Found& found) {
    const auto entry = record.latest_entry(visit.book.book(), found);
    if (!entry) return refuse(entry.error());
    const auto content = record::read_entry(found.type(), *entry);
    if (!content) return refuse(content.error());
    HandoverRow row{.item = visit.book.book().item_id(found), .version = found.head().version, .handover = found.type().item_from<NightHandover>(content->values), .children = {}};
    for (const auto subject : entry->subjects)
        if (auto child = visit.book.child(subject)) row.children.push_back(std::move(*child));
    const auto entries = record.ledger().store().entries_of(row.item, entry->seq);
    if (entries && !entries->empty()) row.written_by = record::pages::worker_name(visit.book.book(), entries->front().recorded_by);
    if (!row.handover.taken_over_by.item.is_none()) row.taken_over_by = record::pages::worker_name(visit.book.book(), ledger::WorkerId(row.handover.taken_over_by.item.bytes()));
    return row;
}

std::vector<AlertRow> alerts_in_force(const Visit& visit) {
    std::vector<AlertRow> alerts;
    const Date today = law::london_date(visit.now);
    visit.book.each_of(record::type_of<record::Alert>(), [&](const Found& found) {
        if (alerts.size() >= most_alerts) return;
        if (const auto ended = record::day_by_key(found, "ended"); ended && *ended <= today) return;
        for (const auto subject : visit.book.book().subjects(found))
            if (auto child = visit.book.child(subject)) alerts.push_back({std::move(*child), found.type().summary(found.values()), visit.book.book().item_id(found)});
    });
    return alerts;
}

Result<Shown> show_night(Record& record, const Visit& visit) {
    NightShown shown{.settings = front_door_settings(visit.book.book()), .may_record = may(visit.book.viewer(), Permission::record_work), .form_token = visit.form_token, .now = visit.now};
    const Instant since = office_closed(visit.now);
    visit.book.each_of(record::type_of<Contact>(), [&](const Found& found) {
        const record::Value received = record::value_by_key(found, "received");
        const When* when = std::get_if<When>(&received);
        const bool was_taken_at_night = record::value_by_key(found, "taken_at_night") == record::Value(true);
        if (when && instant_of(*when) >= since && (was_taken_at_night || is_out_of_hours(instant_of(*when)))) shown.contacts.push_back(contact_row(visit.book, found));
    });
    std::stable_sort(shown.contacts.begin(), shown.contacts.end(), [](const ContactRow& a, const ContactRow& b) { return instant_of(a.contact.received) > instant_of(b.contact.received); });
    std::vector<Found> handovers;
    visit.book.each_of(record::type_of<NightHandover>(), [&](const Found& found) {
        const record::Value taken = record::value_by_key(found, "taken_over");
        const When* when = std::get_if<When>(&taken);
        if (!when || instant_of(*when).plus_seconds(a_day) >= visit.now) handovers.push_back(found);
    });
    for (const Found& found : handovers) {
        auto row = handover_row(record, visit, found);
        if (!row) return refuse(row.error());
        (row->handover.taken_over.is_known() ? shown.taken_over : shown.to_take_over).push_back(std::move(*row));
    }
    std::stable_sort(shown.to_take_over.begin(), shown.to_take_over.end(), [](const HandoverRow& a, const HandoverRow& b) { return instant_of(a.handover.handed_over) < instant_of(b.handover.handed_over); });
    shown.alerts = alerts_in_force(visit);

    Page page;
    page.title = "Night and handover";
    page.main = night_view(shown);
    page.what = "night and handover";
    const auto add = [&page](const std::vector<record::SeenChild>& children) {
        for (const record::SeenChild& child : children)
            if (std::find(page.about.begin(), page.about.end(), child.id) == page.about.end()) page.about.push_back(child.id);
    };
    for (const ContactRow& row : shown.contacts) add(row.children);
    for (const HandoverRow& row : shown.to_take_over) add(row.children);
    for (const HandoverRow& row : shown.taken_over) add(row.children);
    for (const AlertRow& row : shown.alerts) add({row.child});
    return page;
}

/// Whom a handover is about: the children of its contact.
struct About {
    ledger::ItemId contact;
    std::vector<ledger::SubjectId> subjects;
    std::string names;
};

Result<About> about_contact(const Visit& visit) {
    if (visit.request.at("id").empty()) return About{};
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.item(*id);
    if (!found) return refuse(found.error());
    if (&found->type() != &record::type_of<Contact>()) return refuse(Refusal::Kind::not_found, "There is no such contact.", "Look in the list of contacts.");
    const ContactRow row = contact_row(visit.book, *found);
    return About{*id, visit.book.book().subjects(*found), row.children.empty() ? "" : names_of(row.children)};
}

web::Link address_of_form(const About& about) { return about.contact.is_none() ? web::to("/night/hand-over") : web::to("/contacts") / about.contact / "hand-over"; }

Page form_page(Record& record, const Visit& visit, const About& about, HandoverForm form) {
    form.action = address_of_form(about);
    form.form_token = visit.form_token;
    form.about = about.names;
    form.keeping = record::pages::keeps_itself(record, visit, {.address = form.action, .name = "Handover to the day team", .about = about.subjects}, form.typed);
    Page page;
    page.title = "Hand over to the day team";
    page.main = handover_form_view(form);
    page.what = "form of a handover";
    page.about = about.subjects;
    if (!form.errors.empty()) page.status = 422;
    return page;
}

Result<Shown> show_handover_form(Record& record, const Visit& visit) {
    const auto about = about_contact(visit);
    if (!about) return refuse(about.error());
    HandoverForm form{.action = address_of_form(*about), .typed = {}, .errors = {}, .form_token = {}, .key = ledger::IdempotencyKey::random().text(), .about = {}};
    if (const auto draft = record::pages::draft_of(record, visit, form.action)) {
        form.typed = draft->fields;
        form.key = draft->fields.get("save_key");
        form.notices << record::pages::draft_notice(draft->head);
    }
    return form_page(record, visit, *about, std::move(form));
}

Result<Shown> save_handover(Record& record, const Visit& visit) {
    const auto about = about_contact(visit);
    if (!about) return refuse(about.error());
    const web::Fields& typed = visit.request.form();
    const auto key = ledger::IdempotencyKey::parse(typed.get("save_key"));
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    if (visit.book.book().find(ledger::ItemId(key->bytes()))) return web::to("/night");

    const record::ItemType& type = record::type_of<NightHandover>();
    NightHandover handover;
    handover.handed_over = law::london_minute(visit.now);
    handover.contact.item = about->contact;
    record::Values values = type.values_of(handover);
    const record::FormRead read = record::read_form(type, typed, &values);
    web::FieldErrors errors;
    for (const auto& error : read.errors)
        if (!error.field.starts_with("handed_over")) errors.add(error.field, error.says);
    for (const auto field : {"done", "to_do", "by_whom", "by_when"}) record::set_by_key(type, values, field, record::value_by_key(type, read.values, field));
    if (!errors.empty())
        return form_page(record, visit, *about, {.action = address_of_form(*about), .typed = typed, .errors = std::move(errors), .form_token = {}, .key = key->text(), .about = {}});
    record::Content content;
    content.values = std::move(values);
    ledger::Change change = record::change_of(type, ledger::ItemId(key->bytes()), 0, about->subjects, content, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({change}, {{visit.now, visit.book.viewer().worker, "handed over to the day", about->subjects, change.item}});
    if (!saved) return refuse(saved.error());
    record::pages::form_was_saved(record, visit, address_of_form(*about));
    return web::to("/night");
}

Result<Shown> take_over(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.item(*id);
    if (!found) return refuse(found.error());
    if (&found->type() != &record::type_of<NightHandover>()) return refuse(Refusal::Kind::not_found, "There is no such handover.", "Look at what waits to be taken over.");
    const auto entry = record.latest_entry(visit.book.book(), *found);
    if (!entry) return refuse(entry.error());
    auto content = record::read_entry(found->type(), *entry);
    if (!content) return refuse(content.error());
    if (record::is_recorded(record::value_by_key(found->type(), content->values, "taken_over")))
        return refuse(Refusal::Kind::clash, "Somebody has taken this over already.", "Open the list again: it says who.");
    const auto by = visit.book.viewer().worker;
    record::set_by_key(found->type(), content->values, "taken_over", law::london_minute(visit.now));
    record::set_by_key(found->type(), content->values, "taken_over_by", ledger::ItemId(by.bytes()));
    std::uint32_t starts_from = 0;
    const auto typed = visit.request.form().get("starts_from");
    std::from_chars(typed.data(), typed.data() + typed.size(), starts_from);
    ledger::Change change = record::change_of(found->type(), *id, starts_from, entry->subjects, *content, by);
    change.key = ledger::IdempotencyKey::random();
    const auto saved = record.ledger().save_and_wait({change}, {{visit.now, by, "took over from the night", entry->subjects, *id}});
    if (!saved && saved.error().kind == Refusal::Kind::clash) return refuse(Refusal::Kind::clash, "Somebody has just taken this over.", "Open the list again: it says who.");
    if (!saved) return refuse(saved.error());
    return web::to("/night");
}

std::size_t waiting_handovers(const record::Book& book, const record::Viewer& viewer) {
    if (!may(viewer, Permission::record_work)) return 0;
    std::size_t waiting = 0;
    book.each_of(record::type_of<NightHandover>(), [&](const Found& found) { waiting += !record::is_recorded(record::value_by_key(found, "taken_over")); });
    return waiting;
}

}  // namespace

void add_night_pages(Record& record, record::pages::PageParts& parts) {
    using enum web::Method;
    using web::Runs;
    const auto with = [&record](auto function) { return [&record, function](const Visit& visit) { return function(record, visit); }; };
    parts.add({
        {get, "/night", Permission::record_work, with(show_night), Runs::on_a_worker},
        {get, "/night/hand-over", Permission::record_work, with(show_handover_form), Runs::on_a_worker},
        {post, "/night/hand-over", Permission::record_work, with(save_handover), Runs::on_a_worker},
        {get, "/contacts/{id}/hand-over", Permission::record_work, with(show_handover_form), Runs::on_a_worker},
        {post, "/contacts/{id}/hand-over", Permission::record_work, with(save_handover), Runs::on_a_worker},
        {post, "/handovers/{id}/take", Permission::record_work, with(take_over), Runs::on_a_worker},
    });
    parts.places.push_back({.words = "Night", .link = web::to("/night"), .order = 22, .needs = Permission::record_work, .waiting = waiting_handovers});
}

}  // namespace steadfast::practice
