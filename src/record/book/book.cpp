#include "record/book/book.hpp"

namespace steadfast::record {

const Table* Book::table(const ItemType& type) const {
    for (const auto& table : tables_)
        if (&table->type() == &type) return table.get();
    return nullptr;
}

std::optional<Found> Book::find(ledger::ItemId item) const {
    const std::uint32_t number = spine_->item_index.find(item.bytes(), items_);
    if (number == IdIndex::none) return std::nullopt;
    const Locator& locator = spine_->locators[number];
    const Table& table = *tables_[locator.table];
    if (!counts(table.head(locator.row))) return std::nullopt;
    return Found{&table, locator.row};
}

void Book::each_about(ledger::SubjectId subject, const std::function<void(const Found&)>& visit) const {
    each_person_of(subject, [this, &visit](std::uint32_t person) { each_mention(person, nullptr, visit); });
}

void Book::each_about(ledger::SubjectId subject, const WantedTypes& wanted, const std::function<void(const Found&)>& visit) const {
    each_person_of(subject, [this, &wanted, &visit](std::uint32_t person) { each_mention(person, &wanted, visit); });
}

void Book::each_person_of(ledger::SubjectId subject, const std::function<void(std::uint32_t)>& visit) const {
    const ledger::SubjectId kept = resolved(subject);
    const auto each_of_one = [this, &visit](ledger::SubjectId one) {
        const std::uint32_t person = spine_->person_index.find(one.bytes(), people_);
        if (person != IdIndex::none) visit(person);
    };
    each_of_one(kept);
    for (const auto& [other, into] : *merged_into_)
        if (resolved(into) == kept) each_of_one(other);
}

void Book::each_mention(std::uint32_t person, const WantedTypes* wanted, const std::function<void(const Found&)>& visit) const {
    std::uint32_t place = spine_->latest_mention[person].load(std::memory_order_acquire);
    for (Mention mention; place != IdIndex::none; place = mention.before) {
        mention = spine_->mentions[place];
        if (place >= mentions_) continue;   // Newer than this version.
        const Table& table = *tables_[mention.table];
        if (wanted && !wanted->contains(&table.type())) continue;
        const std::uint32_t row = spine_->locators[mention.item].row;
        if (!is_visible(table, row)) continue;
        if (const auto subject = place_of(person, table.head(row))) visit(Found{&table, row, table.part(row, *subject)});
    }
}

void Book::each_of(const ItemType& type, const std::function<void(const Found&)>& visit) const {
    const Table* rows = table(type);
    if (!rows) return;
    for (std::uint32_t row = 0; row < rows->size(); ++row)
        if (is_visible(*rows, row)) visit(Found{rows, row});
}

bool Book::is_visible(const Table& table, std::uint32_t row) const {
    const RowHead& head = table.head(row);
    return !head.has(RowHead::withdrawn) && counts(head);
}

bool Book::counts(const RowHead& head) const { return batches_->states[head.batch] == ledger::Batch::State::closed; }

std::optional<std::size_t> Book::place_of(std::uint32_t person, const RowHead& head) const {
    if (!(head.subjects & 0x80000000u)) return head.subjects == person ? std::optional<std::size_t>(0) : std::nullopt;
    const std::uint32_t list = head.subjects & 0x7fffffffu;
    for (std::uint32_t i = 0; i < spine_->subject_lists[list]; ++i)
        if (spine_->subject_lists[list + 1 + i] == person) return i;
    return std::nullopt;
}

ledger::ItemId Book::item_id(const Found& found) const { return ledger::ItemId(spine_->item_ids[found.head().item]); }

std::vector<ledger::SubjectId> Book::subjects(const Found& found) const {
    const std::uint32_t subjects = found.head().subjects;
    std::vector<ledger::SubjectId> ids;
    if (!(subjects & 0x80000000u)) {
        ids.emplace_back(spine_->person_ids[subjects]);
        return ids;
    }
    const std::uint32_t list = subjects & 0x7fffffffu;
    for (std::uint32_t i = 1; i <= spine_->subject_lists[list]; ++i) ids.emplace_back(spine_->person_ids[spine_->subject_lists[list + i]]);
    return ids;
}

Found Book::about(const Found& found, ledger::SubjectId subject) const {
    const ledger::SubjectId kept = resolved(subject);
    Found about = found;
    about.part = Table::no_part;
    const auto all = subjects(found);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (resolved(all[i]) == kept) about.part = found.table->part(found.row, i);
    return about;
}

ledger::WorkerId Book::recorded_by(const Found& found) const { return ledger::WorkerId(spine_->workers[found.head().recorded_by]); }

ledger::BatchId Book::batch(const Found& found) const { return batches_->ids[found.head().batch]; }

ledger::SubjectId Book::resolved(ledger::SubjectId subject) const {
    // A merge of a merge is followed; the bookkeeper lets no circle in.
    for (auto found = merged_into_->find(subject); found != merged_into_->end(); found = merged_into_->find(subject)) subject = found->second;
    return subject;
}

std::size_t Book::bytes() const {
    std::size_t total = spine_->bytes();
    for (const auto& table : tables_) total += table->bytes();
    return total;
}

}  // namespace steadfast::record
