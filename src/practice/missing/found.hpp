#pragma once

#include "practice/missing/episodes.hpp"
#include "record/pages/saving.hpp"

namespace steadfast::practice {

/// Records that a child is back, now. Nothing is asked and nothing is in the way: where somebody else saved the episode at the same
/// moment, it is tried again on what they saved; where the child is back already, it is as it was.
[[nodiscard]] Result<void> record_found(record::Record& record, const record::pages::Visit& visit, const record::pages::FormKey& key, ledger::ItemId episode);

/// Takes that back: the child is missing still.
[[nodiscard]] Result<void> undo_found(record::Record& record, const record::pages::Visit& visit, const record::pages::FormKey& key, const EpisodeSeen& episode);

}  // namespace steadfast::practice
