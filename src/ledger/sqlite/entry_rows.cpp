#include "ledger/sqlite/entry_rows.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>

namespace steadfast::ledger::sqlite {
namespace {

constexpr std::uint64_t positions = 1024;   // An entry has at most 1,000 subjects.

constexpr char all_types[] = "SELECT id, type FROM types WHERE id >= $1 ORDER BY id";
constexpr char all_workers[] = "SELECT id, worker FROM workers WHERE id >= $1 ORDER BY id";
constexpr char all_batches[] = "SELECT id, batch FROM batches WHERE id >= $1 ORDER BY id";
constexpr char add_type[] = "INSERT INTO types VALUES($1, $2)";
constexpr char add_worker[] = "INSERT INTO workers VALUES($1, $2)";
constexpr char add_batch[] = "INSERT INTO batches(id, batch) VALUES($1, $2)";

[[noreturn]] void damaged(Sequence seq, const char* what) { throw Failure(SQLITE_CORRUPT, fmt::format("entry {}: {}", seq, what)); }

void copy_subjects(Sequence seq, std::span<const std::uint8_t> bytes, std::vector<SubjectId>& subjects) {
    static_assert(sizeof(SubjectId) == 16 && std::is_trivially_copyable_v<SubjectId>);
    if (bytes.size() % 16 != 0) damaged(seq, "its subjects are cut");
    subjects.resize(bytes.size() / 16);
    if (!bytes.empty()) std::memcpy(static_cast<void*>(subjects.data()), bytes.data(), bytes.size());
}

When when_from(Sequence seq, const Query& row, int column) {
    if (row.is_null(column)) return When{};
    std::array<std::uint8_t, 14> bytes;
    row.copy_bytes(column, bytes);
    const auto when = When::from_canonical(bytes);
    if (!when) damaged(seq, "when it happened can't be read");
    return *when;
}

void append_bytes(std::string& text, std::span<const std::uint8_t> bytes) {
    text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

/// The bodies of one entry's parts about subjects. The rows move on while they are gathered, so they are copied,
/// into room that is kept from entry to entry.
class Bodies {
public:
    void gather(Sequence seq, std::size_t subjects, Query& parts, bool& more) {
        text_.clear();
        places_.assign(subjects, {0, 0});
        for (; more && static_cast<std::uint64_t>(parts.number(0)) / positions == seq; more = parts.step()) {
            const std::size_t position = static_cast<std::uint64_t>(parts.number(0)) % positions;
            if (position >= subjects) damaged(seq, "it has a part about nobody");
            const auto body = parts.text(1);
            places_[position] = {text_.size(), body.size()};
            text_ += body;
        }
        views_.clear();
        for (const auto& [start, size] : places_) views_.push_back(std::string_view(text_).substr(start, size));
    }
    [[nodiscard]] std::span<const std::string_view> views() const { return views_; }

private:
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> places_;
    std::vector<std::string_view> views_;
};

}  // namespace

// --- EntryReader ---

EntryReader::EntryReader(Connection& connection)
    : connection_(connection),
      types_(connection, all_types, add_type),
      workers_(connection, all_workers, add_worker),
      batches_(connection, all_batches, add_batch) {}

void EntryReader::read(Sequence from, Sequence to, const Store::Visit& visit) {
    Transaction snapshot(connection_, Purpose::read);
    auto row = connection_.query("SELECT seq, item, version, kind, type, subjects, happened, recorded_at, recorded_by, batch, body"
                                 " FROM entries WHERE seq BETWEEN $1 AND $2 ORDER BY seq");
    auto parts = connection_.query("SELECT id, body FROM subject_parts WHERE id >= $1 * 1024 AND id < ($2 + 1) * 1024 ORDER BY id");
    to = std::min<Sequence>(to, std::uint64_t{1} << 52);
    row.with(from, to);
    parts.with(from, to);
    bool more_parts = parts.step();

    std::vector<SubjectId> subjects;
    Bodies bodies;
    EntryView view;
    while (row.step()) {
        view.seq = static_cast<Sequence>(row.number(0));
        view.item = row.id<ItemTag>(1);
        view.version = static_cast<std::uint32_t>(row.number(2));
        view.kind = static_cast<Kind>(row.number(3));
        view.type = types_.value(row.number(4));
        copy_subjects(view.seq, row.bytes(5), subjects);
        view.subjects = subjects;
        view.happened = when_from(view.seq, row, 6);
        view.recorded_at = Instant::from_microseconds(row.number(7));
        view.recorded_by = workers_.value(row.number(8));
        view.batch = row.is_null(9) ? BatchId{} : batches_.value(row.number(9));
        view.body = row.text(10);
        if (more_parts && static_cast<std::uint64_t>(parts.number(0)) / positions == view.seq) {
            bodies.gather(view.seq, subjects.size(), parts, more_parts);
            view.bodies = bodies.views();
        } else {
            view.bodies = {};
        }
        visit(view);
    }
}

void EntryReader::read_whole(Sequence from, Sequence to, const Store::VisitWhole& visit) {
    Transaction snapshot(connection_, Purpose::read);
    to = std::min<Sequence>(to, std::uint64_t{1} << 52);
    Digest previous{};
    if (from > 1) {
        auto before = connection_.query("SELECT hash FROM entries WHERE seq = $1");
        before.with(from - 1);
        if (before.step()) before.copy_bytes(0, previous);
    }
    auto row = connection_.query("SELECT seq, item, version, kind, type, subjects, happened, recorded_at, recorded_by, batch, body,"
                                 " key, salt, hash, digests, narrative FROM entries WHERE seq BETWEEN $1 AND $2 ORDER BY seq");
    auto parts = connection_.query("SELECT id, body, salt, narrative FROM subject_parts WHERE id >= $1 * 1024 AND id < ($2 + 1) * 1024 ORDER BY id");
    row.with(from, to);
    parts.with(from, to);
    bool more_parts = parts.step();
    while (row.step()) {
        Entry entry = whole(row);
        entry.previous_hash = previous;
        previous = entry.hash;
        // A part whose entry is gone must not hold up the rest.
        while (more_parts && static_cast<std::uint64_t>(parts.number(0)) / positions < entry.seq) more_parts = parts.step();
        for (; more_parts && static_cast<std::uint64_t>(parts.number(0)) / positions == entry.seq; more_parts = parts.step())
            add_part(entry, parts);
        if (!visit(entry)) return;
    }
}

std::optional<Entry> EntryReader::entry(Sequence seq) {
    std::optional<Entry> found;
    read_whole(seq, seq, [&](const Entry& entry) {
        found = entry;
        return false;
    });
    return found;
}

Entry EntryReader::whole(const Query& row) {
    Entry entry;
    entry.seq = static_cast<Sequence>(row.number(0));
    entry.item = row.id<ItemTag>(1);
    entry.version = static_cast<std::uint32_t>(row.number(2));
    entry.kind = static_cast<Kind>(row.number(3));
    entry.type = types_.value(row.number(4));
    copy_subjects(entry.seq, row.bytes(5), entry.subjects);
    entry.happened = when_from(entry.seq, row, 6);
    entry.recorded_at = Instant::from_microseconds(row.number(7));
    entry.recorded_by = workers_.value(row.number(8));
    if (!row.is_null(9)) entry.batch = batches_.value(row.number(9));
    entry.shared.part.body = row.text(10);
    if (!row.is_null(11)) entry.key = row.id<IdempotencyKeyTag>(11);
    entry.shared.destroyed = row.is_null(12);
    if (!entry.shared.destroyed) row.copy_bytes(12, entry.shared.salt);
    row.copy_bytes(13, entry.hash);
    entry.shared.part.narrative = row.text(15);

    const auto digests = row.bytes(14);
    const std::size_t count = digests.size() / sizeof(Digest);
    if (digests.size() % sizeof(Digest) != 0 || (count != 1 && count != 1 + entry.subjects.size())) damaged(entry.seq, "its digests are cut");
    std::memcpy(entry.shared.digest.data(), digests.data(), sizeof(Digest));
    entry.parts.resize(count - 1);
    for (std::size_t i = 1; i < count; ++i) {
        KeptPart& part = entry.parts[i - 1];
        std::memcpy(part.digest.data(), digests.data() + i * sizeof(Digest), sizeof(Digest));
        part.destroyed = part.digest != Digest{};   // Until its row is found.
    }
    return entry;
}

void EntryReader::add_part(Entry& entry, const Query& row) {
    const std::size_t position = static_cast<std::uint64_t>(row.number(0)) % positions;
    if (position >= entry.parts.size()) damaged(entry.seq, "it has a part about nobody");
    KeptPart& part = entry.parts[position];
    part.destroyed = row.is_null(2);
    part.part.body = row.text(1);
    if (!part.destroyed) row.copy_bytes(2, part.salt);
    part.part.narrative = row.text(3);
}

Head EntryReader::head() {
    auto row = connection_.query("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1");
    Head head;
    if (row.step()) {
        head.seq = static_cast<Sequence>(row.number(0));
        row.copy_bytes(1, head.hash);
    }
    return head;
}

std::vector<Batch> EntryReader::batches() {
    auto row = connection_.query("SELECT batch, first, last, ended, state FROM batches ORDER BY id");
    std::vector<Batch> batches;
    while (row.step())
        batches.push_back({row.id<BatchTag>(0), static_cast<Sequence>(row.number(1)), static_cast<Sequence>(row.number(2)),
                           static_cast<Sequence>(row.number(3)), static_cast<Batch::State>(row.number(4))});
    return batches;
}

void EntryReader::forget() {
    types_.forget();
    workers_.forget();
    batches_.forget();
}

// --- EntryWriter ---

EntryWriter::EntryWriter(Connection& connection)
    : connection_(connection),
      types_(connection, all_types, add_type),
      workers_(connection, all_workers, add_worker),
      batches_(connection, all_batches, add_batch) {}

void EntryWriter::insert(std::span<const Entry> entries, bool with_subject_index) {
    auto add = connection_.query("INSERT INTO entries(seq, item, version, kind, type, subjects, happened, recorded_at, recorded_by, batch,"
                                 " body, key, salt, hash, digests, narrative)"
                                 " VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)");
    auto add_subject = connection_.query("INSERT INTO entry_subjects VALUES($1, $2)");
    for (const Entry& entry : entries) {
        subjects_.clear();
        for (const SubjectId& subject : entry.subjects) append_bytes(subjects_, subject.bytes().bytes);
        digests_.clear();
        append_bytes(digests_, entry.shared.digest);
        for (const KeptPart& part : entry.parts) append_bytes(digests_, part.digest);
        const auto happened = entry.happened.canonical();

        add.with(entry.seq, entry.item, entry.version, static_cast<int>(entry.kind), types_.number(entry.type), bytes_of(subjects_));
        add.bind(8, entry.recorded_at.microseconds());
        add.bind(9, workers_.number(entry.recorded_by));
        if (entry.batch.is_none()) add.bind(10, nullptr);
        else add.bind(10, batches_.number(entry.batch));
        if (entry.key.is_none()) add.bind(12, nullptr);
        else add.bind(12, entry.key);
        add.bind(14, std::span<const std::uint8_t>(entry.hash));
        add.bind(15, bytes_of(digests_));
        if (entry.shared.destroyed) {
            for (const int place : {7, 11, 13, 16}) add.bind(place, nullptr);
        } else {
            add.bind(7, std::span<const std::uint8_t>(happened));
            add.bind(11, std::string_view(entry.shared.part.body));
            add.bind(13, std::span<const std::uint8_t>(entry.shared.salt));
            add.bind(16, std::string_view(entry.shared.part.narrative));
        }
        add.run();

        if (with_subject_index)
            for (const SubjectId& subject : entry.subjects) add_subject.with(subject, entry.seq).run();
        if (!entry.parts.empty()) insert_parts(entry);
    }
    note_batches(entries);
}

void EntryWriter::insert_parts(const Entry& entry) {
    auto add = connection_.query("INSERT INTO subject_parts VALUES($1, $2, $3, $4)");
    for (std::size_t position = 0; position < entry.parts.size(); ++position) {
        const KeptPart& kept = entry.parts[position];
        if (kept.digest == Digest{}) continue;
        const auto id = static_cast<std::int64_t>(entry.seq * positions + position);
        if (kept.destroyed) add.with(id, nullptr, nullptr, nullptr).run();
        else add.with(id, std::string_view(kept.part.body), std::span<const std::uint8_t>(kept.salt), std::string_view(kept.part.narrative)).run();
    }
}

void EntryWriter::note_batches(std::span<const Entry> entries) {
    // A batch's entries come one after another, so its row is written once for each run of them.
    auto widen = connection_.query("UPDATE batches SET first = iif(first = 0, $2, first), last = $3 WHERE id = $1");
    auto end = connection_.query("UPDATE batches SET ended = $2, state = $3 WHERE id = $1");
    for (std::size_t i = 0; i < entries.size();) {
        const Entry& first = entries[i++];
        if (batch_of(first).is_none()) continue;
        const std::int64_t batch = batches_.number(batch_of(first));
        if (ends_batch(first)) {
            const auto state = first.kind == Kind::batch_closed ? Batch::State::closed : Batch::State::struck_out;
            end.with(batch, first.seq, static_cast<int>(state)).run();
            continue;
        }
        while (i < entries.size() && entries[i].batch == first.batch && !ends_batch(entries[i])) ++i;
        widen.with(batch, first.seq, entries[i - 1].seq).run();
    }
}

void EntryWriter::destroy(std::span<const DestroyedParts> parts) {
    auto shared = connection_.query("UPDATE entries SET happened = NULL, body = NULL, salt = NULL, narrative = NULL WHERE seq = $1");
    auto about = connection_.query("UPDATE subject_parts SET body = NULL, salt = NULL, narrative = NULL WHERE id = $1");
    for (const DestroyedParts& part : parts) {
        if (part.shared) shared.with(part.seq).run();
        for (const std::uint16_t position : part.subjects) about.with(part.seq * positions + position).run();
    }
}

void EntryWriter::forget() {
    types_.forget();
    workers_.forget();
    batches_.forget();
}

}  // namespace steadfast::ledger::sqlite
