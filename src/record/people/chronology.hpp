#pragma once

#include "record/access/seen_book.hpp"

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// One thing that happened in a child's life, in one line.
struct ChronologyLine {
    ledger::ItemId item;
    const ItemType* type = nullptr;
    std::optional<Date> happened;     ///< None: nobody recorded when.
    std::optional<Date> ended;
    std::string summary;
    std::optional<int> age;           ///< The child's whole years on that day.
    Instant recorded_at;
    ledger::WorkerId recorded_by;
    std::uint32_t version = 1;
    std::vector<std::string> also;    ///< Names of others whom it is about and whom the viewer may see.
    bool is_gone = false;             ///< The return that it came from was filed again without it.
};

/// What part of a chronology somebody asks for.
struct ChronologyFilter {
    std::vector<std::string> kinds;   ///< Keys of item types; empty is every kind.
    std::optional<Date> from;
    std::optional<Date> to;
};

struct KindCount {
    const ItemType* type = nullptr;
    std::size_t count = 0;
};

/// Which of the lines that fit are wanted: a child who lived in a home that writes each evening has thousands.
struct ChronologyPart {
    std::size_t first = 0;   ///< Counted from the latest; where there are not so many, the last part of the same length.
    std::size_t most = std::numeric_limits<std::size_t>::max();
};

struct Chronology {
    std::vector<ChronologyLine> lines;   ///< Latest first; those without a date last. Only the part that was asked for.
    std::size_t first = 0;               ///< Where the first of them stands among those that fit.
    std::size_t fitting = 0;             ///< How many lines fit the filter.
    std::vector<KindCount> kinds;        ///< Of the whole record, before the filter, by name.
    std::size_t whole = 0;               ///< How many lines there are without the filter.
};

/// Every item about a child by when it happened.
[[nodiscard]] Chronology chronology_of(const SeenBook& book, const SeenChild& child, const ChronologyFilter& filter, ChronologyPart part = {});

}  // namespace steadfast::record
