#pragma once

#include "ledger/entry.hpp"
#include "ledger/postgresql/connection.hpp"

#include <mutex>

namespace steadfast::ledger::postgresql {

extern const Statement insert_access_lines;
extern const Statement find_lines_about_child;
extern const Statement find_lines;

/// The parameters of insert_access_lines.
[[nodiscard]] Fields access_rows(std::span<const AccessLine> lines);
/// The parameters of find_lines, and of find_lines_about_child where there is a child.
[[nodiscard]] Fields access_question(std::optional<SubjectId> child, Instant from, Instant to, std::size_t most);
[[nodiscard]] std::vector<AccessLine> take_access_lines(const Rows& rows);

/// Empties the months that end before an instant and removes what is left before it. Outside any transaction.
[[nodiscard]] Attempt<void> remove_access_lines(Connection& connection, Instant before);

/// The access log is kept in a table for each calendar month (UTC), so that retention empties a month at once.
class AccessMonths {
public:
    /// Makes the months that these lines fall in, where they are not there yet. Outside any transaction.
    [[nodiscard]] Attempt<void> make_for(Connection& connection, std::span<const AccessLine> lines);
    /// Appends the lines to their months.
    [[nodiscard]] Attempt<void> append(Connection& connection, std::span<const AccessLine> lines);

private:
    std::mutex mutex_;
    std::set<int> made_;   ///< Months since year 0.
};

}  // namespace steadfast::ledger::postgresql
