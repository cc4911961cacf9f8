#include "record/pages/item_page.hpp"

#include "record/item/withdrawal.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record::pages {
namespace {

std::vector<FieldInWords> fields_in_words(const ItemType& type, const Values& values) {
    std::vector<FieldInWords> fields;
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        FieldInWords one{&type.fields()[i], in_words(type.fields()[i], values[i], Codes::beside), {}};
        if (const auto* link = std::get_if<ledger::ItemId>(&values[i])) one.link = *link;
        fields.push_back(std::move(one));
    }
    return fields;
}

VersionShown version_shown(const ItemType& type, const Book& book, const ledger::Entry& entry) {
    VersionShown shown;
    shown.version = entry.version;
    shown.seq = entry.seq;
    shown.kind = entry.kind;
    shown.recorded_at = entry.recorded_at;
    shown.recorded_by = worker_name(book, entry.recorded_by);
    shown.is_from_import = !entry.batch.is_none();
    shown.is_destroyed = entry.shared.destroyed;
    if (shown.is_destroyed) return shown;

    if (entry.kind == ledger::Kind::withdrawn) {
        shown.withdrawn_because = withdrawn_because(entry.shared.part);
        return shown;
    }

    auto content = read_part(type, entry.shared.part);
    if (!content) {
        shown.unreadable = entry.shared.part.body + '\n' + entry.shared.part.narrative;
        return shown;
    }
    shown.is_gone = content->is_gone;
    shown.unknown = content->unknown;
    if (!content->unknown_texts.empty()) shown.unknown += (shown.unknown.empty() ? "" : ",") + content->unknown_texts;
    shown.fields = fields_in_words(type, content->values);
    return shown;
}

}  // namespace

Result<ItemPage> item_page(Record& record, const SeenBook& book, ledger::ItemId id) {
    const auto found = book.item(id);
    if (!found) return refuse(found.error());
    ItemPage page;
    page.id = id;
    page.type = &found->type();
    page.is_withdrawn = found->head().has(RowHead::withdrawn);
    for (const ledger::SubjectId subject : book.book().subjects(*found))
        if (auto child = book.child(subject)) page.children.push_back(std::move(*child));

    const auto entries = record.ledger().store().entries_of(id, book.book().head().seq);
    if (!entries) return refuse(entries.error());
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        // A version that an unfinished import brought does not count yet.
        if (entry->version > found->head().version) continue;
        page.versions.push_back(version_shown(*page.type, book.book(), *entry));
    }
    return page;
}

Result<void> check_may_be_changed(const ItemPage& page) {
    const VersionShown& latest = page.versions.front();
    const auto stays_as_it_is = [](std::string says, std::string what_to_do) { return refuse(Refusal::Kind::not_allowed, std::move(says), std::move(what_to_do)); };
    if (page.is_withdrawn) return stays_as_it_is("This was recorded in error and stays as it is.", "Record it anew where it belongs.");
    if (latest.is_destroyed) return stays_as_it_is("This was lawfully destroyed.", "");
    if (!page.type->is_declared() || !latest.unreadable.empty())
        return stays_as_it_is("This release of the program does not know this kind of record, so it can be read and not changed.",
                              "Use the release that recorded it.");
    return {};
}

std::string worker_name(const Book& book, ledger::WorkerId worker) {
    const auto found = book.find(ledger::ItemId(worker.bytes()));
    if (!found || &found->type() != &type_of<Worker>()) return "A worker who is not on record";
    return found->table->item<Worker>(found->row).name;
}

}  // namespace steadfast::record::pages
