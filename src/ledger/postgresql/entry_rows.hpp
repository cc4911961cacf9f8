#pragma once

#include "ledger/entry.hpp"
#include "ledger/postgresql/fields.hpp"

#include <array>
#include <mutex>
#include <set>
#include <unordered_map>

namespace steadfast::ledger::postgresql {

/// The columns of `entries`, in the table's order; the view whole_entries adds the hash of the entry before.
inline constexpr std::size_t columns_of_entries = 19;
inline constexpr std::size_t columns_without_parts = 16;
inline constexpr std::size_t columns_of_whole_entries = 20;

/// One entry as a row of `entries`, with all its columns.
void put_entry(const Entry& entry, Fields& row);
/// One entry that has no parts, at the end of each column's array.
void put_entry(const Entry& entry, std::array<Fields, columns_without_parts>& columns);
/// A row of whole_entries.
[[nodiscard]] Entry take_entry(std::span<const Field> row);

/// The columns that a scan for the Book reads.
inline constexpr std::size_t columns_of_view = 12;
inline constexpr const char* view_columns = "seq, kind, item, version, type, subjects, happened, recorded_at, recorded_by, batch, body, part_bodies";

/// Item types as a store has seen them: each is kept once, for as long as the store lives.
class TypeNames {
public:
    [[nodiscard]] std::string_view kept(std::string_view type);

private:
    std::mutex mutex_;
    std::set<std::string, std::less<>> names_;
};

/// Makes views of rows, using the same room for each: a view holds until the next one is taken.
class ViewReader {
public:
    explicit ViewReader(TypeNames& names) : names_(names) {}
    [[nodiscard]] const EntryView& take(std::span<const Field, columns_of_view> row);

private:
    [[nodiscard]] std::string_view kept(std::string_view type);

    TypeNames& names_;
    std::unordered_map<std::string_view, std::string_view> known_;   ///< So that a scan asks the shared names once for each type.
    EntryView view_;
    std::vector<SubjectId> subjects_;
    std::vector<Field> elements_;
    std::vector<std::string_view> bodies_;
};

}  // namespace steadfast::ledger::postgresql
