#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "ledger/entry.hpp"
#include "ledger/store.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace steadfast::ledger {

/// That something was recorded, and as what.
struct Receipt {
    Sequence seq = 0;
    std::uint32_t version = 0;
    Instant recorded_at;
    bool repeated = false;   ///< It was already there under the same key, with the same content.
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// The one way into the record. One thread of its own takes everything that waits, judges versions and keys, chains
/// the hashes and commits the whole group at once; then whoever listens (the Book) is told, then who asked is answered.
class Ledger {
public:
    /// Called on the ledger's own thread after the commit and before anybody is answered, in the order of the chain.
    /// The entries whole, as committed. It must not wait for a save of its own.
    using Listener = std::function<void(std::span<const Entry>)>;
    using Answer = std::function<void(Result<std::vector<Receipt>>)>;

    /// The register of destructions stands outside the record and its backups (destruction_register.hpp); without a
    /// path nothing can be destroyed.
    Ledger(std::unique_ptr<Store> store, const Clock& clock, std::string destruction_register = "");
    /// Commits and answers what still waits.
    ~Ledger();
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    void listen(Listener listener);   ///< Before the first save.

    /// Saves some changes together: all of them or none. Answers on the ledger's thread: Refusal of kind clash where
    /// a version moved on, invalid where a key was used for other content, unavailable where the store failed.
    void save(std::vector<Change> changes, std::vector<AccessLine> lines, Answer answer);
    /// The same, waiting for the answer.
    [[nodiscard]] Result<std::vector<Receipt>> save_and_wait(std::vector<Change> changes, std::vector<AccessLine> lines = {});

    /// Writes access lines in the next group and then calls back: before the page goes out.
    void write_access(std::vector<AccessLine> lines, std::function<void(Result<void>)> answer);

    /// Fills an empty store without index upkeep or durability until the end. Nothing else may be saved meanwhile.
    [[nodiscard]] Result<void> start_filling();
    [[nodiscard]] Result<void> finish_filling();

    /// Destroys parts for good: the register file first, then the entry and the parts in one transaction. The order is of
    /// kind destroyed; what it destroys is added to its shared body as "destroys", so that the chain itself says so.
    /// Waits. Refused (invalid) for parts that are not there, and for the shared part of such an order.
    [[nodiscard]] Result<Receipt> destroy(Change order, std::vector<DestroyedParts> parts, std::vector<AccessLine> lines);

    /// Makes sure, between two groups, that the store is still this process's to write to and ends where this ledger
    /// believes; the listener is told what it had missed. Answers on the ledger's thread: clash where another process has
    /// become the writer, so that nothing here may be shown for the latest; unavailable where the store can't say.
    void look(std::function<void(Result<void>)> answer);

    [[nodiscard]] Store& store();   ///< For reading. Never append through it.
    [[nodiscard]] Head head() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace steadfast::ledger
