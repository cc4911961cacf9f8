#pragma once

#include "ledger/entry.hpp"
#include "ledger/sqlite/interned.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace steadfast::ledger::sqlite {

/// Access lines as tables. They stand in two files: in one of their own for pages that were read, and beside the
/// entries for saves, so that a change and the line about it commit together.
void make_access_tables(Connection& connection);
void drop_access_tables(Connection& connection);

class AccessTables {
public:
    explicit AccessTables(Connection& connection);

    void insert(std::span<const AccessLine> lines);   ///< In the caller's transaction.
    /// Removes at most so many lines before an instant, in the caller's transaction; how many it removed.
    [[nodiscard]] std::size_t remove(Instant before, std::size_t most);
    void forget();                                    ///< After a rollback.

    /// Newest first, at most `most`.
    [[nodiscard]] std::vector<AccessLine> lines(const std::optional<SubjectId>& child, Instant from, Instant to, std::size_t most);
    void visit(Instant from, Instant to, const std::function<void(const AccessLine&)>& visit);

private:
    [[nodiscard]] AccessLine line_from(const Query& row);
    Connection& connection_;
    Interned<std::string> doings_;
};

}  // namespace steadfast::ledger::sqlite
