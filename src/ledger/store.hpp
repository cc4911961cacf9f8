#pragma once

#include "base/result.hpp"
#include "ledger/entry.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace steadfast::ledger {

/// The last entry of the chain.
struct Head {
    Sequence seq = 0;
    Digest hash{};
    friend bool operator==(const Head&, const Head&) = default;
};

/// A head, signed: whoever rewrites the chain would have to forge it.
struct SignedHead {
    Head head;
    Instant signed_at;
    std::array<std::uint8_t, 64> signature{};   ///< ed25519 over the head's canonical bytes.
};

/// The parts of an entry that a destruction takes.
struct DestroyedParts {
    Sequence seq = 0;
    bool shared = false;
    std::vector<std::uint16_t> subjects;   ///< Positions in the entry's subjects.
};

/// A batch as the store knows it.
struct Batch {
    enum class State : std::uint8_t { open, closed, struck_out };
    BatchId id;
    Sequence first = 0;
    Sequence last = 0;
    Sequence ended = 0;   ///< The entry that closed it or struck it out; 0 while open.
    State state = State::open;
};

/// What is not part of the record but must be kept: small, replaceable, with a key of its own and perhaps an end.
enum class Shelf : std::uint8_t { credentials = 1, drafts = 2, sessions = 3, settings = 4 };

struct Shelved {
    std::string key;
    std::string bytes;
    std::optional<Instant> expires;
};

class Documents;   // documents.hpp

/// Everything the ledger asks of SQLite or PostgreSQL. It holds all of the ledger's SQL and none of its rules:
/// versions, keys, hashes and the order of entries are decided above it (ledger.hpp), once for both stores.
///
/// A store is used by one writing thread; reads may come from any thread at any time and see whole groups only.
/// A failure (disk full, connection lost) is a Refusal of kind unavailable that says what happened; after it the
/// store holds exactly what it held before the call.
class Store {
public:
    virtual ~Store() = default;

    /// Makes sure that this process still holds the writer's lock, and takes it again where a lost connection had let go of
    /// it. Refused (clash) where another process has it: what this one knows of the record is no longer the latest.
    [[nodiscard]] virtual Result<void> hold_lock() = 0;

    // --- the chain ---
    [[nodiscard]] virtual Result<Head> head() = 0;
    /// The latest version of each item, 0 where there is none. In the order asked.
    [[nodiscard]] virtual Result<std::vector<std::uint32_t>> latest_versions(std::span<const ItemId> items) = 0;
    /// The entries saved under these keys, whole, none where a key is new. In the order asked.
    [[nodiscard]] virtual Result<std::vector<std::optional<Entry>>> saved_under(std::span<const IdempotencyKey> keys) = 0;
    /// What a save must know: both of the above at once, for a store to which each question is a journey.
    struct Known {
        std::vector<std::uint32_t> versions;
        std::vector<std::optional<Entry>> saved_under;
    };
    [[nodiscard]] virtual Result<Known> known(std::span<const ItemId> items, std::span<const IdempotencyKey> keys) {
        auto versions = latest_versions(items);
        if (!versions) return refuse(versions.error());
        auto saved = keys.empty() ? std::vector<std::optional<Entry>>() : saved_under(keys);
        if (!saved) return refuse(saved.error());
        return Known{std::move(*versions), std::move(*saved)};
    }
    /// Appends a group in one durable transaction with its access lines: all of it or nothing.
    [[nodiscard]] virtual Result<void> append(std::span<const Entry> group, std::span<const AccessLine> lines) = 0;
    /// Fills an empty store: the indexes are built by finish_filling. Not durable until then. Meanwhile what goes by an
    /// index (versions, keys, items, subjects) must not be asked for. A filling that failed or was cut leaves the store
    /// empty, at once or when it is next opened for writing. Refused (invalid) where there are entries already.
    [[nodiscard]] virtual Result<void> start_filling() = 0;
    [[nodiscard]] virtual Result<void> finish_filling() = 0;

    // --- reading ---
    using Visit = std::function<void(const EntryView&)>;
    using VisitWhole = std::function<bool(const Entry&)>;   ///< False stops the scan.
    /// Every entry from `from` to `to` inclusive, in order, without narratives.
    [[nodiscard]] virtual Result<void> read(Sequence from, Sequence to, const Visit& visit) = 0;
    [[nodiscard]] virtual Result<void> read_whole(Sequence from, Sequence to, const VisitWhole& visit) = 0;
    /// The entries that name a subject, or that are versions of an item, oldest first, up to a sequence.
    [[nodiscard]] virtual Result<std::vector<Entry>> entries_about(SubjectId subject, Sequence up_to) = 0;
    [[nodiscard]] virtual Result<std::vector<Entry>> entries_of(ItemId item, Sequence up_to) = 0;
    [[nodiscard]] virtual Result<std::optional<Entry>> entry(Sequence seq) = 0;
    /// The last entry recorded at or before an instant; 0 where there is none.
    [[nodiscard]] virtual Result<Sequence> last_recorded_by(Instant at) = 0;
    /// In the order in which they began. `first` and `last` are of the entries that name the batch, 0 where
    /// there is none; the closing entry is not among them.
    [[nodiscard]] virtual Result<std::vector<Batch>> batches() = 0;
    /// What the store's own index says about whom each entry is, in order of subject and sequence: verify compares it.
    using VisitSubject = std::function<void(SubjectId, Sequence)>;
    [[nodiscard]] virtual Result<void> read_subject_index(const VisitSubject& visit) = 0;
    /// Waits until there is an entry after `after`, or until the time is up. Returns the head.
    [[nodiscard]] virtual Result<Head> follow(Sequence after, int milliseconds) = 0;

    // --- destruction and signed heads ---
    /// Appends the entry that orders the destruction and destroys the parts, in one transaction.
    [[nodiscard]] virtual Result<void> destroy(const Entry& order, std::span<const DestroyedParts> parts, std::span<const AccessLine> lines) = 0;
    /// Destroys parts again, without an entry: what restore does with the register. Parts already destroyed stay so.
    [[nodiscard]] virtual Result<void> destroy_again(std::span<const DestroyedParts> parts) = 0;
    [[nodiscard]] virtual Result<void> keep_signed_head(const SignedHead& head) = 0;
    [[nodiscard]] virtual Result<std::vector<SignedHead>> signed_heads() = 0;

    // --- the access log ---
    [[nodiscard]] virtual Result<void> append_access(std::span<const AccessLine> lines) = 0;
    /// Lines about a child (or about anybody where none is given) in a span of time, newest first, at most `most`.
    [[nodiscard]] virtual Result<std::vector<AccessLine>> access_lines(std::optional<SubjectId> child, Instant from, Instant to, std::size_t most) = 0;
    /// Every line from one instant to another inclusive, each once, in no promised order: what a backup copies.
    using VisitAccess = std::function<void(const AccessLine&)>;
    [[nodiscard]] virtual Result<void> read_access(Instant from, Instant to, const VisitAccess& visit) = 0;
    /// Removes every line before an instant for good, in groups small enough that pages and saves go on meanwhile. May be
    /// cut anywhere and done again. What the chain says of the removal is not the store's business.
    [[nodiscard]] virtual Result<void> remove_access(Instant before) = 0;

    // --- shelves ---
    [[nodiscard]] virtual Result<void> put(Shelf shelf, const Shelved& shelved) = 0;
    [[nodiscard]] virtual Result<std::optional<Shelved>> get(Shelf shelf, std::string_view key) = 0;
    [[nodiscard]] virtual Result<std::vector<Shelved>> all(Shelf shelf) = 0;
    [[nodiscard]] virtual Result<void> remove(Shelf shelf, std::string_view key) = 0;
    /// Several at once, for a shelf that many people write to: one wait for the disk where the store can. No key stands twice
    /// among them. A refusal may leave some of it done; doing all of it again does no harm.
    [[nodiscard]] virtual Result<void> put_and_remove(Shelf shelf, std::span<const Shelved> puts, std::span<const std::string> removes) {
        for (const Shelved& shelved : puts)
            if (auto done = put(shelf, shelved); !done) return done;
        for (const std::string& key : removes)
            if (auto done = remove(shelf, key); !done) return done;
        return {};
    }

    /// What is too long for the chain, under random keys. Lives as long as the store.
    [[nodiscard]] virtual Documents& documents() = 0;
};

/// Who may write. The second to ask is told who has it, and is not made to wait.
enum class Mode : std::uint8_t { write, read_only };

/// Whether to wait for the writer's lock. Asked before each try, ten times a second, on the thread that waits.
using MayWait = std::function<bool()>;

/// "sqlite:PATH" or "postgresql://…". Makes an empty store where there is none and the mode is write.
/// Refused with kind clash where another process writes to it.
/// @param may_wait on PostgreSQL: tries again for as long as this says so. An SQLite file has one server and is not waited for.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(std::string_view address, Mode mode, const MayWait& may_wait = {});

}  // namespace steadfast::ledger
