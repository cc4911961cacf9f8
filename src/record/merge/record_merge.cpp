#include "record/merge/record_merge.hpp"

#include "law/london.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

/// One decision is several entries; each needs a key of its own, and the same ones when it is sent again.
ledger::IdempotencyKey key_of(ledger::IdempotencyKey key, std::uint8_t which) {
    IdBytes bytes = key.bytes();
    bytes.bytes[15] = static_cast<std::uint8_t>(bytes.bytes[15] ^ which);
    return ledger::IdempotencyKey(bytes);
}

ledger::Change joining(ledger::Kind kind, ledger::ItemId item, std::uint32_t starts_from, ledger::SubjectId kept, ledger::SubjectId other, ledger::WorkerId by) {
    ledger::Change change;
    change.kind = kind;
    change.item = item;
    change.starts_from = starts_from;
    change.type = type_of<RecordMerge>().key();
    change.subjects = {kept, other};
    change.recorded_by = by;
    change.shared.body = "{}";
    return change;
}

/// The kept person with the facts that are taken over, as a change of their own item.
Result<ledger::Change> taking_over(Record& record, const SeenBook& book, const MergeAsked& asked, const SeenChild& kept, const SeenChild& other) {
    const ItemType& type = type_of<Person>();
    const auto entry = record.latest_entry(book.book(), kept.row);
    if (!entry) return refuse(entry.error());
    auto content = read_entry(type, *entry);
    if (!content) return refuse(content.error());
    const Values theirs = other.row.values();
    for (const std::string_view key : asked.facts_of_other) {
        const auto position = type.position(key);
        if (!position) return refuse(Refusal::Kind::invalid, "There is no such fact.", "Go back, reload the page and try again.");
        content->values[*position] = theirs[*position];
    }
    return change_of(type, item_of(kept.id), kept.row.head().version, {kept.id}, *content, book.viewer().worker);
}

Result<void> check(const SeenBook& book, const MergeAsked& asked) {
    if (!may(book.viewer(), Permission::merge_records))
        return refuse(Refusal::Kind::not_allowed, "Your role does not include joining records.", "Ask your information governance officer.");
    if (asked.kept == asked.other) return refuse(Refusal::Kind::invalid, "These are one record already.");
    if (book.book().resolved(asked.kept) != asked.kept || book.book().resolved(asked.other) != asked.other)
        return refuse(Refusal::Kind::clash, "One of these records was joined with another one meanwhile.", "Open the record again and look at what it says now.");
    if (asked.because.empty()) return refuse(Refusal::Kind::invalid, "Say how it is known that they are one person.");
    if (asked.key.is_none()) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    return {};
}

}  // namespace

template <>
const ItemType& type_of<RecordMerge>() {
    static const ItemType type({.key = "record_merge", .name = "Joined records", .plural = "Joined records", .happened = "", .ended = "",
                                .summary = {"undone_on"}, .written = Written::by_its_room},
                               {
                                   field<&RecordMerge::because>("because", "How it is known that they are one person"),
                                   field<&RecordMerge::joining_item>("joining_item", "Number of the joining"),
                                   field<&RecordMerge::version_before>("version_before", "Version before facts were taken over"),
                                   field<&RecordMerge::version_after>("version_after", "Version with the facts taken over"),
                                   field<&RecordMerge::undone_on>("undone_on", "Taken apart again on"),
                                   field<&RecordMerge::undone_because>("undone_because", "Why they were taken apart again"),
                               });
    return type;
}

std::vector<std::string_view> differing_facts(const SeenChild& one, const SeenChild& other) {
    std::vector<std::string_view> keys;
    const ItemType& type = type_of<Person>();
    const Values ours = one.row.values();
    const Values theirs = other.row.values();
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (is_recorded(theirs[i]) && ours[i] != theirs[i]) keys.push_back(type.fields()[i].key);
    return keys;
}

Result<void> merge_records(Record& record, const SeenBook& book, const MergeAsked& asked, Instant now) {
    const ledger::ItemId item(asked.key.bytes());
    if (!asked.key.is_none() && book.book().find(item)) return {};   // Sent twice.
    if (auto checked = check(book, asked); !checked) return checked;
    // No role that joins records sees a sealed one: for them there is none, so nothing is ever joined across an adoption seal.
    const auto kept = book.child(asked.kept);
    if (!kept) return refuse(kept.error());
    const auto other = book.child(asked.other);
    if (!other) return refuse(other.error());

    const ledger::WorkerId by = book.viewer().worker;
    const ledger::ItemId joining_item(key_of(asked.key, 1).bytes());
    std::vector<ledger::Change> changes{joining(ledger::Kind::merged, joining_item, 0, kept->id, other->id, by)};
    RecordMerge merge{.because = {asked.because}, .joining_item = joining_item.text()};
    if (!asked.facts_of_other.empty()) {
        auto taken = taking_over(record, book, asked, *kept, *other);
        if (!taken) return refuse(taken.error());
        merge.version_before = static_cast<std::int32_t>(taken->starts_from);
        merge.version_after = static_cast<std::int32_t>(taken->starts_from + 1);
        changes.push_back(std::move(*taken));
    }
    changes.push_back(change_of(merge, item, 0, {kept->id, other->id}, by));
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i].key = key_of(asked.key, static_cast<std::uint8_t>(i + 1));
    const auto saved = record.ledger().save_and_wait(std::move(changes), {{now, by, "joined two records", {kept->id, other->id}, item}});
    if (!saved) return refuse(saved.error());
    return {};
}

std::vector<MergeOnRecord> merges_of(const SeenBook& book, const SeenChild& child) {
    std::vector<MergeOnRecord> merges;
    book.each_about(child, [&](const Found& found) {
        if (&found.type() != &type_of<RecordMerge>()) return;
        const auto subjects = book.book().subjects(found);
        const auto item = book.book().item_id(found);
        // An item about two people who are one now is met twice.
        const bool is_met = std::any_of(merges.begin(), merges.end(), [&item](const MergeOnRecord& one) { return one.item == item; });
        if (subjects.size() != 2 || is_met) return;
        merges.push_back({item, found.table->item<RecordMerge>(found.row), subjects[0], subjects[1], book.book().recorded_by(found), found.head().version});
    });
    return merges;
}

Result<Unmerged> unmerge_records(Record& record, const SeenBook& book, const MergeOnRecord& merge, std::string because, ledger::IdempotencyKey key, Instant now) {
    if (!may(book.viewer(), Permission::merge_records))
        return refuse(Refusal::Kind::not_allowed, "Your role does not include taking records apart.", "Ask your information governance officer.");
    if (merge.merge.undone_on) return refuse(Refusal::Kind::clash, "These records were taken apart already.", "Open the record again and look at what it says now.");
    if (const auto kept = book.child(merge.kept); !kept) return refuse(kept.error());
    if (because.empty()) return refuse(Refusal::Kind::invalid, "Say why they are two people after all.");
    const auto joining_item = ledger::ItemId::parse(merge.merge.joining_item);
    if (!joining_item || key.is_none()) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");

    const ledger::WorkerId by = book.viewer().worker;
    std::vector<ledger::Change> changes{joining(ledger::Kind::unmerged, *joining_item, 1, merge.kept, merge.other, by)};
    Unmerged unmerged;
    if (merge.merge.version_before && merge.merge.version_after) {
        const auto person = book.book().find(item_of(merge.kept));
        const bool is_untouched = person && person->head().version == static_cast<std::uint32_t>(*merge.merge.version_after);
        unmerged.kept_facts_stay = !is_untouched;
        if (is_untouched) {
            const auto versions = record.ledger().store().entries_of(item_of(merge.kept), person->head().seq);
            if (!versions) return refuse(versions.error());
            for (const ledger::Entry& version : *versions) {
                if (version.version != static_cast<std::uint32_t>(*merge.merge.version_before)) continue;
                const auto content = read_entry(type_of<Person>(), version);
                if (!content) return refuse(content.error());
                changes.push_back(change_of(type_of<Person>(), item_of(merge.kept), person->head().version, {merge.kept}, *content, by));
            }
        }
    }
    // The reason for joining them stays in the earlier version.
    RecordMerge undone = merge.merge;
    undone.undone_on = law::london_date(now);
    undone.undone_because.text = std::move(because);
    changes.push_back(change_of(undone, merge.item, merge.version, {merge.kept, merge.other}, by));
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i].key = key_of(key, static_cast<std::uint8_t>(i + 1));
    const auto saved = record.ledger().save_and_wait(std::move(changes), {{now, by, "took two records apart", {merge.kept, merge.other}, merge.item}});
    if (!saved) return refuse(saved.error());
    return unmerged;
}

}  // namespace steadfast::record
