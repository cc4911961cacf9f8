#include "practice/allegations/adult_case.hpp"
#include "record/item/by_key.hpp"
#include "record/search/likeness.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Found;
using record::Record;
using record::SeenRoom;
using record::type_of;
using web::Html;

AdultCase case_of(const Found& found) { return found.table->item<AdultCase>(found.row); }

/// The allegation in the record of each child who was harmed, as far as the viewer may see that child.
Html children_view(const Visit& visit, const SeenRoom& room) {
    web::Table table{
        .caption = "Children in whose record the allegation stands",
        .columns = {{"Child"}, {"What is alleged happened"}, {"Outcome there"}, {"In full"}},
        .rows = {},
        .hides_caption = true,
        .when_empty = "No allegation in a record that you may see has this reference. A case may be about no one child."};
    const std::string reference = record::folded(room.name());
    visit.book.each_of(type_of<Allegation>(), [&](const Found& found) {
        const auto one = found.table->item<Allegation>(found.row);
        if (record::folded(one.reference) != reference) return;
        for (const ledger::SubjectId subject : visit.book.book().subjects(found))
            if (const auto child = visit.book.child(subject))
                table.rows.push_back({web::link(web::to("/children") / child->id, child->name),
                                      Html(record::words_by_key(found, "happened")),
                                      Html(one.outcome.is_recorded() ? std::string(one.outcome.says()) : std::string("None yet")),
                                      web::link(web::to("/items") / visit.book.book().item_id(found), "Open",
                                                "the allegation about " + child->name)});
    });
    return Html() << web::heading_2("Children") << web::table(table);
}

/// Every word of the shorter name sounds like, or is used for, one of the other.
bool may_be_one_adult(const std::string& one, const std::string& other) {
    auto fewer = record::NameKey::all_of(one);
    auto more = record::NameKey::all_of(other);
    if (more.size() < fewer.size()) std::swap(fewer, more);
    return !fewer.empty() && std::ranges::all_of(fewer, [&more](const record::NameKey& word) {
        return std::ranges::any_of(more,
                                   [&word](const record::NameKey& with) { return record::are_alike(word.text(), with.text()); });
    });
}

/// Somebody may be told of again under another spelling, years later. Of a case for which the visitor is not named nothing is said.
Html earlier_view(const Visit& visit, const SeenRoom& room) {
    const AdultCase here = case_of(room.found);
    web::Table table{.caption = "Other cases about somebody of a name like this",
                     .columns = {{"Case"}, {"Name there"}, {"Told on"}, {"Outcome"}},
                     .rows = {},
                     .hides_caption = true,
                     .when_empty = ""};
    for (const SeenRoom& other : rooms_seen(visit.book, type_of<AdultCase>())) {
        if (other.id == room.id) continue;
        const AdultCase one = case_of(other.found);
        if (may_be_one_adult(here.name, one.name))
            table.rows.push_back({web::link(adult_cases() / other.id, one.reference), Html(one.name),
                                  Html(one.came_on ? one.came_on->words() : "Not recorded"),
                                  Html(one.outcome.is_recorded() ? std::string(one.outcome.says()) : std::string("None yet"))});
    }
    if (table.rows.empty()) return {};
    return Html() << web::heading_2("Other cases about somebody of a name like this")
                  << web::hint("Of those for which you are named. Whether it is one adult, you say.") << web::table(table);
}

Html above_the_notes(Record&, const Visit& visit, const SeenRoom& room) {
    return children_view(visit, room) << earlier_view(visit, room);
}

}  // namespace

const record::apart::RoomKind& adult_cases_as_rooms() {
    static const record::apart::RoomKind kind{
        .list = adult_cases(),
        .type = &type_of<AdultCase>(),
        .one = "case",
        .plural = "Designated officer's cases",
        .about =
            "Allegations against adults who work with children, whether they name a child or not. You see those cases for which you are named, and nobody sees more.",
        .begin = "Begin a case",
        .order = 47,
        .may_begin = record::Permission::hear_allegations,
        .needs = record::Permission::record_work,
        .offered_to = record::Permission::hear_allegations,
        .kept = {{"note", &type_of<AdultCaseNote>(), "Add a note", "No talk or meeting is written down yet."}},
        .above = above_the_notes,
    };
    return kind;
}

void add_adult_case_pages(Record& record, PageParts& parts) {
    add_room_pages(record, parts, adult_cases_as_rooms());
    add_owed_looks(parts);
}

}  // namespace steadfast::practice
