#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "ledger/entry.hpp"
#include "ledger/store.hpp"

#include <memory>

namespace steadfast::ledger {

/// Fills an empty store with what was recorded in years gone by, as fast as the store takes it: whoever calls judges and chains,
/// while a thread of its own writes the group before. The chain is the one that a Ledger makes. Nothing else may write meanwhile,
/// and nothing of it counts before finish: a filling that failed, was left or was cut leaves the store
/// empty, at once or when it is next opened for writing.
class Filling {
public:
    /// Refused (invalid) where the store holds something.
    [[nodiscard]] static Result<std::unique_ptr<Filling>> start(Store& store);
    ~Filling();
    Filling(const Filling&) = delete;
    Filling& operator=(const Filling&) = delete;

    /// Chains a change on as recorded at an instant, which no earlier one may follow. Refused (invalid) for what no save could say,
    /// for a change of an import and for a key that was used; clash for a version that does not follow; unavailable where the
    /// store could not write a group before this one. After a refusal the filling is lost.
    [[nodiscard]] Result<void> add(Instant recorded_at, Change change);
    /// Writes what is left, builds the indexes and makes it all last. Returns the end of the chain.
    [[nodiscard]] Result<Head> finish();

private:
    explicit Filling(Store& store);
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace steadfast::ledger
