#include "record/pages/item_page.hpp"

#include "record/item/withdrawal.hpp"
#include "record/pages/item_forms.hpp"
#include "record/put_right/dispute.hpp"
#include "record/workers/worker.hpp"

#include <algorithm>

namespace steadfast::record::pages {
namespace {

std::vector<FieldInWords> fields_in_words(const ItemType& type, const Book& book, const Values& values, bool about_each, Codes codes) {
    std::vector<FieldInWords> fields;
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        if (type.fields()[i].is_about_each != about_each || type.fields()[i].is_for_the_program) continue;
        FieldInWords one{&type.fields()[i], in_words(type.fields()[i], values[i], codes), {}};
        if (const auto* link = std::get_if<ledger::ItemId>(&values[i])) {
            const auto found = book.find(*link);
            // A colleague is a name; everything else has a page of its own.
            if (found && &found->type() == &type_of<Worker>()) one.words = worker_name(book, ledger::WorkerId(link->bytes()));
            else one.link = *link;
        }
        fields.push_back(std::move(one));
    }
    return fields;
}

std::string unknown_in(const Content& content) {
    return content.unknown + (content.unknown.empty() || content.unknown_texts.empty() ? "" : ",") + content.unknown_texts;
}

/// The parts about those whom the viewer may see; where there are others too, what is said of all is withheld.
void show_parts(VersionShown& shown, const ItemType& type, const SeenBook& book, const ledger::Entry& entry, const Content& content, Codes codes) {
    for (std::size_t i = 0; i < entry.subjects.size(); ++i) {
        const auto child = book.child(entry.subjects[i]);
        // A child whose own record was taken away again can't be named, and hides nothing from somebody who may see everybody.
        if (!child) continue;
        if (i >= entry.parts.size() || entry.parts[i].digest == ledger::Digest{}) continue;
        shown.about.push_back({entry.subjects[i], child->name, fields_in_words(type, book.book(), content.about[i].values, true, codes), unknown_in(content.about[i]),
                               entry.parts[i].destroyed});
    }
}

VersionShown version_shown(const ItemType& type, const SeenBook& book, const ledger::Entry& entry, bool sees_everybody, Codes codes) {
    VersionShown shown;
    shown.version = entry.version;
    shown.seq = entry.seq;
    shown.kind = entry.kind;
    shown.recorded_at = entry.recorded_at;
    shown.recorded_by = worker_name(book.book(), entry.recorded_by);
    shown.by = entry.recorded_by;
    shown.is_from_import = !entry.batch.is_none();
    shown.is_destroyed = entry.shared.destroyed;
    shown.withholds_somebody = shown.withholds_shared = !sees_everybody;
    if (shown.is_destroyed) return shown;

    if (entry.kind == ledger::Kind::withdrawn) {
        shown.withdrawn_because = withdrawn_because(entry.shared.part);
        return shown;
    }

    auto content = read_entry(type, entry);
    if (!content) {
        if (sees_everybody) shown.unreadable = entry.shared.part.body + '\n' + entry.shared.part.narrative;
        return shown;
    }
    show_parts(shown, type, book, entry, *content, codes);
    if (sees_everybody) shown.because = content->because;
    shown.is_fit_for_each = content->is_fit_for_each && (sees_everybody || book.may_read_what_fits_each(entry.subjects));
    shown.withholds_shared = !sees_everybody && !shown.is_fit_for_each;
    if (shown.withholds_shared) return shown;
    shown.is_gone = content->is_gone;
    shown.unknown = unknown_in(*content);
    shown.fields = fields_in_words(type, book.book(), content->values, false, codes);
    return shown;
}

void name_whom_it_is_about(ItemPage& page, const SeenBook& book, const std::vector<ledger::SubjectId>& subjects) {
    for (const ledger::SubjectId subject : subjects) {
        auto child = book.child(subject);
        page.about.push_back({subject, child ? child->name : ""});
        if (!child) continue;
        const auto is_there = [&child](const SeenChild& one) { return one.id == child->id; };
        if (std::none_of(page.children.begin(), page.children.end(), is_there)) page.children.push_back(std::move(*child));
    }
}

/// Who disagrees with the item. What they say is a long text, so it comes from the store.
Result<void> show_disputes(Record& record, const SeenBook& book, ItemPage& page) {
    std::vector<Found> found;
    if (page.children.empty()) return {};
    book.each_about(page.children.front(), [&](const Found& one) {
        if (&one.type() == &type_of<Dispute>() && one.table->item<Dispute>(one.row).disputed.item == page.id) found.push_back(one);
    });
    for (const Found& one : found) {
        const auto entry = record.latest_entry(book.book(), one);
        if (!entry) return refuse(entry.error());
        const auto content = read_entry(type_of<Dispute>(), *entry);
        if (!content) return refuse(content.error());
        auto dispute = type_of<Dispute>().item_from<Dispute>(content->values);
        page.disputes.push_back({entry->item, dispute.said_on, std::move(dispute.by_whom), std::move(dispute.words.text), std::move(dispute.answer.text)});
    }
    return {};
}

}  // namespace

Result<ItemPage> item_page(Record& record, const SeenBook& book, ledger::ItemId id, Codes codes) {
    const auto found = book.item_in_part(id);
    if (!found) return refuse(found.error());
    ItemPage page;
    page.id = id;
    page.type = &found->type();
    page.is_withdrawn = found->head().has(RowHead::withdrawn);
    name_whom_it_is_about(page, book, book.book().subjects(*found));

    const auto entries = record.ledger().store().entries_of(id, book.book().head().seq);
    if (!entries) return refuse(entries.error());
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        // A version that an unfinished import brought does not count yet.
        if (entry->version > found->head().version) continue;
        page.versions.push_back(version_shown(*page.type, book, *entry, book.may_see_everybody(entry->subjects), codes));
        // What stood on another child's record before it was moved here is for information governance alone.
        if (entry->kind == ledger::Kind::moved && !may(book.viewer(), Permission::see_audit)) break;
    }
    if (auto shown = show_disputes(record, book, page); !shown) return refuse(shown.error());
    return page;
}

Result<void> check_may_be_changed(const ItemPage& page) {
    const VersionShown& latest = page.versions.front();
    const auto stays_as_it_is = [](std::string says, std::string what_to_do) { return refuse(Refusal::Kind::not_allowed, std::move(says), std::move(what_to_do)); };
    if (latest.withholds_somebody) return stays_as_it_is("This is also about somebody whose record you may not see.", "Ask somebody who may.");
    if (page.is_withdrawn) return stays_as_it_is("This was recorded in error and stays as it is.", "Record it anew where it belongs.");
    if (latest.is_destroyed) return stays_as_it_is("This was lawfully destroyed.", "");
    if (!page.type->is_declared() || !latest.unreadable.empty())
        return stays_as_it_is("This release of the program does not know this kind of record, so it can be read and not changed.",
                              "Use the release that recorded it.");
    return {};
}

bool may_be_undone(const ItemPage& page, ledger::WorkerId worker, Instant now) {
    const VersionShown& latest = page.versions.front();
    const bool is_own_and_fresh = latest.by == worker && latest.recorded_at.plus_seconds(undo_seconds) > now && !latest.is_from_import;
    if (!is_own_and_fresh || latest.kind != ledger::Kind::saved || !check_may_be_changed(page)) return false;
    if (latest.version == 1) return true;
    if (page.versions.size() < 2) return false;
    const VersionShown& before = page.versions[1];
    return before.kind == ledger::Kind::saved && !before.is_destroyed && before.unreadable.empty();
}

std::string worker_name(const Book& book, ledger::WorkerId worker) {
    const auto found = book.find(ledger::ItemId(worker.bytes()));
    if (!found || &found->type() != &type_of<Worker>()) return "A worker who is not on record";
    return found->table->item<Worker>(found->row).name;
}

}  // namespace steadfast::record::pages
