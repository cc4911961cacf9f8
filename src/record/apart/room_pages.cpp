#include "record/apart/room_pages.hpp"

#include "law/london.hpp"
#include "record/pages/item_page.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::apart {
namespace {

using namespace record::pages;
using web::Html;

bool may_write(const Visit& visit) { return may(visit.book.viewer(), Permission::record_work); }

std::string lower(std::string_view plural) {
    return std::string(1, static_cast<char>(plural[0] | 0x20)) + std::string(plural.substr(1));
}

// --- the list ---

Page list_page(const Visit& visit, const RoomKind& kind) {
    Page page;
    page.title = kind.plural;
    web::Table table{.caption = fmt::format("{} for which you are named", kind.plural),
                     .columns = {{std::string(kind.type->name())}, {"Since"}, {"Now"}},
                     .rows = {},
                     .hides_caption = true,
                     .when_empty = "You are named for none. Whoever works on one names you, or you begin one."};
    if (!may(visit.book.viewer(), kind.may_begin)) table.when_empty = "You are named for none. Whoever works on one names you.";
    for (const SeenRoom& one : rooms_seen(visit.book, *kind.type))
        table.rows.push_back({web::link(kind.list / one.id, one.name()),
                              Html(one.began() ? one.began()->words() : "Not recorded"),
                              Html(one.closed() ? "Not worked on since " + one.closed()->words() : "Worked on")});
    page.main << web::heading_1(page.title) << web::paragraph(Html(kind.about)) << web::table(table);
    if (may_write(visit) && may(visit.book.viewer(), kind.may_begin))
        page.main << "<p class=\"govuk-body sf-screen-only\">" << web::button_link(kind.list / "add", std::string(kind.begin))
                  << "</p>";
    page.what = "list of " + lower(kind.plural);
    return page;
}

// --- the page of one ---

Html value_in_words(const Field& field, const std::string& words) {
    Html html;
    if (field.kind == FieldKind::narrative) html << "<div class=\"sf-narrative\">" << words << "</div>";
    else html << words;
    return html;
}

/// What nobody wrote is left out: those who meet about it read many of these.
std::vector<web::SummaryRow> rows_of(const Visit& visit, const Kept& kept) {
    std::vector<web::SummaryRow> rows;
    const ItemType& type = kept.found.type();
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (const Field& field = type.fields()[i]; field.is_recorder) {
            if (const auto* worker = std::get_if<ledger::ItemId>(&kept.content.values[i]))
                rows.push_back(
                    {std::string(field.label), Html(worker_name(visit.book.book(), ledger::WorkerId(worker->bytes())))});
        } else if (field.kind != FieldKind::link) {
            if (const std::string words = in_words(field, kept.content.values[i]); !words.empty())
                rows.push_back({std::string(field.label), value_in_words(field, words)});
        }
    return rows;
}

Html change_link(const Visit& visit, const web::Link& where, std::string_view what) {
    if (!may_write(visit)) return {};
    return Html() << "<p class=\"govuk-body sf-screen-only\">" << web::link(where / "change", "Change", std::string(what))
                  << "</p>";
}

Result<Html> section_of(Record& record, const Visit& visit, const RoomKind& kind, const SeenRoom& room, const KeptKind& kept) {
    const auto all = kept_in(record, visit.book, room, *kept.type);
    if (!all) return refuse(all.error());
    Html html;
    html << web::heading_2(kept.type->plural());
    for (const Kept& one : *all) {
        const std::string title = std::string(kept.type->name()) + ": " + one.called();
        if (kind.marks) html << kind.marks(visit, one);
        html << web::summary_card(title, rows_of(visit, one)) << change_link(visit, kind.list / room.id / "kept" / one.id, title);
    }
    if (all->empty()) html << web::paragraph(Html(kept.none));
    if (may_write(visit))
        html << "<p class=\"govuk-body sf-screen-only\">" << web::link(kind.list / room.id / "add" / kept.key, kept.add)
             << "</p>";
    return html;
}

/// All of it but its name, which is the page's heading.
Html of_the_room(const Visit& visit, const Kept& whole) {
    auto rows = rows_of(visit, whole);
    const ItemType& type = whole.found.type();
    const std::string_view name = type.fields()[type.summary_fields().front()].label;
    std::erase_if(rows, [name](const web::SummaryRow& row) { return row.key == name; });
    return web::summary_list(rows);
}

}  // namespace

const KeptKind* RoomKind::find(std::string_view key) const {
    const auto found = std::ranges::find(kept, key, &KeptKind::key);
    return found == kept.end() ? nullptr : &*found;
}

Result<SeenRoom> asked_room(const Visit& visit, const RoomKind& kind) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return room_seen(visit.book, *kind.type, kind.one, *id);
}

Page page_of_room(std::string title, const RoomKind& kind, const SeenRoom& room) {
    Page page;
    page.title = std::move(title);
    page.what = kind.one;
    page.item = room.id;
    return page;
}

Result<Shown> show_room(Record& record, const Visit& visit, const RoomKind& kind, const web::FieldErrors& errors) {
    const auto room = asked_room(visit, kind);
    if (!room) return refuse(room.error());
    const auto whole = kept_item(record, visit.book, room->id);
    if (!whole) return refuse(whole.error());
    Page page = page_of_room(std::string(kind.type->name()), kind, *room);
    page.main << web::error_summary(errors) << web::heading_1(room->name());
    if (room->closed()) page.main << web::inset(Html("Not worked on since " + room->closed()->words() + "."));
    page.main << of_the_room(visit, *whole) << change_link(visit, kind.list / room->id, "the " + std::string(kind.one));
    if (kind.above) page.main << kind.above(record, visit, *room);
    for (const KeptKind& kept : kind.kept) {
        auto section = section_of(record, visit, kind, *room, kept);
        if (!section) return refuse(section.error());
        page.main << std::move(*section);
    }
    page.main << named_view(visit, kind, *room, errors);
    page.status = errors.empty() ? 200 : 422;
    return page;
}

void add_room_pages(Record& record, PageParts& parts, const RoomKind& kind) {
    constexpr auto later = web::Runs::on_a_worker;
    const std::string list = kind.list.text();
    parts.add({
        {web::Method::get, list, kind.needs, [&kind](const Visit& visit) -> Result<Shown> { return list_page(visit, kind); },
         later},
        {web::Method::get, list + "/{id}", kind.needs,
         [&record, &kind](const Visit& visit) { return show_room(record, visit, kind, {}); }, later},
    });
    parts.places.push_back({.words = std::string(kind.plural), .link = kind.list, .order = kind.order, .needs = kind.offered_to});
    add_room_form_pages(record, parts, kind);
    add_naming_pages(record, parts, kind);
    add_unopened_rooms(record, parts, kind);
}

}  // namespace steadfast::record::apart
