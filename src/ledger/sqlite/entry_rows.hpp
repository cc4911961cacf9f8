#pragma once

#include "ledger/sqlite/interned.hpp"
#include "ledger/store.hpp"

#include <string>
#include <vector>

namespace steadfast::ledger::sqlite {

/// Reads entries over one connection. What it calls back with is in order of sequence.
class EntryReader {
public:
    explicit EntryReader(Connection& connection);

    void read(Sequence from, Sequence to, const Store::Visit& visit);
    void read_whole(Sequence from, Sequence to, const Store::VisitWhole& visit);
    [[nodiscard]] std::optional<Entry> entry(Sequence seq);
    [[nodiscard]] Head head();
    [[nodiscard]] std::vector<Batch> batches();
    void forget();   ///< After the file was emptied: texts it gave out are gone.

private:
    [[nodiscard]] Entry whole(const Query& row);
    void add_part(Entry& entry, const Query& row);

    Connection& connection_;
    Interned<std::string> types_;
    Interned<WorkerId> workers_;
    Interned<BatchId> batches_;
};

/// Writes entries over one connection, in the caller's transaction.
class EntryWriter {
public:
    explicit EntryWriter(Connection& connection);

    void insert(std::span<const Entry> entries, bool with_subject_index);
    void destroy(std::span<const DestroyedParts> parts);
    void forget();   ///< After a rollback.

private:
    void insert_parts(const Entry& entry);
    void note_batches(std::span<const Entry> entries);

    Connection& connection_;
    Interned<std::string> types_;
    Interned<WorkerId> workers_;
    Interned<BatchId> batches_;
    std::string subjects_;   // Kept between entries, so that a row costs no allocation.
    std::string digests_;
};

}  // namespace steadfast::ledger::sqlite
