#include "returns/pages/imports.hpp"

#include "record/pages/item_page.hpp"
#include "returns/imports/answering.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/pages/words.hpp"

#include <algorithm>
#include <unordered_map>

namespace steadfast::returns::pages {
namespace {

constexpr std::size_t imports_a_page = 10;

using WaitingByImport = std::unordered_map<ledger::ItemId, std::size_t>;

WaitingByImport waiting_by_import(const record::Book& book) {
    const record::ItemType& type = record::type_of<ImportQuestion>();
    const std::size_t answer = *type.position("answer");
    const std::size_t import = *type.position("import");
    WaitingByImport waiting;
    book.each_of(type, [&](const record::Found& found) {
        if (!found.table->text(found.row, answer).empty()) return;
        const record::Value value = found.table->value(found.row, import);
        if (const auto* id = std::get_if<ledger::ItemId>(&value)) ++waiting[*id];
    });
    return waiting;
}

/// The import's own item: as the record has it, or as it began where it does not count.
Result<std::optional<ledger::Entry>> entry_of(ledger::Store& store, const record::Book& book, const ledger::Batch& batch) {
    const auto found = book.find(ledger::ItemId(batch.id.bytes()));
    auto entry = store.entry(found ? found->head().seq : batch.first);
    if (!entry) return refuse(entry.error());
    const bool is_import = *entry && (*entry)->type == record::type_of<Import>().key();
    return is_import ? std::move(*entry) : std::optional<ledger::Entry>();
}

Result<ImportShown> import_shown(record::Record& record, const record::Book& book, const ledger::Batch& batch, const ledger::Entry& entry) {
    const record::ItemType& type = record::type_of<Import>();
    const auto content = record::read_part(type, entry.shared.part);
    if (!content) return refuse(content.error());
    const auto import = type.item_from<Import>(content->values);

    ImportShown shown;
    shown.import = entry.item;
    shown.of_return = return_in_words(import.of_return, import.return_year);
    shown.when = entry.recorded_at;
    shown.by = record::pages::worker_name(book, entry.recorded_by);
    shown.files = import.files.text;
    for (ReconciledTable& line : read_reconciliation(import.reconciliation.text)) {
        const bool is_sum = line.table == "in all";
        shown.lines.push_back({is_sum ? "In all" : table_in_words(record.catalogue(), import.of_return, line.table), line.counts});
    }
    if (batch.state == ledger::Batch::State::open) shown.state = ImportShown::State::not_ended;
    if (batch.state == ledger::Batch::State::struck_out) {
        shown.state = ImportShown::State::struck_out;
        const auto end = record.ledger().store().entry(batch.ended);
        if (!end) return refuse(end.error());
        if (*end) shown.struck_out_at = (*end)->recorded_at;
    }
    return shown;
}

}  // namespace

bool may_answer(const record::Viewer& viewer) {
    return may(viewer, record::Permission::import_returns) && may(viewer, record::Permission::see_children);
}

Result<ImportsPage> imports_page(record::Record& record, const record::SeenBook& book, std::size_t page) {
    ledger::Store& store = record.ledger().store();
    auto batches = store.batches();
    if (!batches) return refuse(batches.error());
    std::erase_if(*batches, [](const ledger::Batch& batch) { return batch.first == 0; });
    std::reverse(batches->begin(), batches->end());

    const WaitingByImport waiting = waiting_by_import(book.book());
    ImportsPage shown;
    shown.page = {1, imports_a_page, batches->size()};
    shown.page.page = std::clamp<std::size_t>(page, 1, shown.page.pages());
    shown.waiting = questions_waiting(book.book());
    shown.may_answer = may_answer(book.viewer());
    for (std::size_t i = shown.page.first(); i < shown.page.last(); ++i) {
        const ledger::Batch& batch = (*batches)[i];
        const auto entry = entry_of(store, book.book(), batch);
        if (!entry) return refuse(entry.error());
        if (!*entry) continue;   // Bulk work of another kind.
        auto import = import_shown(record, book.book(), batch, **entry);
        if (!import) return refuse(import.error());
        import->number = batches->size() - i;
        if (const auto found = waiting.find(import->import); found != waiting.end()) import->waiting = found->second;
        shown.imports.push_back(std::move(*import));
    }
    return shown;
}

}  // namespace steadfast::returns::pages
