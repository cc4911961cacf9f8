#include "ledger/sqlite/sqlite_store.hpp"

#include "ledger/sqlite/schema.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace steadfast::ledger::sqlite {
namespace {

// Changed pages are gathered in the log up to 64 MB before they are moved into the file: an import changes the same
// pages of the indexes again and again.
constexpr char for_saves[] = "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=16000; PRAGMA cache_size=-131072; PRAGMA threads=0";
// A filling only adds pages to a file that had none, and a rollback journal keeps nothing of those: each is written once, where a
// write-ahead log writes it twice. A cut leaves a journal that takes the file back to the last commit. But a journal keeps readers out: with
// the first who comes the log is there again, and a filling takes longer.
constexpr char for_filling[] = "PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=65536; PRAGMA cache_size=-262144";
constexpr char without_the_log[] = "PRAGMA journal_mode=TRUNCATE";
constexpr char with_the_log[] = "PRAGMA journal_mode=WAL";
constexpr std::size_t groups_of_a_commit = 32;   // What they change fits the cache with room to spare.
// The rows of an index are sorted in runs as large as the cache: small ones stay in the processor's own, and threads sort them while
// the table is read. Three times as fast as one run in 256 MB.
constexpr char for_indexes[] = "PRAGMA synchronous=FULL; PRAGMA cache_size=-4096; PRAGMA threads=2";

}  // namespace

// --- opening ---

Result<std::unique_ptr<Store>> SqliteStore::open(const std::string& path, Mode mode) {
    std::optional<WriterLock> lock;
    std::error_code could_not_look;
    if (mode == Mode::write) {
        auto taken = WriterLock::take(path + "-lock");
        if (!taken) return refuse(taken.error());
        lock = std::move(*taken);
    } else if (!std::filesystem::exists(path, could_not_look)) {
        return refuse(Refusal::Kind::not_found, fmt::format("There is no record at {}.", path), "Check the path.");
    }
    std::unique_ptr<SqliteStore> store(new SqliteStore(path, std::move(lock)));
    const auto prepared = attempt([&] { return store->prepare(); });
    if (!prepared) return refuse(prepared.error());
    if (!*prepared) return refuse(prepared->error());
    return store;
}

Result<void> SqliteStore::prepare() {
    if (!lock_) {
        return record_readers_.with([](Reading& reading) -> Result<void> {
            if (auto ours = check_tables(reading.connection); !ours) return ours;
            if (is_being_filled(reading.connection))
                return refuse(Refusal::Kind::unavailable, "This record is being filled for the first time, or its filling was cut.",
                              "Wait until it is done. If it was cut, start the program on it again, which empties it, and fill it anew.");
            return {};
        });
    }
    record_ = std::make_unique<Writing>(path_);
    record_->connection.run(for_saves);
    make_tables(record_->connection);
    if (auto ours = check_tables(record_->connection); !ours) return ours;
    // Nobody was ever told that anything of a cut filling was recorded.
    if (is_being_filled(record_->connection)) empty_after_filling(*record_);
    access_ = std::make_unique<Writing>(path_ + "-access");
    if (access_->connection.number("SELECT count(*) FROM sqlite_schema") == 0) {
        Transaction transaction(access_->connection);
        make_access_tables(access_->connection);
        transaction.commit();
    }
    return {};
}

// The operating system keeps the lock of one file for as long as the process lives.
Result<void> SqliteStore::hold_lock() {
    if (!record_) return refuse(Refusal::Kind::unavailable, "This record was opened for reading only.");
    return {};
}

// --- writing ---

template <class Work>
Result<void> SqliteStore::write(Work work) {
    if (!record_) return refuse(Refusal::Kind::unavailable, "This record was opened for reading only.");
    const std::lock_guard hold(record_->mutex);
    try {
        if (must_be_emptied_) empty_after_filling(*record_);
        commit_what_was_filled();
        Transaction transaction(record_->connection);
        work(*record_);
        transaction.commit();
        return {};
    } catch (const Failure& failure) {
        undo(*record_, failure.is_input_output());
        return refuse(failure.refusal());
    }
}

bool SqliteStore::is_filling() {
    if (!record_) return false;
    const std::lock_guard hold(record_->mutex);
    return filling_;
}

Result<void> SqliteStore::fill(std::span<const Entry> group, std::span<const AccessLine> lines) {
    const std::lock_guard hold(record_->mutex);
    try {
        if (!filled_) filled_.emplace(record_->connection);
        record_->entries.insert(group, false);
        record_->access.insert(lines);
        for (const Entry& entry : group)
            for (const SubjectId& subject : entry.subjects) filled_subjects_.emplace_back(subject, entry.seq);
        if (++groups_filled_ == groups_of_a_commit || !fills_alone_) commit_what_was_filled();
        return {};
    } catch (const Failure& failure) {
        undo(*record_, failure.is_input_output());
        return refuse(failure.refusal());
    }
}

void SqliteStore::let_others_read() {
    if (!record_ || !fills_alone_) return;
    const std::lock_guard hold(record_->mutex);
    commit_what_was_filled();
    record_->connection.run(with_the_log);
    fills_alone_ = false;
}

void SqliteStore::commit_what_was_filled() {
    groups_filled_ = 0;
    if (!filled_) return;
    filled_->commit();
    filled_.reset();
}

void SqliteStore::undo(Writing& writing, bool disk_failed) {
    filled_.reset();
    writing.entries.forget();
    writing.access.forget();
    if (filling_) must_be_emptied_ = true;
    filling_ = false;
    filled_subjects_ = {};
    try {
        if (must_be_emptied_) {
            empty_after_filling(writing);
        } else if (disk_failed) {
            // A commit that failed halfway may stand in the log's file without counting. Emptying the log now keeps
            // it from being found, and believed, by whoever opens the file after a crash.
            static_cast<void>(writing.connection.checkpoint());
        }
    } catch (const Failure&) {
        // The disk still fails. The refusal that is on its way says so; a filling is emptied before the next use.
    }
}

void SqliteStore::empty_after_filling(Writing& writing) {
    {
        Transaction transaction(writing.connection);
        empty(writing.connection);
        mark_filling(writing.connection, false);
        transaction.commit();
    }
    writing.known.forget();
    record_readers_.start_anew();
    writing.connection.run(with_the_log);
    writing.connection.run(for_saves);
    fills_alone_ = false;
    must_be_emptied_ = false;
}

Result<void> SqliteStore::try_to_empty() {
    return write([](Writing&) {});
}

Result<void> SqliteStore::append(std::span<const Entry> group, std::span<const AccessLine> lines) {
    auto done = is_filling() ? fill(group, lines) : write([&](Writing& writing) {
        writing.entries.insert(group, true);
        writing.access.insert(lines);
    });
    if (!done) return done;
    {
        const std::lock_guard hold(record_->mutex);
        if (log_needs_scrubbing_) scrub_log(*record_);
    }
    const std::lock_guard hold(grown_mutex_);
    grown_.notify_all();
    return {};
}

Result<void> SqliteStore::start_filling() {
    const auto at = head();
    if (!at) return refuse(at.error());
    if (at->seq != 0 || filling_)
        return refuse(Refusal::Kind::invalid, "Only an empty record can be filled at once.", "Use a new file, or import into this one.");
    const auto begun = write([&](Writing& writing) {
        drop_indexes(writing.connection);
        mark_filling(writing.connection, true);
    });
    if (!begun) return begun;
    const std::lock_guard hold(record_->mutex);
    record_readers_.close();
    // Where another process reads, the log stays.
    fills_alone_ = attempt([&] { record_->connection.run(without_the_log); }).has_value();
    return attempt([&] {
        record_->connection.run(for_filling);
        filling_ = true;
    });
}

Result<void> SqliteStore::finish_filling() {
    if (!filling_)
        return refuse(Refusal::Kind::invalid, "This record is not being filled.", "If the filling failed, nothing was kept: start again.");
    // The transaction that takes the mark away is the first that waits for the disk.
    const auto back = attempt([&] {
        const std::lock_guard hold(record_->mutex);
        commit_what_was_filled();
        record_->connection.run(for_indexes);
    });
    if (!back) return back;
    const auto done = write([&](Writing& writing) {
        make_indexes(writing.connection, std::exchange(filled_subjects_, {}));
        mark_filling(writing.connection, false);
    });
    if (!done) return done;
    const std::lock_guard hold(record_->mutex);
    filling_ = false;
    return attempt([&] {
        record_->connection.run(with_the_log);
        record_->connection.run(for_saves);
        fills_alone_ = false;
        static_cast<void>(record_->connection.checkpoint());
    });
}

Result<void> SqliteStore::destroy(const Entry& order, std::span<const DestroyedParts> parts, std::span<const AccessLine> lines) {
    auto done = write([&](Writing& writing) {
        writing.entries.insert(std::span(&order, 1), true);
        writing.entries.destroy(parts);
        writing.access.insert(lines);
    });
    if (!done) return done;
    {
        const std::lock_guard hold(record_->mutex);
        scrub_log(*record_);
    }
    const std::lock_guard hold(grown_mutex_);
    grown_.notify_all();
    return {};
}

Result<void> SqliteStore::destroy_again(std::span<const DestroyedParts> parts) {
    auto done = write([&](Writing& writing) { writing.entries.destroy(parts); });
    if (!done) return done;
    const std::lock_guard hold(record_->mutex);
    scrub_log(*record_);
    return done;
}

void SqliteStore::scrub_log(Writing& writing) {
    // What was destroyed is overwritten in the file (secure_delete) but its old pages may stand in the log.
    // Somebody reading an older state keeps the log from being emptied; then the next save tries again.
    try {
        log_needs_scrubbing_ = !writing.connection.checkpoint();
    } catch (const Failure&) {
        log_needs_scrubbing_ = true;
    }
}

Result<void> SqliteStore::keep_signed_head(const SignedHead& signed_head) {
    return write([&](Writing& writing) {
        writing.connection.query("INSERT INTO signed_heads(seq, hash, signed_at, signature) VALUES($1, $2, $3, $4)")
            .with(signed_head.head.seq, std::span<const std::uint8_t>(signed_head.head.hash), signed_head.signed_at.microseconds(),
                  std::span<const std::uint8_t>(signed_head.signature))
            .run();
    });
}

Result<void> SqliteStore::put(Shelf shelf, const Shelved& shelved) { return put_and_remove(shelf, std::span(&shelved, 1), {}); }

Result<void> SqliteStore::remove(Shelf shelf, std::string_view key) {
    const std::string one(key);
    return put_and_remove(shelf, {}, std::span(&one, 1));
}

Result<void> SqliteStore::put_and_remove(Shelf shelf, std::span<const Shelved> puts, std::span<const std::string> removes) {
    return write([&](Writing& writing) {
        auto put = writing.connection.query("INSERT INTO shelves VALUES($1, $2, $3, $4)"
                                            " ON CONFLICT(shelf, key) DO UPDATE SET bytes = excluded.bytes, expires = excluded.expires");
        for (const Shelved& shelved : puts) {
            put.with(static_cast<int>(shelf), bytes_of(shelved.key), bytes_of(shelved.bytes));
            if (shelved.expires) put.bind(4, shelved.expires->microseconds());
            else put.bind(4, nullptr);
            put.run();
        }
        auto remove = writing.connection.query("DELETE FROM shelves WHERE shelf = $1 AND key = $2");
        for (const std::string& key : removes) remove.with(static_cast<int>(shelf), bytes_of(key)).run();
    });
}

Result<void> SqliteStore::append_access(std::span<const AccessLine> lines) {
    if (!access_) return refuse(Refusal::Kind::unavailable, "This record was opened for reading only.");
    const std::lock_guard hold(access_->mutex);
    try {
        Transaction transaction(access_->connection);
        access_->access.insert(lines);
        transaction.commit();
        return {};
    } catch (const Failure& failure) {
        access_->access.forget();
        return refuse(failure.refusal());
    }
}

Result<void> SqliteStore::remove_access(Instant before) {
    if (!access_) return refuse(Refusal::Kind::unavailable, "This record was opened for reading only.");
    for (Writing* file : {record_.get(), access_.get()})
        if (auto removed = remove_access(*file, before); !removed) return removed;
    return {};
}

Result<void> SqliteStore::remove_access(Writing& writing, Instant before) {
    constexpr std::size_t at_once = 5'000;   // Some tens of milliseconds; whoever waits for the file has a turn after each.
    for (std::size_t removed = at_once; removed == at_once;) {
        const std::lock_guard hold(writing.mutex);
        const auto done = attempt([&] {
            Transaction transaction(writing.connection);
            removed = writing.access.remove(before, at_once);
            transaction.commit();
        });
        if (!done) return done;
    }
    // The pages are overwritten in the file; what they were goes with the write-ahead log. A reader in the way only puts that off.
    const std::lock_guard hold(writing.mutex);
    return attempt([&] { static_cast<void>(writing.connection.checkpoint()); });
}

}  // namespace steadfast::ledger::sqlite
