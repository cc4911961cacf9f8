#pragma once

#include "ledger/store.hpp"

#include <memory>
#include <string>
#include <vector>

namespace steadfast::ledger {

/// A place for one empty store, gone with it.
class PlaceForAStore {
public:
    virtual ~PlaceForAStore() = default;
    [[nodiscard]] virtual std::string address() const = 0;
    /// Opens it and fails the test where that is refused.
    [[nodiscard]] std::unique_ptr<Store> open(Mode mode = Mode::write) const;
};

/// "sqlite" or "postgresql". The second needs a server at STEADFAST_TEST_POSTGRESQL, where it makes a database of its own.
[[nodiscard]] std::unique_ptr<PlaceForAStore> place_for(const std::string& kind);

/// The kinds that tests run over: both, unless STEADFAST_WITHOUT_POSTGRESQL says that there is no server.
[[nodiscard]] std::vector<std::string> kinds_of_store();

/// A folder of the test's own, taken away with all that is in it.
class FolderForATest {
public:
    FolderForATest();
    ~FolderForATest();
    FolderForATest(const FolderForATest&) = delete;
    FolderForATest& operator=(const FolderForATest&) = delete;
    [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

// --- things to record ---

[[nodiscard]] WorkerId some_worker();
/// A new item about somebody, with body, narrative, a key and a known day.
[[nodiscard]] Change a_visit(ItemId item = ItemId::random(), std::uint32_t starts_from = 0);
/// The same about three children, with a part for the first and the last.
[[nodiscard]] Change a_visit_to_siblings();
[[nodiscard]] AccessLine a_line(SubjectId child, const char* what = "child's page", Instant at = Instant::from_seconds(1'780'000'000));
/// Changes chained one after another, from `after` on.
[[nodiscard]] std::vector<Entry> chain_of(std::vector<Change> changes, const Head& after = {}, Instant at = Instant::from_seconds(1'780'000'000));
/// All entries of a store.
[[nodiscard]] std::vector<Entry> all_of(Store& store);
/// Fails the test where two entries differ in anything that is kept.
void expect_same(const Entry& a, const Entry& b);

}  // namespace steadfast::ledger
