#pragma once

#include "ledger/sqlite/connection.hpp"

namespace steadfast::ledger::sqlite {

/// Makes the tables of an empty file, in one transaction; a file that has tables is left as it is.
void make_tables(Connection& connection);

/// Refused (invalid) where the file is something else than a record, or of a later release.
[[nodiscard]] Result<void> check_tables(Connection& connection);

/// The indexes that a filling leaves till last: unique item and version, unique key, and who each entry is about.
void make_indexes(Connection& connection);
void drop_indexes(Connection& connection);

/// Whether a filling began and never ended.
[[nodiscard]] bool is_being_filled(Connection& connection);
void mark_filling(Connection& connection, bool being_filled);
/// Takes away everything that a filling brings: entries, access lines and signed heads. Shelves stay.
void empty(Connection& connection);

}  // namespace steadfast::ledger::sqlite
