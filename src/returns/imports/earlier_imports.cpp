#include "returns/imports/earlier_imports.hpp"

#include "returns/imports/import.hpp"

#include <algorithm>

namespace steadfast::returns {
namespace {

constexpr std::size_t digits_of_an_id = 32;

void sort_and_keep_each_once(std::vector<ledger::ItemId>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

EarlierImports::EarlierImports(Return of, const record::Book& book, ledger::Store* store) : book_(book), store_(store) {
    const record::ItemType& type = record::type_of<Import>();
    book.each_of(type, [&](const record::Found& found) {
        const Import import = type.item_from<Import>(found.values());
        if (import.of_return == key_of(of) && import.return_year)
            imports_.push_back({*import.return_year, found.head().seq, book.item_id(found), import.files_digest});
    });
    std::sort(imports_.begin(), imports_.end(), [](const Known& a, const Known& b) { return a.seq < b.seq; });
}

std::optional<EarlierImports::Last> EarlierImports::last_of(int year) const {
    const auto found =
        std::find_if(imports_.rbegin(), imports_.rend(), [year](const Known& import) { return import.year == year; });
    return found == imports_.rend() ? std::nullopt : std::optional(Last{found->import, found->files_digest});
}

Result<std::vector<ledger::ItemId>> EarlierImports::covered_in(int year) const {
    std::vector<ledger::ItemId> items;
    const auto found =
        std::find_if(imports_.rbegin(), imports_.rend(), [year](const Known& import) { return import.year == year; });
    if (found == imports_.rend()) return items;
    if (auto added = add_covered(*found, items); !added) return refuse(added.error());
    sort_and_keep_each_once(items);
    return items;
}

Result<std::vector<ledger::ItemId>> EarlierImports::covered_after(int year) const {
    std::vector<ledger::ItemId> items;
    for (const Known& import : imports_) {
        // Of a later year, what its last import had is what it says now.
        const bool is_its_years_last = last_of(import.year)->import == import.import;
        if (import.year <= year || !is_its_years_last) continue;
        if (auto added = add_covered(import, items); !added) return refuse(added.error());
    }
    sort_and_keep_each_once(items);
    return items;
}

Result<void> EarlierImports::add_covered(const Known& import, std::vector<ledger::ItemId>& items) const {
    const ledger::BatchId batch(import.import.bytes());
    const auto batches = store_->batches();
    if (!batches) return refuse(batches.error());
    for (const ledger::Batch& one : *batches) {
        if (one.id != batch || one.first == 0) continue;
        const auto read = store_->read(one.first, one.last, [&](const ledger::EntryView& entry) {
            if (entry.batch == batch && entry.kind == ledger::Kind::saved) items.push_back(entry.item);
        });
        if (!read) return read;
    }

    const record::ItemType& type = record::type_of<ImportCoverage>();
    std::vector<record::Found> parts;
    book_.each_of(type, [&](const record::Found& found) {
        if (type.item_from<ImportCoverage>(found.values()).import.item == import.import) parts.push_back(found);
    });
    for (const record::Found& part : parts) {
        const auto content = whole(part);
        if (!content) return refuse(content.error());
        const std::string text = type.item_from<ImportCoverage>(content->values).items.text;
        for (std::size_t at = 0; at + digits_of_an_id <= text.size(); at += digits_of_an_id)
            if (const auto item = ledger::ItemId::parse(std::string_view(text).substr(at, digits_of_an_id)))
                items.push_back(*item);
    }
    return {};
}

Result<std::optional<record::Content>> EarlierImports::last_imported(ledger::ItemId item, const record::ItemType& type) const {
    if (store_ == nullptr) return std::optional<record::Content>();
    const auto entries = store_->entries_of(item, book_.head().seq);
    if (!entries) return refuse(entries.error());
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        if (entry->batch.is_none() || entry->kind != ledger::Kind::saved) continue;
        if (!book_.find(ledger::ItemId(entry->batch.bytes()))) continue;   // Of an import that was struck out.
        auto content = record::read_part(type, entry->shared.part);
        if (content) return std::optional(std::move(*content));
    }
    return std::optional<record::Content>();
}

Result<ledger::Entry> EarlierImports::entry_of(const record::Found& found) const {
    if (store_ == nullptr) return refuse(Refusal::Kind::unavailable, "There is no store to read from.");
    auto entry = store_->entry(found.head().seq);
    if (!entry) return refuse(entry.error());
    if (!*entry)
        return refuse(Refusal::Kind::unavailable, "An entry could not be read from the store.",
                      "Ask for a verification of the record.");
    return std::move(**entry);
}

Result<record::Content> EarlierImports::whole(const record::Found& found) const {
    const auto entry = entry_of(found);
    if (!entry) return refuse(entry.error());
    return record::read_part(found.type(), entry->shared.part);
}

}  // namespace steadfast::returns
