#pragma once

#include "ledger/sqlite/lock.hpp"
#include "ledger/sqlite/readers.hpp"
#include "ledger/sqlite/schema.hpp"
#include "ledger/sqlite/sqlite_documents.hpp"
#include "ledger/store.hpp"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace steadfast::ledger::sqlite {

/// A council's record in one file, with its access log in a second one beside it (PATH-access), its documents in a third
/// (PATH-documents) and the writer's lock in a fourth (PATH-lock).
class SqliteStore final : public Store {
public:
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::string& path, Mode mode);

    Result<void> hold_lock() override;
    Result<Head> head() override;
    Result<std::vector<std::uint32_t>> latest_versions(std::span<const ItemId> items) override;
    Result<std::vector<std::optional<Entry>>> saved_under(std::span<const IdempotencyKey> keys) override;
    Result<void> append(std::span<const Entry> group, std::span<const AccessLine> lines) override;
    Result<void> start_filling() override;
    Result<void> finish_filling() override;

    Result<void> read(Sequence from, Sequence to, const Visit& visit) override;
    Result<void> read_whole(Sequence from, Sequence to, const VisitWhole& visit) override;
    Result<std::vector<Entry>> entries_about(SubjectId subject, Sequence up_to) override;
    Result<std::vector<Entry>> entries_of(ItemId item, Sequence up_to) override;
    Result<std::optional<Entry>> entry(Sequence seq) override;
    Result<Sequence> last_recorded_by(Instant at) override;
    Result<std::vector<Batch>> batches() override;
    Result<void> read_subject_index(const VisitSubject& visit) override;
    Result<Head> follow(Sequence after, int milliseconds) override;

    Result<void> destroy(const Entry& order, std::span<const DestroyedParts> parts, std::span<const AccessLine> lines) override;
    Result<void> destroy_again(std::span<const DestroyedParts> parts) override;
    Result<void> keep_signed_head(const SignedHead& head) override;
    Result<std::vector<SignedHead>> signed_heads() override;

    Result<void> append_access(std::span<const AccessLine> lines) override;
    Result<std::vector<AccessLine>> access_lines(std::optional<SubjectId> child, Instant from, Instant to, std::size_t most) override;
    Result<void> read_access(Instant from, Instant to, const VisitAccess& visit) override;
    Result<void> remove_access(Instant before) override;

    Result<void> put(Shelf shelf, const Shelved& shelved) override;
    Result<std::optional<Shelved>> get(Shelf shelf, std::string_view key) override;
    Result<std::vector<Shelved>> all(Shelf shelf) override;
    Result<void> remove(Shelf shelf, std::string_view key) override;
    Result<void> put_and_remove(Shelf shelf, std::span<const Shelved> puts, std::span<const std::string> removes) override;
    Documents& documents() override { return documents_; }

private:
    SqliteStore(std::string path, std::optional<WriterLock> lock) : path_(std::move(path)), lock_(std::move(lock)) {}

    /// The one connection that writes a file.
    struct Writing {
        explicit Writing(const std::string& path)
            : connection(path, Purpose::write), entries(connection), known(connection), access(connection) {}
        std::mutex mutex;
        Connection connection;
        EntryWriter entries;
        EntryReader known;
        AccessTables access;
    };

    template <class Work>
    auto reading(Work work);
    template <class Work>
    auto deciding(Work work);
    template <class Work>
    Result<void> write(Work work);
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> fill(std::span<const Entry> group, std::span<const AccessLine> lines);
    [[nodiscard]] bool is_filling();
    void let_others_read();
    void commit_what_was_filled();
    void undo(Writing& writing, bool disk_failed);
    void empty_after_filling(Writing& writing);
    [[nodiscard]] Result<void> try_to_empty();
    void scrub_log(Writing& writing);
    [[nodiscard]] static Result<void> remove_access(Writing& writing, Instant before);
    [[nodiscard]] bool has_access_file() const;

    std::string path_;
    std::optional<WriterLock> lock_;
    std::unique_ptr<Writing> record_;   // None in a store opened for reading.
    std::unique_ptr<Writing> access_;
    Readers record_readers_{path_};
    Readers access_readers_{path_ + "-access"};
    SqliteDocuments documents_{path_ + "-documents", lock_ ? Mode::write : Mode::read_only};

    bool filling_ = false;              // With record_->mutex.
    std::atomic<bool> fills_alone_ = false;   // Without the write-ahead log, until somebody reads.
    std::optional<Transaction> filled_; // Open while groups are filled in, several of them to a commit.
    std::size_t groups_filled_ = 0;     // Since the last commit.
    SubjectsOfEntries filled_subjects_; // Of what was filled, for the index at the end.
    std::atomic<bool> must_be_emptied_ = false;   // A filling failed, and the disk would not even take that.
    bool log_needs_scrubbing_ = false;  // Something destroyed may still stand in the write-ahead log.

    std::mutex grown_mutex_;            // follow() waits here for append().
    std::condition_variable grown_;
};

}  // namespace steadfast::ledger::sqlite
