#pragma once

#include "record/pages/lists.hpp"
#include "returns/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::returns::pages {

/// One import, as it stands in the record.
struct ImportShown {
    enum class State {
        counts,
        struck_out,   ///< None of it counts: it was cut short, or failed.
        not_ended,    ///< Under way, or cut short and not yet struck out.
    };

    ledger::ItemId import;
    std::size_t number = 0;                    ///< In the order in which they were made, from 1.
    std::string of_return;                     ///< "SSDA903 return 2024-25"
    Instant when;
    std::string by;
    State state = State::counts;
    std::optional<Instant> struck_out_at;
    struct Line {
        std::string table;                     ///< "Looked-after episodes (episodes)"
        TableCounts counts;
    };
    std::vector<Line> lines;                   ///< By table; the sums last.
    std::string files;                         ///< A line for each.
    std::size_t waiting = 0;                   ///< Rows that wait now.
};

struct ImportsPage {
    std::vector<ImportShown> imports;          ///< Latest first.
    record::pages::PageOf page;
    std::size_t waiting = 0;                   ///< Rows that wait, of all imports.
    bool may_answer = false;
};

/// Reads the store for each import that is shown. Shows nobody: counts and file names alone.
[[nodiscard]] Result<ImportsPage> imports_page(record::Record& record, const record::SeenBook& book, std::size_t page);

/// Whether somebody may see the questions: they show what is recorded about children.
[[nodiscard]] bool may_answer(const record::Viewer& viewer);

}  // namespace steadfast::returns::pages
