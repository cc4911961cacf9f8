#pragma once

#include "base/result.hpp"
#include "ledger/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace steadfast::ledger {

/// What was destroyed, written down outside the record and its backups, so that a backup from before a destruction
/// can't bring back what the law took. A text file that only grows, one line a step:
///
///     ordered ORDER-SEQ ORDER-HASH SEQ HASH shared|- POSITIONS|-     what is to go, of which entry, by whose order
///     done ORDER-HASH                                               the record committed it
///     withdrawn ORDER-HASH                                          the record could not, and holds it still
///
/// It names entries by sequence and hash only and says nothing about anybody.
class DestructionRegister {
public:
    struct Line {
        Head order;               ///< The entry that ordered it.
        Digest entry{};           ///< The hash of the entry whose parts go.
        DestroyedParts parts;
    };

    /// Reads the file; one that is not there is an empty register. Refused (invalid) where a line can't be read.
    [[nodiscard]] static Result<DestructionRegister> open(const std::string& path);

    /// Each is on the disk when it returns.
    [[nodiscard]] Result<void> write_ordered(std::span<const Line> lines);
    [[nodiscard]] Result<void> write_done(const Digest& order);
    [[nodiscard]] Result<void> write_withdrawn(const Digest& order);

    [[nodiscard]] std::vector<Line> in_force() const;     ///< Ordered and not withdrawn.
    [[nodiscard]] std::vector<Head> undecided() const;    ///< Orders of which it is not written how they ended.

private:
    explicit DestructionRegister(std::string path) : path_(std::move(path)) {}
    [[nodiscard]] Result<void> write(const std::string& text);
    [[nodiscard]] bool take(std::string_view line);

    std::string path_;
    bool torn_ = false;   // The last line has no end: the writer was cut, and what it ordered was never committed.
    std::vector<Line> ordered_;
    std::vector<Digest> done_;
    std::vector<Digest> withdrawn_;
};

/// Where the register of a store stands unless told otherwise: PATH.destroyed beside an SQLite file; empty for
/// PostgreSQL, whose administrator must choose a place.
[[nodiscard]] std::string register_beside(std::string_view store_address);

}  // namespace steadfast::ledger
