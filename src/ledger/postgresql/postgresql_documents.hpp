#pragma once

#include "ledger/documents.hpp"
#include "ledger/postgresql/pool.hpp"
#include "ledger/store.hpp"

namespace steadfast::ledger::postgresql {

/// Documents in a table of pieces. A document is one transaction on a connection of its own, so that the writer never waits for
/// one; rows rather than large objects, so that they are replicated, dumped and owned as every other row is.
class PostgresqlDocuments final : public Documents {
public:
    PostgresqlDocuments(Pool& pool, Mode mode) : pool_(pool), mode_(mode) {}

    Result<std::uint64_t> keep(const KeptDocument& document, const Next& next) override;
    Result<void> read(DocumentId id, const VisitPiece& visit) override;
    Result<void> each(const Visit& visit) override;
    Result<void> note_named(std::span<const DocumentId> ids, bool are_named) override;
    Result<void> remove(std::span<const DocumentId> ids) override;

private:
    [[nodiscard]] Result<std::uint64_t> keep_on(Connection& connection, const KeptDocument& document, const Next& next);
    [[nodiscard]] Result<void> change(const Statement& statement, std::span<const DocumentId> ids);

    Pool& pool_;
    const Mode mode_;
};

}  // namespace steadfast::ledger::postgresql
