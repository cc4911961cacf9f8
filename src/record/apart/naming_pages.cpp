#include "record/apart/room_pages.hpp"

#include "law/london.hpp"
#include "record/pages/saving.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

// Who is named for a room: whoever is names others, with a reason, and the last one stays.
namespace steadfast::record::apart {
namespace {

using namespace record::pages;
using web::Html;

constexpr std::size_t longest_reason = 2'000;

web::Link named_of(const RoomKind& kind, const SeenRoom& room) { return kind.list / room.id / "named"; }

Html name_form(const Visit& visit, const RoomKind& kind, const SeenRoom& room, const web::FieldErrors& errors) {
    web::Select select{.name = "named",
                       .label = fmt::format("Who may see this {}", kind.one),
                       .error = std::string(errors.at("named")),
                       .choices = {{"", "Choose a worker"}}};
    for (const auto& one : colleagues_who_may(visit.book.book(), law::london_date(visit.now), Permission::see_children))
        select.choices.push_back({one.sign_in_name, one.name + ", " + one.role});
    select.chosen = std::string(visit.request.form().get("named"));
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << web::select(select)
           << web::text_area({.name = "why_named",
                              .label = "Why they are named",
                              .error = std::string(errors.at("why_named")),
                              .value = std::string(visit.request.form().get("why_named")),
                              .rows = 2})
           << web::button({.label = "Name them", .looks = web::Looks::secondary});
    return web::post_form({.action = named_of(kind, room), .token = visit.form_token, .fields = std::move(fields)});
}

Html end_form(const Visit& visit, const RoomKind& kind, const SeenRoom& room, const NamedForIt& one, const std::string& name) {
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh())
           << web::hidden_input("permit", visit.book.book().item_id(one.found).text())
           << web::button({.label = "End for " + name, .looks = web::Looks::secondary});
    return web::post_form({.action = named_of(kind, room) / "end", .token = visit.form_token, .fields = std::move(fields)});
}

Result<Shown> name_somebody(Record& record, const Visit& visit, const RoomKind& kind) {
    const auto room = asked_room(visit, kind);
    if (!room) return refuse(room.error());
    const Date today = law::london_date(visit.now);
    web::FormReader form(visit.request.form());
    const auto colleagues = colleagues_who_may(visit.book.book(), today, Permission::see_children);
    const auto* const one = find_colleague(colleagues, form.text("named"));
    if (!one) form.refuse("named", "Choose who may see it");
    RoomPermit permit;
    permit.why.text = form.required_text("why_named", "Enter why they are named", longest_reason);
    if (!form.errors().empty()) return show_room(record, visit, kind, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    permit.room.item = room->id;
    permit.worker.item = ledger::ItemId(one->id.bytes());
    permit.from = today;
    auto change = change_of(permit, key->nth_item(0), 0, {}, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, fmt::format("named somebody for a {}", kind.one));
        !saved)
        return refuse(saved.error());
    return kind.list / room->id;
}

Result<Shown> end_naming(Record& record, const Visit& visit, const RoomKind& kind) {
    const auto room = asked_room(visit, kind);
    if (!room) return refuse(room.error());
    const auto id = ledger::ItemId::parse(visit.request.form().get("permit"));
    const auto all = named_for(visit.book, *room, law::london_date(visit.now));
    const auto one =
        std::ranges::find_if(all, [&](const NamedForIt& named) { return id && visit.book.book().item_id(named.found) == *id; });
    if (one == all.end() || all.size() == 1) return kind.list / room->id;
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    auto change =
        with_values(record, visit.book.book(), one->found, {{"to", law::london_date(visit.now)}}, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    const bool was_own = one->worker == visit.book.viewer().worker;
    if (auto saved = save_together(record, visit, *key, {std::move(*change)},
                                   fmt::format("ended that somebody is named for a {}", kind.one));
        !saved)
        return refuse(saved.error());
    return was_own ? kind.list : kind.list / room->id;
}

}  // namespace

Html named_view(const Visit& visit, const RoomKind& kind, const SeenRoom& room, const web::FieldErrors& errors) {
    const bool may_write = may(visit.book.viewer(), Permission::record_work);
    web::Table table{.caption = "Named", .columns = {{"Who"}, {"From"}, {"End it"}}, .rows = {}, .hides_caption = true};
    const auto all = named_for(visit.book, room, law::london_date(visit.now));
    for (const NamedForIt& one : all) {
        const std::string name = worker_name(visit.book.book(), one.worker);
        Html end;
        if (may_write) end = all.size() > 1 ? end_form(visit, kind, room, one, name) : Html("The last one stays");
        table.rows.push_back({Html(name), Html(one.from ? one.from->words() : ""), std::move(end)});
    }
    Html html;
    html << web::heading_2(fmt::format("Who may see this {}", kind.one)) << web::table(table);
    if (may_write) html << name_form(visit, kind, room, errors);
    return html;
}

void add_naming_pages(Record& record, PageParts& parts, const RoomKind& kind) {
    constexpr auto later = web::Runs::on_a_worker;
    const std::string named = kind.list.text() + "/{id}/named";
    parts.add({
        {web::Method::post, named, Permission::record_work,
         [&record, &kind](const Visit& visit) { return name_somebody(record, visit, kind); }, later},
        {web::Method::post, named + "/end", Permission::record_work,
         [&record, &kind](const Visit& visit) { return end_naming(record, visit, kind); }, later},
    });
}

}  // namespace steadfast::record::apart
