#include "ledger/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace steadfast::ledger::sqlite {

template <class Work>
auto SqliteStore::reading(Work work) {
    return attempt([&] {
        let_others_read();
        return record_readers_.with(work);
    });
}

/// What the writer decides from is asked over its own connection, which has the indexes' pages at hand: it is about
/// to write to them.
template <class Work>
auto SqliteStore::deciding(Work work) {
    return attempt([&] {
        if (!record_) return record_readers_.with([&](Reading& reading) { return work(reading.connection, reading.entries); });
        const std::lock_guard hold(record_->mutex);
        commit_what_was_filled();
        return work(record_->connection, record_->known);
    });
}

namespace {

/// A hundred thousand entries about one subject would fill the memory, so sequences are gathered first and small.
std::vector<Entry> entries_at(Reading& reading, Query& sequences) {
    std::vector<Sequence> wanted;
    while (sequences.step()) wanted.push_back(static_cast<Sequence>(sequences.number(0)));
    std::vector<Entry> entries;
    entries.reserve(wanted.size());
    for (const Sequence seq : wanted)
        if (auto entry = reading.entries.entry(seq)) entries.push_back(std::move(*entry));
    return entries;
}

}  // namespace

Result<Head> SqliteStore::head() {
    // What a failed filling left must not be taken for a record.
    if (must_be_emptied_)
        if (auto emptied = try_to_empty(); !emptied) return refuse(emptied.error());
    return reading([](Reading& reading) { return reading.entries.head(); });
}

Result<std::vector<std::uint32_t>> SqliteStore::latest_versions(std::span<const ItemId> items) {
    return deciding([&](Connection& connection, EntryReader&) {
        const Transaction snapshot(connection, Purpose::read);
        auto latest = connection.query("SELECT max(version) FROM entries WHERE item = $1");
        std::vector<std::uint32_t> versions;
        versions.reserve(items.size());
        for (const ItemId& item : items) {
            latest.with(item);
            versions.push_back(latest.step() ? static_cast<std::uint32_t>(latest.number(0)) : 0);
            latest.again();
        }
        return versions;
    });
}

Result<std::vector<std::optional<Entry>>> SqliteStore::saved_under(std::span<const IdempotencyKey> keys) {
    return deciding([&](Connection& connection, EntryReader& reader) {
        std::vector<Sequence> places;
        places.reserve(keys.size());
        {
            const Transaction snapshot(connection, Purpose::read);
            auto find = connection.query("SELECT seq FROM entries WHERE key = $1");
            for (const IdempotencyKey& key : keys) {
                find.with(key);
                places.push_back(find.step() ? static_cast<Sequence>(find.number(0)) : 0);
                find.again();
            }
        }
        std::vector<std::optional<Entry>> entries;
        entries.reserve(keys.size());
        for (const Sequence place : places) entries.push_back(place == 0 ? std::nullopt : reader.entry(place));
        return entries;
    });
}

Result<void> SqliteStore::read(Sequence from, Sequence to, const Visit& visit) {
    return reading([&](Reading& reading) { reading.entries.read(from, to, visit); });
}

Result<void> SqliteStore::read_whole(Sequence from, Sequence to, const VisitWhole& visit) {
    return reading([&](Reading& reading) { reading.entries.read_whole(from, to, visit); });
}

Result<std::vector<Entry>> SqliteStore::entries_about(SubjectId subject, Sequence up_to) {
    return reading([&](Reading& reading) {
        auto sequences = reading.connection.query("SELECT seq FROM entry_subjects WHERE subject = $1 AND seq <= $2 ORDER BY seq");
        sequences.with(subject, std::min<Sequence>(up_to, INT64_MAX));
        return entries_at(reading, sequences);
    });
}

Result<std::vector<Entry>> SqliteStore::entries_of(ItemId item, Sequence up_to) {
    return reading([&](Reading& reading) {
        auto sequences = reading.connection.query("SELECT seq FROM entries WHERE item = $1 AND seq <= $2 ORDER BY version");
        sequences.with(item, std::min<Sequence>(up_to, INT64_MAX));
        return entries_at(reading, sequences);
    });
}

Result<std::optional<Entry>> SqliteStore::entry(Sequence seq) {
    return reading([&](Reading& reading) { return reading.entries.entry(seq); });
}

Result<Sequence> SqliteStore::last_recorded_by(Instant at) {
    return reading([&](Reading& reading) {
        const Transaction snapshot(reading.connection, Purpose::read);
        // Sequences have no gaps and instants never go back, so it is found by halving.
        auto recorded = reading.connection.query("SELECT recorded_at FROM entries WHERE seq = $1");
        Sequence known_before = 0;
        Sequence known_after = reading.entries.head().seq + 1;
        while (known_after - known_before > 1) {
            const Sequence middle = known_before + (known_after - known_before) / 2;
            recorded.with(middle);
            const bool by_then = recorded.step() && recorded.number(0) <= at.microseconds();
            recorded.again();
            (by_then ? known_before : known_after) = middle;
        }
        return known_before;
    });
}

Result<std::vector<Batch>> SqliteStore::batches() {
    return reading([](Reading& reading) { return reading.entries.batches(); });
}

Result<void> SqliteStore::read_subject_index(const VisitSubject& visit) {
    return reading([&](Reading& reading) {
        auto pairs = reading.connection.query("SELECT subject, seq FROM entry_subjects ORDER BY subject, seq");
        while (pairs.step()) visit(pairs.id<SubjectTag>(0), static_cast<Sequence>(pairs.number(1)));
    });
}

Result<Head> SqliteStore::follow(Sequence after, int milliseconds) {
    using std::chrono::steady_clock;
    const auto until = steady_clock::now() + std::chrono::milliseconds(milliseconds);
    // Another process's saves make no sound here: look often. Our own wake us.
    const auto nap = std::chrono::milliseconds(record_ ? 1000 : 25);
    for (;;) {
        std::unique_lock hold(grown_mutex_);
        auto now = head();
        if (!now || now->seq > after || steady_clock::now() >= until) return now;
        grown_.wait_until(hold, std::min(until, steady_clock::now() + nap));
    }
}

Result<std::vector<SignedHead>> SqliteStore::signed_heads() {
    return reading([](Reading& reading) {
        auto row = reading.connection.query("SELECT seq, hash, signed_at, signature FROM signed_heads ORDER BY id");
        std::vector<SignedHead> heads;
        while (row.step()) {
            SignedHead& head = heads.emplace_back();
            head.head.seq = static_cast<Sequence>(row.number(0));
            row.copy_bytes(1, head.head.hash);
            head.signed_at = Instant::from_microseconds(row.number(2));
            row.copy_bytes(3, head.signature);
        }
        return heads;
    });
}

Result<std::vector<AccessLine>> SqliteStore::access_lines(std::optional<SubjectId> child, Instant from, Instant to, std::size_t most) {
    return attempt([&] {
        let_others_read();
        auto lines = record_readers_.with([&](Reading& reading) { return reading.access.lines(child, from, to, most); });
        if (!has_access_file()) return lines;
        auto read = access_readers_.with([&](Reading& reading) { return reading.access.lines(child, from, to, most); });
        std::vector<AccessLine> both;
        both.reserve(lines.size() + read.size());
        std::merge(std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()), std::make_move_iterator(read.begin()),
                   std::make_move_iterator(read.end()), std::back_inserter(both),
                   [](const AccessLine& a, const AccessLine& b) { return a.at > b.at; });
        if (both.size() > most) both.resize(most);
        return both;
    });
}

Result<void> SqliteStore::read_access(Instant from, Instant to, const VisitAccess& visit) {
    return attempt([&] {
        let_others_read();
        record_readers_.with([&](Reading& reading) { reading.access.visit(from, to, visit); });
        if (has_access_file()) access_readers_.with([&](Reading& reading) { reading.access.visit(from, to, visit); });
    });
}

bool SqliteStore::has_access_file() const {
    // A record opened for reading may have been copied without its access log.
    return record_ || std::filesystem::exists(path_ + "-access");
}

Result<std::optional<Shelved>> SqliteStore::get(Shelf shelf, std::string_view key) {
    return reading([&](Reading& reading) -> std::optional<Shelved> {
        auto row = reading.connection.query("SELECT bytes, expires FROM shelves WHERE shelf = $1 AND key = $2");
        row.with(static_cast<int>(shelf), bytes_of(key));
        if (!row.step()) return std::nullopt;
        Shelved shelved{std::string(key), std::string(row.text(0)), std::nullopt};
        if (!row.is_null(1)) shelved.expires = Instant::from_microseconds(row.number(1));
        return shelved;
    });
}

Result<std::vector<Shelved>> SqliteStore::all(Shelf shelf) {
    return reading([&](Reading& reading) {
        auto row = reading.connection.query("SELECT key, bytes, expires FROM shelves WHERE shelf = $1 ORDER BY key");
        row.with(static_cast<int>(shelf));
        std::vector<Shelved> shelved;
        while (row.step()) {
            shelved.push_back({std::string(row.text(0)), std::string(row.text(1)), std::nullopt});
            if (!row.is_null(2)) shelved.back().expires = Instant::from_microseconds(row.number(2));
        }
        return shelved;
    });
}

}  // namespace steadfast::ledger::sqlite
