#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/meetings/meeting_form.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/two_texts.hpp"

namespace steadfast::record::meetings {
namespace {

using pages::FormKey;
using pages::ItemForm;
using pages::Page;
using pages::Shown;
using pages::Visit;

std::vector<std::string> names_of_colleagues(const Visit& visit) {
    std::vector<std::string> names;
    for (const Colleague& one : colleagues_on(visit.book.book(), law::london_date(visit.now))) names.push_back(one.name);
    return names;
}

void put_chair(const Visit& visit, const ItemForm& form, Content& content) {
    const Chair chair = read_chair(visit.book.book(), law::london_date(visit.now), form.typed.get("chaired_by"));
    set_by_key(type_of<Meeting>(), content.values, "chair", chair.colleague.is_none() ? Value() : Value(chair.colleague));
}

// --- a new meeting ---

MeetingForm new_form(const Visit& visit, const SeenChild& child) {
    const web::Link page = web::to("/children") / child.id;
    return {.form = pages::form_about_several(visit, type_of<Meeting>(), child, page / "meeting", page / "meetings", left_to_the_other_half(Asks::what_is_planned)),
            .heading = "Plan a meeting", .colleagues = names_of_colleagues(visit), .outcome = std::nullopt};
}

Page new_page(Record& record, const Visit& visit, const SeenChild& child, MeetingForm& form) {
    pages::offer_children(visit, child, form.form);
    form.rule = rule_of(visit, form.form.typed.get("kind"));
    form.form.keeping = pages::keeps_itself(record, visit, {.address = form.form.action, .name = "Meeting", .about = {child.id}}, form.form.typed);
    Page page;
    page.title = form.heading;
    page.before_main = pages::child_bar(visit, child);
    page.main = meeting_form_view(form);
    page.what = "form to plan a meeting";
    page.about = {child.id};
    page.status = form.form.errors.empty() ? 200 : 422;
    return page;
}

/// What stands in a form that was opened for a kind of meeting. What is held by telephone within the hour is mostly written down while
/// it is held.
web::Fields begun_as(std::string_view kind, Instant now) {
    Meeting meeting;
    meeting.kind.code = kind;
    if (kind == "strategy_discussion") meeting.planned_for = law::london_minute(now);
    Content content;
    content.values = type_of<Meeting>().values_of(meeting);
    return pages::typed_from(type_of<Meeting>(), content, {});
}

Result<Shown> open_new(Record& record, const Visit& visit) {
    const auto child = pages::asked_child(visit);
    if (!child) return refuse(child.error());
    MeetingForm form = new_form(visit, *child);
    form.form.key = FormKey::fresh();
    if (const auto draft = pages::draft_of(record, visit, form.form.action)) {
        form.form.typed = draft->fields;
        form.form.key = draft->fields.get("save_key");
        form.form.notices << pages::draft_notice(draft->head);
    } else if (const auto kind = visit.request.query().get("kind"); meeting_kind.find(kind)) {
        form.form.typed = begun_as(kind, visit.now);
    }
    return new_page(record, visit, *child, form);
}

Result<Shown> save_new(Record& record, const Visit& visit) {
    const auto child = pages::asked_child(visit);
    if (!child) return refuse(child.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const ledger::ItemId meeting = key->nth_item(0);
    const web::Link saved_at = visit.request.form().get("then") == "held" ? web::to("/meetings") / meeting / "held" : web::to("/meetings") / meeting;
    if (visit.book.book().find(meeting)) return saved_at;   // The button was pressed twice.
    MeetingForm shown = new_form(visit, *child);
    ItemForm& form = shown.form;
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    form.also = pages::also_about(visit.book, *child, law::london_date(visit.now), form.typed);
    if (form.typed.has("find") || !web::trimmed(form.typed.get("find_child")).empty()) {
        pages::find_child(visit.book, *child, form);
        return new_page(record, visit, *child, shown);
    }
    pages::check_nothing_is_said_about_others(form);
    const auto children = pages::chosen_children(visit, *child, form);
    Content content = pages::read_about_several(form, children, nullptr);
    if (!form.errors.empty()) return new_page(record, visit, *child, shown);
    put_chair(visit, form, content);
    set_by_key(type_of<Meeting>(), content.values, "called_by", ledger::ItemId(visit.book.viewer().worker.bytes()));
    std::vector<ledger::SubjectId> about;
    for (const SeenChild& one : children) about.push_back(one.id);
    if (auto saved = pages::save_together(record, visit, *key, {change_of(type_of<Meeting>(), meeting, 0, about, content, visit.book.viewer().worker)}, "planned a meeting"); !saved)
        return refuse(saved.error());
    pages::form_was_saved(record, visit, form.action);
    return saved_at;
}

// --- moved to another day, or its words changed ---

MeetingForm form_to_change(const Visit& visit, const OpenMeeting& meeting) {
    const web::Link page = web::to("/meetings") / meeting.id();
    MeetingForm form{.form = pages::form_about_several(visit, type_of<Meeting>(), meeting.children.front().child, page / "change", page, left_to_the_other_half(Asks::what_is_planned)),
                     .heading = "Change the meeting", .colleagues = names_of_colleagues(visit), .rule = rule_of(visit, meeting.shared.kind.code), .outcome = std::nullopt};
    for (const MeetingsChild& one : meeting.children) form.form.each.push_back({one.child.id, one.child.name});
    form.form.goes_into = pages::goes_into(meeting.item.names());
    form.form.starts_from = meeting.item.version;
    return form;
}

pages::DraftedForm drafted(const ItemForm& form, const OpenMeeting& meeting) { return {.address = form.action, .name = "Meeting", .about = meeting.item.about, .item = meeting.id()}; }

Page change_page(Record& record, const Visit& visit, const OpenMeeting& meeting, MeetingForm& form, int status) {
    form.form.notices << pages::others_who_write(record, visit, meeting.id());
    form.form.keeping = pages::keeps_itself(record, visit, drafted(form.form, meeting), form.form.typed);
    Page page = page_about(visit, meeting, form.heading, meeting_form_view(form), "form to change a meeting");
    page.status = status;
    return page;
}

Result<Shown> open_change(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting_to_change(record, visit);
    if (!meeting) return refuse(meeting.error());
    MeetingForm form = form_to_change(visit, *meeting);
    form.form.key = FormKey::fresh();
    form.form.typed = pages::typed_from(type_of<Meeting>(), meeting->item.content, form.form.each);
    if (const auto draft = pages::draft_of(record, visit, form.form.action)) {
        form.form.typed = draft->fields;
        form.form.key = draft->fields.get("save_key");
        form.form.starts_from = pages::number_in(draft->fields.get("starts_from"));
        form.form.notices << pages::draft_notice(draft->head);
    }
    return change_page(record, visit, *meeting, form, 200);
}

Result<Shown> save_changed(Record& record, const Visit& visit, const OpenMeeting& meeting, const ItemForm& form, const FormKey& key, std::uint32_t starts_from, Content content) {
    put_chair(visit, form, content);
    auto saved = pages::save_together(record, visit, key, {change_of(type_of<Meeting>(), meeting.id(), starts_from, meeting.item.about, content, visit.book.viewer().worker)}, "changed a meeting");
    if (!saved) return refuse(saved.error());
    pages::form_was_saved(record, visit, form.action);
    return web::to("/meetings") / meeting.id();
}

/// Somebody else saved since this text was begun: what both changed, its writer chooses.
Result<Shown> put_together(Record& record, const Visit& now, ItemForm form, const FormKey& key) {
    const auto meeting = asked_meeting_to_change(record, now);
    if (!meeting) return refuse(meeting.error());
    const auto item = pages::asked_item(record, now);
    if (!item) return refuse(item.error());
    form.keeping = pages::keeps_itself(record, now, drafted(form, *meeting), form.typed);
    auto texts = pages::two_texts(record, now, *item, form, [&meeting](ItemForm& sent, const Content& begun_from, const Content&) {
        return pages::read_about_several(sent, meeting->item.seen_children(), &begun_from);
    });
    if (!texts) return refuse(texts.error());
    if (!texts->settled) return std::move(texts->page);
    auto saved = save_changed(record, now, *meeting, form, key, texts->now_there, *texts->settled);
    if (!saved && saved.error().kind == Refusal::Kind::clash) return std::move(texts->page);
    return saved;
}

Result<Shown> save_change(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting_to_change(record, visit);
    if (!meeting) return refuse(meeting.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    MeetingForm shown = form_to_change(visit, *meeting);
    ItemForm& form = shown.form;
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    form.starts_from = pages::number_in(form.typed.get("starts_from"));
    Content content = pages::read_about_several(form, meeting->item.seen_children(), &meeting->item.content);
    if (form.errors.empty() && meeting->shared.was_held() && type_of<Meeting>().item_from<Meeting>(content.values).kind != meeting->shared.kind)
        form.errors.add("kind", "What was held stays what it was. Plan a meeting of the other kind instead");
    if (!form.errors.empty()) return change_page(record, visit, *meeting, shown, 422);
    if (!form.typed.has("merged_with")) {
        auto saved = save_changed(record, visit, *meeting, form, *key, form.starts_from, std::move(content));
        if (saved || saved.error().kind != Refusal::Kind::clash) return saved;
    }
    return put_together(record, pages::as_it_is_now(record, visit), std::move(form), *key);
}

}  // namespace

std::vector<pages::PageRoute> meeting_form_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    return {
        {get, "/children/{id}/meeting", needs, with(open_new), later},
        {post, "/children/{id}/meeting", needs, with(save_new), later},
        {get, "/meetings/{id}/change", needs, with(open_change), later},
        {post, "/meetings/{id}/change", needs, with(save_change), later},
    };
}

}  // namespace steadfast::record::meetings
