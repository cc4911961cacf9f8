#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/meetings/meeting_form.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/two_texts.hpp"
#include "web/components/fields.hpp"

#include <fmt/format.h>

namespace steadfast::record::meetings {
namespace {

using pages::FormKey;
using pages::ItemForm;
using pages::NewValue;
using pages::Page;
using pages::SeenItem;
using pages::Shown;
using pages::Visit;
using Changes = std::vector<ledger::Change>;

/// What a meeting is about to be recorded with: the meeting, its kind's rule and what that recorded before.
struct Held {
    OpenMeeting meeting;
    const MeetingRule* rule = nullptr;
    std::optional<SeenItem> outcome;
};

Result<Held> asked_to_record(Record& record, const Visit& visit) {
    auto meeting = asked_meeting_to_change(record, visit);
    if (!meeting) return refuse(meeting.error());
    if (meeting->shared.called_off_on) return refuse(Refusal::Kind::clash, "This meeting was called off.", "Open it, and say that it takes place after all.");
    const MeetingRule* const rule = rule_of(visit, meeting->shared.kind.code);
    if (rule && !may(visit.book.viewer(), rule->may_hold))
        return refuse(Refusal::Kind::not_allowed, "What such a meeting decides is recorded by whoever may decide it.", "Ask a social worker or a manager.");
    Held held{.meeting = std::move(*meeting), .rule = rule, .outcome = std::nullopt};
    if (!rule) return held;
    auto outcome = outcome_of(record, visit.book, held.meeting, *rule);
    if (!outcome) return refuse(outcome.error());
    held.outcome = std::move(*outcome);
    return held;
}

MeetingForm form_of(const Visit& visit, const Held& held) {
    const OpenMeeting& meeting = held.meeting;
    const web::Link page = web::to("/meetings") / meeting.id();
    const SeenChild& first = meeting.children.front().child;
    MeetingForm form{.form = pages::form_about_several(visit, type_of<Meeting>(), first, page / "held", page, left_to_the_other_half(Asks::what_came_of_it)),
                     .asks = Asks::what_came_of_it, .heading = fmt::format("{}: what came of it", meeting.heading()), .colleagues = {}, .rule = held.rule, .outcome = std::nullopt,
                     .invited = &meeting.invited};
    for (const MeetingsChild& one : meeting.children) form.form.each.push_back({one.child.id, one.child.name});
    form.form.goes_into = pages::goes_into(meeting.item.names());
    form.form.starts_from = meeting.item.version;
    if (held.rule && held.rule->outcome) {
        form.outcome = pages::form_about_several(visit, *held.rule->outcome, first, page / "held", page, {"decided_on"});
        form.outcome->each = form.form.each;
    }
    return form;
}

void type_into(MeetingForm& form, web::Fields typed) {
    form.form.typed = std::move(typed);
    if (form.outcome) form.outcome->typed = form.form.typed;
}

pages::DraftedForm drafted(const ItemForm& form, const OpenMeeting& meeting) { return {.address = form.action, .name = "Record of a meeting", .about = meeting.item.about, .item = meeting.id()}; }

Page page_of(Record& record, const Visit& visit, const Held& held, MeetingForm& form, int status) {
    form.form.notices << pages::others_who_write(record, visit, held.meeting.id());
    form.form.keeping = pages::keeps_itself(record, visit, drafted(form.form, held.meeting), form.form.typed);
    Page page = page_about(visit, held.meeting, "What came of it", meeting_form_view(form), "form to record a meeting");
    page.status = status;
    return page;
}

web::Fields typed_at_first(const Held& held, const MeetingForm& form, Instant now) {
    Content content = held.meeting.item.content;
    // Most are held when they were planned, and one that is to come is recorded early only because it was held early.
    const auto planned = held.meeting.shared.planned_for.first_day();
    if (!held.meeting.shared.was_held())
        set_by_key(type_of<Meeting>(), content.values, "held_at", planned && *planned <= law::london_date(now) ? held.meeting.shared.planned_for : law::london_minute(now));
    web::Fields typed = pages::typed_from(type_of<Meeting>(), content, form.form.each);
    if (!held.outcome) return typed;
    for (const auto& [name, value] : pages::typed_from(*held.rule->outcome, held.outcome->content, form.form.each)) typed.add(name, value);
    return typed;
}

Result<Shown> open_form(Record& record, const Visit& visit) {
    const auto held = asked_to_record(record, visit);
    if (!held) return refuse(held.error());
    MeetingForm form = form_of(visit, *held);
    form.form.key = FormKey::fresh();
    web::Fields typed = typed_at_first(*held, form, visit.now);
    if (const auto draft = pages::draft_of(record, visit, form.form.action)) {
        typed = draft->fields;
        form.form.key = draft->fields.get("save_key");
        form.form.starts_from = pages::number_in(draft->fields.get("starts_from"));
        form.form.notices << pages::draft_notice(draft->head);
    }
    type_into(form, std::move(typed));
    return page_of(record, visit, *held, form, 200);
}

std::optional<Date> held_on(ItemForm& form, const Content& content, Instant now) {
    const Meeting meeting = type_of<Meeting>().item_from<Meeting>(content.values);
    const auto day = meeting.held_at.first_day();
    if (!form.errors.at("held_at").empty()) return std::nullopt;
    if (!day) form.errors.add("held_at-day", "Enter when it was held");
    else if (meeting.held_at.start().precision < When::Precision::day) form.errors.add("held_at-day", "Enter the day on which it was held");
    else if (*day > law::london_date(now)) form.errors.add("held_at-day", "Held must be today or in the past");
    return form.errors.empty() ? day : std::nullopt;
}

/// Who came, where that is said otherwise than before; the same in `invited`, for the rule to look at.
Result<Changes> who_came(Record& record, const Visit& visit, const web::Fields& typed, std::vector<Invited>& invited) {
    Changes changes;
    for (Invited& one : invited) {
        const std::string name = input_of_coming(one.id);
        const std::string came(typed.get(name));
        if (!typed.has(name) || came == one.invitation.came.code || (!came.empty() && !attendance.find(came))) continue;
        const auto found = visit.book.item(one.id);
        if (!found) return refuse(found.error());
        auto change = pages::with_values(record, visit.book.book(), *found, {{"came", came.empty() ? Value() : Value(came)}}, visit.book.viewer().worker);
        if (!change) return refuse(change.error());
        changes.push_back(std::move(*change));
        one.invitation.came.code = came;
    }
    return changes;
}

/// A form as it was sent, read: the meeting's own text apart, because a colleague may have saved another meanwhile.
struct Sent {
    MeetingForm form;
    Content content;
    std::optional<Content> decided;
    std::vector<Invited> invited;
    Changes came;
    std::optional<Date> day;

    [[nodiscard]] bool has_errors() const { return !form.form.errors.empty() || (form.outcome && !form.outcome->errors.empty()); }
};

Result<Sent> read_sent(Record& record, const Visit& visit, const Held& held) {
    Sent sent{.form = form_of(visit, held), .content = {}, .decided = std::nullopt, .invited = held.meeting.invited, .came = {}, .day = std::nullopt};
    type_into(sent.form, visit.request.form());
    ItemForm& form = sent.form.form;
    form.key = form.typed.get("save_key");
    form.starts_from = pages::number_in(form.typed.get("starts_from"));
    const auto children = held.meeting.item.seen_children();
    sent.content = pages::read_about_several(form, children, &held.meeting.item.content);
    sent.day = held_on(form, sent.content, visit.now);
    if (sent.form.outcome) sent.decided = pages::read_about_several(*sent.form.outcome, children, held.outcome ? &held.outcome->content : nullptr);
    auto came = who_came(record, visit, form.typed, sent.invited);
    if (!came) return refuse(came.error());
    sent.came = std::move(*came);
    const HeldMeeting looked_at{.id = held.meeting.id(), .held_on = sent.day.value_or(law::london_date(visit.now)), .children = children, .outcome = sent.decided ? &*sent.decided : nullptr, .invited = sent.invited};
    if (held.rule && held.rule->check) held.rule->check(looked_at, sent.form.outcome ? sent.form.outcome->errors : form.errors);
    return sent;
}

/// Everything that follows from it, in one save.
Result<Shown> save_held(Record& record, const Visit& visit, const Held& held, Sent sent, const FormKey& key, std::uint32_t starts_from) {
    const auto by = visit.book.viewer().worker;
    const auto children = held.meeting.item.seen_children();
    const Chair chair = read_chair(visit.book.book(), law::london_date(visit.now), sent.form.form.typed.get("chaired_by"));
    set_by_key(type_of<Meeting>(), sent.content.values, "chair", chair.colleague.is_none() ? Value() : Value(chair.colleague));
    Changes changes{change_of(type_of<Meeting>(), held.meeting.id(), starts_from, held.meeting.item.about, sent.content, by)};
    if (sent.decided) {
        set_by_key(*held.rule->outcome, sent.decided->values, "meeting", held.meeting.id());
        set_by_key(*held.rule->outcome, sent.decided->values, "decided_on", *sent.day);
        const ledger::ItemId outcome = held.outcome ? held.outcome->id : key.nth_item(1);
        changes.push_back(change_of(*held.rule->outcome, outcome, held.outcome ? held.outcome->version : 0, held.meeting.item.about, *sent.decided, by));
    }
    for (ledger::Change& change : sent.came) changes.push_back(std::move(change));
    if (held.rule && held.rule->when_held) {
        auto more = held.rule->when_held(record, visit.book, {.id = held.meeting.id(), .held_on = *sent.day, .children = children, .outcome = sent.decided ? &*sent.decided : nullptr, .invited = sent.invited});
        if (!more) return refuse(more.error());
        for (ledger::Change& change : *more) changes.push_back(std::move(change));
    }
    if (auto saved = pages::save_together(record, visit, key, std::move(changes), "recorded a meeting"); !saved) return refuse(saved.error());
    pages::form_was_saved(record, visit, sent.form.form.action);
    return web::to("/meetings") / held.meeting.id();
}

/// Somebody else saved since this text was begun: what both changed of it, its writer chooses. What was decided for each child and who
/// came is taken as it was sent: it is chosen, not written.
Result<Shown> put_together(Record& record, const Visit& now, const FormKey& key) {
    const auto held = asked_to_record(record, now);
    if (!held) return refuse(held.error());
    auto sent = read_sent(record, now, *held);
    if (!sent) return refuse(sent.error());
    const auto item = pages::asked_item(record, now);
    if (!item) return refuse(item.error());
    ItemForm form = sent->form.form;
    form.keeping = pages::keeps_itself(record, now, drafted(form, held->meeting), form.typed);
    auto texts = pages::two_texts(record, now, *item, form, [&held](ItemForm& read, const Content& begun_from, const Content&) {
        return pages::read_about_several(read, held->meeting.item.seen_children(), &begun_from);
    });
    if (!texts) return refuse(texts.error());
    if (!texts->settled) return std::move(texts->page);
    sent->content = *texts->settled;
    auto saved = save_held(record, now, *held, std::move(*sent), key, texts->now_there);
    if (!saved && saved.error().kind == Refusal::Kind::clash) return std::move(texts->page);
    return saved;
}

Result<Shown> save(Record& record, const Visit& visit) {
    const auto held = asked_to_record(record, visit);
    if (!held) return refuse(held.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    auto sent = read_sent(record, visit, *held);
    if (!sent) return refuse(sent.error());
    if (sent->has_errors()) return page_of(record, visit, *held, sent->form, 422);
    if (!visit.request.form().has("merged_with")) {
        const std::uint32_t starts_from = sent->form.form.starts_from;
        auto saved = save_held(record, visit, *held, std::move(*sent), *key, starts_from);
        if (saved || saved.error().kind != Refusal::Kind::clash) return saved;
    }
    return put_together(record, pages::as_it_is_now(record, visit), *key);
}

// --- called off, and taking place after all ---

Page call_off_page(const Visit& visit, const OpenMeeting& meeting, const web::FieldErrors& errors) {
    web::Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh())
           << web::text_input({.name = "called_off_because", .label = "Why it was called off", .hint = "The people who were invited have to be told: their list stays on the meeting's page",
                               .error = std::string(errors.at("called_off_because")), .value = std::string(visit.request.form().get("called_off_because"))})
           << web::button({.label = "Call it off", .looks = web::Looks::warning});
    web::Html main;
    main << web::error_summary(errors) << web::heading_1(fmt::format("{}: call it off", meeting.heading()))
         << web::post_form({.action = web::to("/meetings") / meeting.id() / "call-off", .token = visit.form_token, .fields = std::move(fields)})
         << web::paragraph(web::link(web::to("/meetings") / meeting.id(), "Go back without calling it off"));
    Page page = page_about(visit, meeting, "Call a meeting off", std::move(main), "form to call a meeting off");
    if (!errors.empty()) page.status = 422;
    return page;
}

Result<Shown> open_call_off(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting_to_change(record, visit);
    if (!meeting) return refuse(meeting.error());
    if (!meeting->shared.is_to_come()) return web::to("/meetings") / meeting->id();
    return call_off_page(visit, *meeting, {});
}

Result<Shown> save_values(Record& record, const Visit& visit, const OpenMeeting& meeting, const std::vector<NewValue>& values, std::string what) {
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto found = visit.book.item(meeting.id());
    if (!found) return refuse(found.error());
    auto change = pages::with_values(record, visit.book.book(), *found, values, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = pages::save_together(record, visit, *key, {std::move(*change)}, std::move(what)); !saved) return refuse(saved.error());
    return web::to("/meetings") / meeting.id();
}

Result<Shown> call_off(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting_to_change(record, visit);
    if (!meeting) return refuse(meeting.error());
    if (!meeting->shared.is_to_come()) return web::to("/meetings") / meeting->id();
    web::FormReader form(visit.request.form());
    const std::string because = form.required_text("called_off_because", "Enter why it was called off", 500);
    if (!form.errors().empty()) return call_off_page(visit, *meeting, form.errors());
    return save_values(record, visit, *meeting, {{"called_off_on", law::london_date(visit.now)}, {"called_off_because", because}}, "called a meeting off");
}

Result<Shown> takes_place(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting_to_change(record, visit);
    if (!meeting) return refuse(meeting.error());
    if (!meeting->shared.called_off_on) return web::to("/meetings") / meeting->id();
    return save_values(record, visit, *meeting, {{"called_off_on", {}}, {"called_off_because", {}}}, "said that a meeting takes place after all");
}

}  // namespace

std::vector<pages::PageRoute> held_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    return {
        {get, "/meetings/{id}/held", needs, with(open_form), later},
        {post, "/meetings/{id}/held", needs, with(save), later},
        {get, "/meetings/{id}/call-off", needs, with(open_call_off), later},
        {post, "/meetings/{id}/call-off", needs, with(call_off), later},
        {post, "/meetings/{id}/takes-place", needs, with(takes_place), later},
    };
}

}  // namespace steadfast::record::meetings
