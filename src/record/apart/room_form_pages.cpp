#include "record/apart/room_pages.hpp"

#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/named_worker.hpp"
#include "record/pages/saving.hpp"

#include <algorithm>
#include <fmt/format.h>

// The forms of a room and of what is kept in it, with their drafts.
namespace steadfast::record::apart {
namespace {

using namespace record::pages;

/// A form that is open: of a room or of something that is kept in one, new or to be changed.
struct Writing {
    std::optional<SeenRoom> room;  ///< None: it begins one.
    std::optional<Kept> recorded;
    ItemForm form;
};

/// The visitor first; anybody who is not named for the room would find nothing of what they owe.
std::vector<web::Choice> who_may_see_to_it(const Visit& visit, const std::optional<SeenRoom>& room) {
    const ledger::WorkerId visitor = visit.book.viewer().worker;
    std::vector<web::Choice> workers{{visitor.text(), visit.worker_name + " (you)"}};
    if (!room) return workers;
    for (const NamedForIt& one : named_for(visit.book, *room, law::london_date(visit.now)))
        if (one.worker != visitor) workers.push_back({one.worker.text(), worker_name(visit.book.book(), one.worker)});
    return workers;
}

Writing writing_of(const Visit& visit, const RoomKind& kind, const ItemType& type, std::optional<SeenRoom> room,
                   std::optional<Kept> recorded, web::Link action) {
    Writing writing{std::move(room),
                    std::move(recorded),
                    {.type = &type, .action = std::move(action), .back = kind.list, .form_token = visit.form_token}};
    if (writing.room) writing.form.back = kind.list / writing.room->id;
    if (std::ranges::any_of(type.fields(), &Field::is_recorder))
        writing.form.workers = who_may_see_to_it(visit, writing.room);
    return writing;
}

using Open = Result<Writing> (*)(Record&, const Visit&, const RoomKind&);

Result<Writing> new_room(Record&, const Visit& visit, const RoomKind& kind) {
    return writing_of(visit, kind, *kind.type, {}, {}, kind.list / "add");
}

Result<Writing> changed_room(Record& record, const Visit& visit, const RoomKind& kind) {
    const auto room = asked_room(visit, kind);
    if (!room) return refuse(room.error());
    auto recorded = kept_item(record, visit.book, room->id);
    if (!recorded) return refuse(recorded.error());
    return writing_of(visit, kind, *kind.type, *room, std::move(*recorded), kind.list / room->id / "change");
}

Result<Writing> new_kept(Record&, const Visit& visit, const RoomKind& kind) {
    const auto room = asked_room(visit, kind);
    if (!room) return refuse(room.error());
    const KeptKind* const kept = kind.find(visit.request.at("kind"));
    if (!kept) return refuse(Refusal::Kind::not_found, "There is no such kind of record.", "Go back to where it is kept.");
    return writing_of(visit, kind, *kept->type, *room, {}, kind.list / room->id / "add" / kept->key);
}

Result<Writing> changed_kept(Record& record, const Visit& visit, const RoomKind& kind) {
    const auto room = asked_room(visit, kind);
    if (!room) return refuse(room.error());
    const auto item = visit.request.at<ledger::ItemId>("item");
    if (!item) return refuse(item.error());
    auto recorded = kept_item(record, visit.book, *item);
    if (!recorded) return refuse(recorded.error());
    const ItemType& type = recorded->found.type();
    const bool is_kept_here = room_of(visit.book.book(), recorded->found) == room->id &&
                              std::ranges::find(kind.kept, &type, &KeptKind::type) != kind.kept.end();
    if (!is_kept_here)
        return refuse(Refusal::Kind::not_found, fmt::format("There is nothing of that kind with this {}.", kind.one),
                      "Go back to where it is kept.");
    return writing_of(visit, kind, type, *room, std::move(*recorded), kind.list / room->id / "kept" / *item / "change");
}

Page page_of(Record& record, const Visit& visit, const RoomKind& kind, Writing& writing) {
    ItemForm& form = writing.form;
    form.keeping = keeps_itself(
        record, visit, {.address = form.action, .name = fmt::format("Something about a {}", kind.one), .about = {}}, form.typed);
    Page page;
    page.title = std::string(form.type->name());
    page.main = form_view(form);
    page.what = fmt::format("form of a {}", kind.one);
    if (writing.room) page.item = writing.room->id;
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show(Record& record, const Visit& visit, const RoomKind& kind, Open open) {
    auto writing = open(record, visit, kind);
    if (!writing) return refuse(writing.error());
    ItemForm& form = writing->form;
    form.key = FormKey::fresh();
    if (writing->recorded) {
        form.typed = typed_from(*form.type, writing->recorded->content, {});
        form.starts_from = writing->recorded->found.head().version;
    } else if (writing->room && kind.fills) {
        kind.fills(record, visit, *writing->room, form);
    }
    if (const auto draft = draft_of(record, visit, form.action)) {
        form.typed = draft->fields;
        form.starts_from = number_in(draft->fields.get("starts_from"));
        if (const auto key = ledger::IdempotencyKey::parse(form.typed.get("save_key"))) form.key = key->text();
        form.notices << draft_notice(draft->head);
    }
    return page_of(record, visit, kind, *writing);
}

/// Whoever begins a room is named for it, or nobody would see it.
ledger::Change named_themselves(const Visit& visit, const FormKey& key, ledger::ItemId room) {
    RoomPermit permit;
    permit.room.item = room;
    permit.worker.item = ledger::ItemId(visit.book.viewer().worker.bytes());
    permit.from = law::london_date(visit.now);
    permit.why.text = "Began it.";
    return change_of(permit, key.nth_item(1), 0, {}, visit.book.viewer().worker);
}

Result<Shown> save(Record& record, const Visit& visit, const RoomKind& kind, Open open) {
    auto writing = open(record, visit, kind);
    if (!writing) return refuse(writing.error());
    ItemForm& form = writing->form;
    form.typed = visit.request.form();
    form.starts_from = number_in(form.typed.get("starts_from"));
    form.key = form.typed.get("save_key");
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    Content content = writing->recorded ? writing->recorded->content : Content();
    FormRead read = read_form(*form.type, form.typed, writing->recorded ? &content.values : nullptr);
    form.errors = std::move(read.errors);
    Content typed = content;
    typed.values = std::move(read.values);
    name_worker(form, typed, writing->recorded ? &content : nullptr, visit.book.viewer().worker);
    if (!form.errors.empty()) return page_of(record, visit, kind, *writing);
    content.values = std::move(typed.values);
    content.because = web::trimmed(form.typed.get("because"));
    const ledger::ItemId item = writing->recorded ? writing->recorded->id : key->nth_item(0);
    if (writing->room && item != writing->room->id) set_by_key(*form.type, content.values, field_of_the_room, writing->room->id);
    std::vector<ledger::Change> changes{change_of(*form.type, item, form.starts_from, {}, content, visit.book.viewer().worker)};
    if (!writing->room) changes.push_back(named_themselves(visit, *key, item));
    if (auto saved = save_together(record, visit, *key, std::move(changes), fmt::format("saved about a {}", kind.one)); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, form.action);
    return kind.list / (writing->room ? writing->room->id : item);
}

}  // namespace

void add_room_form_pages(Record& record, PageParts& parts, const RoomKind& kind) {
    const std::string list = kind.list.text();
    const auto add = [&](const std::string& path, Permission needs, Open open) {
        parts.add(
            {{web::Method::get, path, needs,
              [&record, &kind, open](const Visit& visit) { return show(record, visit, kind, open); }, web::Runs::on_a_worker},
             {web::Method::post, path, needs,
              [&record, &kind, open](const Visit& visit) { return save(record, visit, kind, open); }, web::Runs::on_a_worker}});
    };
    add(list + "/add", kind.may_begin, new_room);
    add(list + "/{id}/change", Permission::record_work, changed_room);
    add(list + "/{id}/add/{kind}", Permission::record_work, new_kept);
    add(list + "/{id}/kept/{item}/change", Permission::record_work, changed_kept);
}

}  // namespace steadfast::record::apart
