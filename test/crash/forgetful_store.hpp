#pragma once

#include "ledger/store.hpp"

namespace steadfast::crash {

/// A store that never remembers what was saved under a key: what the ledger would be without its idempotency check.
/// The crash test must notice.
class ForgetfulStore final : public ledger::Store {
public:
    explicit ForgetfulStore(std::unique_ptr<ledger::Store> kept) : kept_(std::move(kept)) {}

    Result<std::vector<std::optional<ledger::Entry>>> saved_under(std::span<const ledger::IdempotencyKey> keys) override {
        return std::vector<std::optional<ledger::Entry>>(keys.size());
    }

    Result<ledger::Head> head() override { return kept_->head(); }
    Result<std::vector<std::uint32_t>> latest_versions(std::span<const ledger::ItemId> items) override { return kept_->latest_versions(items); }
    Result<void> append(std::span<const ledger::Entry> group, std::span<const ledger::AccessLine> lines) override { return kept_->append(group, lines); }
    Result<void> start_filling() override { return kept_->start_filling(); }
    Result<void> finish_filling() override { return kept_->finish_filling(); }
    Result<void> read(ledger::Sequence from, ledger::Sequence to, const Visit& visit) override { return kept_->read(from, to, visit); }
    Result<void> read_whole(ledger::Sequence from, ledger::Sequence to, const VisitWhole& visit) override { return kept_->read_whole(from, to, visit); }
    Result<std::vector<ledger::Entry>> entries_about(ledger::SubjectId subject, ledger::Sequence up_to) override { return kept_->entries_about(subject, up_to); }
    Result<std::vector<ledger::Entry>> entries_of(ledger::ItemId item, ledger::Sequence up_to) override { return kept_->entries_of(item, up_to); }
    Result<std::optional<ledger::Entry>> entry(ledger::Sequence seq) override { return kept_->entry(seq); }
    Result<ledger::Sequence> last_recorded_by(Instant at) override { return kept_->last_recorded_by(at); }
    Result<std::vector<ledger::Batch>> batches() override { return kept_->batches(); }
    Result<void> read_subject_index(const VisitSubject& visit) override { return kept_->read_subject_index(visit); }
    Result<ledger::Head> follow(ledger::Sequence after, int milliseconds) override { return kept_->follow(after, milliseconds); }
    Result<void> destroy(const ledger::Entry& order, std::span<const ledger::DestroyedParts> parts, std::span<const ledger::AccessLine> lines) override {
        return kept_->destroy(order, parts, lines);
    }
    Result<void> destroy_again(std::span<const ledger::DestroyedParts> parts) override { return kept_->destroy_again(parts); }
    Result<void> keep_signed_head(const ledger::SignedHead& head) override { return kept_->keep_signed_head(head); }
    Result<std::vector<ledger::SignedHead>> signed_heads() override { return kept_->signed_heads(); }
    Result<void> append_access(std::span<const ledger::AccessLine> lines) override { return kept_->append_access(lines); }
    Result<std::vector<ledger::AccessLine>> access_lines(std::optional<ledger::SubjectId> child, Instant from, Instant to, std::size_t most) override {
        return kept_->access_lines(child, from, to, most);
    }
    Result<void> read_access(Instant from, Instant to, const VisitAccess& visit) override { return kept_->read_access(from, to, visit); }
    Result<void> put(ledger::Shelf shelf, const ledger::Shelved& shelved) override { return kept_->put(shelf, shelved); }
    Result<std::optional<ledger::Shelved>> get(ledger::Shelf shelf, std::string_view key) override { return kept_->get(shelf, key); }
    Result<std::vector<ledger::Shelved>> all(ledger::Shelf shelf) override { return kept_->all(shelf); }
    Result<void> remove(ledger::Shelf shelf, std::string_view key) override { return kept_->remove(shelf, key); }

private:
    std::unique_ptr<ledger::Store> kept_;
};

}  // namespace steadfast::crash
