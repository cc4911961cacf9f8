#pragma once

#include "record/letters/made_for_somebody.hpp"

#include <optional>

namespace steadfast::record::letters {

/// One thing that went out to somebody: a print, a list or a letter.
struct MadeLine {
    When made;
    std::optional<Date> day;
    std::string what;
    std::string as;             ///< "Print", "Spreadsheet", "Letter".
    std::string recipient;      ///< With who they are to the child: "Ann Reed (mother)".
    std::string may_know;
    ledger::WorkerId by;
    std::size_t children = 0;   ///< Of how many it was.
    std::vector<SeenChild> about;   ///< Those of them whom the viewer may see.
    ledger::ItemId letter;      ///< Where it is one.
};

struct MadeFilter {
    std::optional<Date> from;
    std::optional<Date> to;
    std::string as;             ///< Of went_out_as, or "letter"; empty: everything.
};

/// What went out about one child, the latest first.
[[nodiscard]] std::vector<MadeLine> made_about(const SeenBook& book, const SeenChild& child, const MadeFilter& filter);
/// What went out of the whole record, as far as the viewer may see whom it was about, the latest first.
[[nodiscard]] std::vector<MadeLine> all_made(const SeenBook& book, const MadeFilter& filter);

[[nodiscard]] std::string made_csv(const SeenBook& book, const std::vector<MadeLine>& lines);

}  // namespace steadfast::record::letters
