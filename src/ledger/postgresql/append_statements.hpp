#pragma once

#include "ledger/postgresql/connection.hpp"
#include "ledger/store.hpp"

namespace steadfast::ledger::postgresql {

/// Prepares what put_group and put_destruction send: a pipeline can't stop to do it.
[[nodiscard]] Attempt<void> prepare_appending(Connection& connection);

extern const Statement begin_transaction;
extern const Statement commit_transaction;
/// Ends the transaction with SF001 where the record's head is another one.
extern const Statement expect_head;
[[nodiscard]] Fields head_fields(const Head& head);

/// Sends the rows of a group: entries, whom they name, their batches, and the access lines that belong to them.
void put_group(Pipeline& pipeline, std::span<const Entry> group, std::span<const AccessLine> lines);
void put_destruction(Pipeline& pipeline, std::span<const DestroyedParts> parts);

/// The batches that a group touches, as insert_batches takes them; none where it touches none.
extern const Statement insert_batches;
[[nodiscard]] std::optional<Fields> batch_rows(std::span<const Entry> group);

}  // namespace steadfast::ledger::postgresql
