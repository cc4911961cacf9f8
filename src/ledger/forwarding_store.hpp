#pragma once

#include "ledger/store.hpp"

namespace steadfast::ledger {

/// A store that hands everything on to another: for tests that change one thing about a store and leave the rest.
class ForwardingStore : public Store {
public:
    explicit ForwardingStore(std::unique_ptr<Store> kept) : kept_(std::move(kept)) {}

    Result<void> hold_lock() override { return kept_->hold_lock(); }
    Result<std::vector<std::optional<Entry>>> saved_under(std::span<const IdempotencyKey> keys) override { return kept_->saved_under(keys); }
    Result<Head> head() override { return kept_->head(); }
    Result<std::vector<std::uint32_t>> latest_versions(std::span<const ItemId> items) override { return kept_->latest_versions(items); }
    Result<void> append(std::span<const Entry> group, std::span<const AccessLine> lines) override { return kept_->append(group, lines); }
    Result<void> start_filling() override { return kept_->start_filling(); }
    Result<void> finish_filling() override { return kept_->finish_filling(); }
    Result<void> read(Sequence from, Sequence to, const Visit& visit) override { return kept_->read(from, to, visit); }
    Result<void> read_whole(Sequence from, Sequence to, const VisitWhole& visit) override { return kept_->read_whole(from, to, visit); }
    Result<std::vector<Entry>> entries_about(SubjectId subject, Sequence up_to) override { return kept_->entries_about(subject, up_to); }
    Result<std::vector<Entry>> entries_of(ItemId item, Sequence up_to) override { return kept_->entries_of(item, up_to); }
    Result<std::optional<Entry>> entry(Sequence seq) override { return kept_->entry(seq); }
    Result<Sequence> last_recorded_by(Instant at) override { return kept_->last_recorded_by(at); }
    Result<std::vector<Batch>> batches() override { return kept_->batches(); }
    Result<void> read_subject_index(const VisitSubject& visit) override { return kept_->read_subject_index(visit); }
    Result<Head> follow(Sequence after, int milliseconds) override { return kept_->follow(after, milliseconds); }
    Result<void> destroy(const Entry& order, std::span<const DestroyedParts> parts, std::span<const AccessLine> lines) override {
        return kept_->destroy(order, parts, lines);
    }
    Result<void> destroy_again(std::span<const DestroyedParts> parts) override { return kept_->destroy_again(parts); }
    Result<void> keep_signed_head(const SignedHead& head) override { return kept_->keep_signed_head(head); }
    Result<std::vector<SignedHead>> signed_heads() override { return kept_->signed_heads(); }
    Result<void> append_access(std::span<const AccessLine> lines) override { return kept_->append_access(lines); }
    Result<std::vector<AccessLine>> access_lines(std::optional<SubjectId> child, Instant from, Instant to, std::size_t most) override {
        return kept_->access_lines(child, from, to, most);
    }
    Result<void> read_access(Instant from, Instant to, const VisitAccess& visit) override { return kept_->read_access(from, to, visit); }
    Result<void> remove_access(Instant before) override { return kept_->remove_access(before); }
    Result<void> put(Shelf shelf, const Shelved& shelved) override { return kept_->put(shelf, shelved); }
    Result<std::optional<Shelved>> get(Shelf shelf, std::string_view key) override { return kept_->get(shelf, key); }
    Result<std::vector<Shelved>> all(Shelf shelf) override { return kept_->all(shelf); }
    Result<void> remove(Shelf shelf, std::string_view key) override { return kept_->remove(shelf, key); }
    Result<void> put_and_remove(Shelf shelf, std::span<const Shelved> puts, std::span<const std::string> removes) override {
        return kept_->put_and_remove(shelf, puts, removes);
    }
    Documents& documents() override { return kept_->documents(); }

protected:
    std::unique_ptr<Store> kept_;
};

}  // namespace steadfast::ledger
