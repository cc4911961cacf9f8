#pragma once

#include "returns/judging/plan.hpp"

#include <unordered_map>

namespace steadfast::returns {

/// Which tables of which children wait, and why: by child and table.
class WaitingTables {
public:
    void add(std::uint32_t child, std::uint16_t table, Reason reason) { waits_.try_emplace(key(child, table), reason); }
    [[nodiscard]] bool waits(std::uint32_t child, std::uint16_t table) const { return waits_.contains(key(child, table)); }

private:
    static std::uint64_t key(std::uint32_t child, std::uint16_t table) { return std::uint64_t{child} << 16 | table; }
    std::unordered_map<std::uint64_t, Reason> waits_;
};

/// Finds the children of the files in the record, by the authority's own number alone, and asks whether they are the same.
///
/// Where the row that describes a child has another birth date or (known) sex than the record, everything about that child
/// waits for a person, because a table without birth dates can't be told apart. Where a row of another table has another
/// birth date or sex than the row that describes the child (or, without one, than the record), that child's rows of that
/// table wait. What waits is said in the rows' `waits_for`, the row that differs with its own reason.
[[nodiscard]] WaitingTables find_children(Plan& plan, const record::Book& book);

}  // namespace steadfast::returns
