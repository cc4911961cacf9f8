#pragma once

#include "ledger/entry.hpp"
#include "ledger/sqlite/connection.hpp"

#include <utility>
#include <vector>

namespace steadfast::ledger::sqlite {

/// Makes the tables of an empty file, in one transaction; a file that has tables is left as it is.
void make_tables(Connection& connection);

/// Refused (invalid) where the file is something else than a record, or of a later release.
[[nodiscard]] Result<void> check_tables(Connection& connection);

/// The indexes that a filling leaves till last: unique item and version, unique key, and who each entry is about, which is given,
/// in any order: to read it back would take longer than to write it.
using SubjectsOfEntries = std::vector<std::pair<SubjectId, Sequence>>;
void make_indexes(Connection& connection, SubjectsOfEntries subjects);
void drop_indexes(Connection& connection);

/// Whether a filling began and never ended.
[[nodiscard]] bool is_being_filled(Connection& connection);
void mark_filling(Connection& connection, bool being_filled);
/// Takes away everything that a filling brings: entries, access lines and signed heads. Shelves stay.
void empty(Connection& connection);

}  // namespace steadfast::ledger::sqlite
