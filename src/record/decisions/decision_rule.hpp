#pragma once

#include "ledger/ledger.hpp"
#include "record/access/seen_book.hpp"
#include "record/record.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::decisions {

/// What agreeing to one matter that was asked for sets going in the slice that keeps that part of the law: "no conference is needed". A
/// matter without one is decided and nothing more.
struct DecisionRule {
    std::string_view about_what;  ///< A code of decision_asked_about.
    /// What is to be read before deciding about a child, where it is on record.
    std::function<std::optional<ledger::ItemId>(const SeenBook&, const SeenChild&)> to_read = {};
    /// What agreeing sets going for a child, in a sentence for whoever decides; empty: nothing.
    std::function<std::string(const SeenBook&, const SeenChild&)> follows;
    /// Saved together with the decision, on conditions or without, for each child it is about.
    std::function<Result<std::vector<ledger::Change>>(Record&, const SeenBook&, const SeenChild&, Date decided_on)> when_agreed;
};

}  // namespace steadfast::record::decisions
