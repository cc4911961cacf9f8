#pragma once

#include "ledger/postgresql/connection.hpp"

namespace steadfast::ledger::postgresql {

/// The tables stand in the first schema of the connection's search_path, so that one database can hold several stores.
struct StoreState {
    int version = 0;         ///< 0 where there is no store yet.
    bool filling = false;    ///< A filling was started and not finished.
};

inline constexpr int present_version = 1;

[[nodiscard]] Attempt<StoreState> state_of_store(Connection& connection);

/// Makes an empty store's tables in one transaction; two processes that both try make one.
[[nodiscard]] Attempt<void> make_store(Connection& connection);

/// What a filling does without until its end: the checks and look-ups of the entries.
[[nodiscard]] Attempt<void> drop_indexes_for_filling(Connection& connection);
[[nodiscard]] Attempt<void> build_indexes_after_filling(Connection& connection);
/// Takes out what a filling that was cut had brought in. There was nothing else: only an empty store is filled.
[[nodiscard]] Attempt<void> empty_after_cut_filling(Connection& connection);

/// Refuses a server that would answer before a commit is on its disk, and makes this session wait for it.
[[nodiscard]] Result<void> insist_on_durability(Connection& connection);

}  // namespace steadfast::ledger::postgresql
