#include "record/documents/waiting_scans.hpp"

#include "record/documents/document.hpp"
#include "record/documents/kept_file.hpp"

namespace steadfast::record::documents {
namespace {

std::vector<Found> waiting_in(const Book& book) {
    std::vector<Found> waiting;
    const std::size_t scan = *type_of<Document>().position("scan");
    book.each_of(type_of<Document>(), [&](const Found& found) {
        const Value value = found.table->value(found.row, scan);
        if (const auto* code = std::get_if<std::string>(&value); code && *code == "waiting") waiting.push_back(found);
    });
    return waiting;
}

Result<void> note_verdict(Record& record, const Book& book, const Found& found, Document document, const ScanVerdict& verdict, ledger::WorkerId by) {
    const auto entry = record.latest_entry(book, found);
    if (!entry) return refuse(entry.error());
    auto content = read_entry(type_of<Document>(), *entry);
    if (!content) return refuse(content.error());
    document.scan.code = verdict.is_clean() ? "clean" : "found";
    document.found = verdict.found;
    content->values = type_of<Document>().values_of(document);
    ledger::Change change = change_of(type_of<Document>(), entry->item, entry->version, entry->subjects, *content, by);
    change.key = ledger::IdempotencyKey::random();
    const auto saved = record.ledger().save_and_wait({change});
    // Somebody changed it in this moment: its new version is looked at the next time.
    if (!saved && saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
    return {};
}

}  // namespace

Result<ScannedLater> scan_waiting_files(Record& record, VirusScanner& scanner, ledger::WorkerId by) {
    const auto book = record.book();
    const auto waiting = waiting_in(*book);
    ScannedLater done;
    done.still_waiting = waiting.size();
    for (const Found& found : waiting) {
        const auto document = type_of<Document>().item_from<Document>(found.values());
        const auto bytes = read_file(record.ledger().store().documents(), document);
        if (!bytes) continue;   // verify says what became of it.
        const auto verdict = scanner.scan(pieces_of(*bytes));
        if (!verdict) return done;
        if (auto noted = note_verdict(record, *book, found, document, *verdict, by); !noted) return refuse(noted.error());
        ++(verdict->is_clean() ? done.clean : done.found);
        --done.still_waiting;
    }
    return done;
}

}  // namespace steadfast::record::documents
