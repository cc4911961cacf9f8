#include "record/apart/room_pages.hpp"

#include "law/london.hpp"
#include "record/pages/saving.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

// Rooms that nobody can open any more, because everybody who was named has left or was taken off: whoever guards records learns that there is one
// and since when, and nothing else of it, and names somebody else for it.
namespace steadfast::record::apart {
namespace {

using namespace record::pages;
using web::Html;

constexpr std::size_t longest_reason = 2'000;
constexpr std::size_t letters_of_a_reference = 8;

struct Unopened {
    ledger::ItemId id;
    std::optional<Date> began;

    [[nodiscard]] std::string reference() const { return id.text().substr(0, letters_of_a_reference); }
};

/// Read past the guard of rooms, so it hands out nothing but what stands in Unopened.
std::vector<Unopened> unopened(const Visit& visit, const RoomKind& kind) {
    const Book& book = visit.book.book();
    const Date today = law::london_date(visit.now);
    const auto named = NamedForRooms::of(book);
    const auto colleagues = colleagues_on(book, today);
    std::vector<Unopened> all;
    book.each_of(*kind.type, [&](const Found& found) {
        const SeenRoom room{book.item_id(found), found};
        const bool is_open_to_somebody =
            std::ranges::any_of(colleagues, [&](const Colleague& one) { return named->is_named(one.id, room.id, today); });
        if (!room.closed() && !is_open_to_somebody) all.push_back({room.id, room.began()});
    });
    std::ranges::sort(all, {}, &Unopened::id);
    return all;
}

/// Never whoever asks: they would let themselves in.
std::vector<Colleague> whom_to_name(const Visit& visit) {
    auto all = colleagues_who_may(visit.book.book(), law::london_date(visit.now), Permission::record_work);
    std::erase_if(all, [&visit](const Colleague& one) { return one.id == visit.book.viewer().worker; });
    return all;
}

web::Link here(const RoomKind& kind) { return kind.list / "nobody"; }
std::string title_of(const RoomKind& kind) { return fmt::format("{} that nobody can open", kind.plural); }

Html name_form(const Visit& visit, const RoomKind& kind, const std::vector<Unopened>& all, const web::FieldErrors& errors) {
    const web::Fields& typed = visit.request.form();
    web::Select which{.name = "room",
                      .label = fmt::format("Which {}", kind.one),
                      .error = std::string(errors.at("room")),
                      .choices = {{"", "Choose one"}},
                      .chosen = std::string(typed.get("room"))};
    for (const Unopened& one : all) which.choices.push_back({one.id.text(), one.reference()});
    web::Select who{.name = "named",
                    .label = "Who is to work on it",
                    .hint = "Somebody else than you",
                    .error = std::string(errors.at("named")),
                    .choices = {{"", "Choose a worker"}},
                    .chosen = std::string(typed.get("named"))};
    for (const Colleague& one : whom_to_name(visit)) who.choices.push_back({one.sign_in_name, one.name + ", " + one.role});
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << web::select(which) << web::select(who)
           << web::text_input({.name = "why_named",
                               .label = "Why they are named",
                               .error = std::string(errors.at("why_named")),
                               .value = std::string(typed.get("why_named"))})
           << web::button({.label = "Name them"});
    return web::post_form({.action = here(kind), .token = visit.form_token, .fields = std::move(fields)});
}

Page page_of(const Visit& visit, const RoomKind& kind, const web::FieldErrors& errors) {
    const auto all = unopened(visit, kind);
    web::Table table{.caption = title_of(kind),
                     .columns = {{"Reference"}, {"Since"}},
                     .rows = {},
                     .hides_caption = true,
                     .when_empty = fmt::format("None. Every {} has somebody who is named for it and works here.", kind.one)};
    for (const Unopened& one : all)
        table.rows.push_back({Html(one.reference()), Html(one.began ? one.began->words() : "Not recorded")});
    Page page;
    page.title = title_of(kind);
    page.main
        << web::error_summary(errors) << web::heading_1(page.title)
        << web::paragraph(
               "Everybody who was named for these has left or was taken off. You see that there is one, and nothing that stands in it: name somebody who works on it from here.")
        << web::table(table);
    if (!all.empty()) page.main << name_form(visit, kind, all, errors);
    page.what = page.title;
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> name_somebody(Record& record, const Visit& visit, const RoomKind& kind) {
    web::FormReader form(visit.request.form());
    const auto all = unopened(visit, kind);
    const auto room = std::ranges::find_if(all, [&form](const Unopened& one) { return one.id.text() == form.text("room"); });
    if (room == all.end()) form.refuse("room", fmt::format("Choose a {} that nobody can open", kind.one));
    const auto colleagues = whom_to_name(visit);
    const auto* const one = find_colleague(colleagues, form.text("named"));
    if (!one) form.refuse("named", "Choose who is to work on it");
    RoomPermit permit;
    permit.why.text = form.required_text("why_named", "Enter why they are named", longest_reason);
    if (!form.errors().empty()) return page_of(visit, kind, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    permit.room.item = room->id;
    permit.worker.item = ledger::ItemId(one->id.bytes());
    permit.from = law::london_date(visit.now);
    auto change = change_of(permit, key->nth_item(0), 0, {}, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)},
                                   fmt::format("named somebody for a {} that nobody could open", kind.one));
        !saved)
        return refuse(saved.error());
    return here(kind);
}

Html waiting(const Visit& visit, const RoomKind& kind) {
    const std::size_t count = unopened(visit, kind).size();
    if (count == 0) return {};
    std::string words = fmt::format("{} {} that nobody can open any more", count, kind.one);
    if (count > 1) words = fmt::format("{}: {} that nobody can open any more", kind.plural, count);
    return Html() << "<li>" << web::link(here(kind), words) << "</li>";
}

}  // namespace

void add_unopened_rooms(Record& record, PageParts& parts, const RoomKind& kind) {
    constexpr auto needs = Permission::guard_records;
    constexpr auto later = web::Runs::on_a_worker;
    const std::string address = here(kind).text();
    parts.add({
        {web::Method::get, address, needs, [&kind](const Visit& visit) -> Result<Shown> { return page_of(visit, kind, {}); },
         later},
        {web::Method::post, address, needs, [&record, &kind](const Visit& visit) { return name_somebody(record, visit, kind); },
         later},
    });
    parts.waiting.push_back({.order = 60, .needs = needs, .lines = [&kind](const Visit& visit) { return waiting(visit, kind); }});
}

}  // namespace steadfast::record::apart
