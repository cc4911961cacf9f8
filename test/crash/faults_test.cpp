#include "check.hpp"
#include "ledger/ledger.hpp"
#include "ledger/postgresql/scratch_schema.hpp"
#include "lossy_disk.hpp"
#include "postgresql_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <future>

namespace steadfast::crash {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// A ledger that is asked for saves, and what must be in its record.
class Record {
public:
    void open(const std::string& address) {
        address_ = address;
        auto store = ledger::open_store(address, ledger::Mode::write);
        ASSERT_TRUE(store) << store.error().whole();
        ledger_ = std::make_unique<ledger::Ledger>(std::move(*store), clock_);
    }
    void close() { ledger_.reset(); }

    /// A save of a new item, noted by its outcome. The refusal, where there was one.
    std::optional<Refusal> save() {
        const std::uint64_t number = log_.size() + 1;
        Logged logged;
        logged.asked = {number, number, 0, 0};
        const auto answer = ledger_->save_and_wait(changes_of(logged.asked), {line_of(logged.asked, clock_.now())});
        logged.state = answer ? Logged::State::acknowledged : Logged::State::failed;
        if (answer) {
            for (const auto& receipt : *answer) logged.seqs.push_back(receipt.seq);
        }
        log_.emplace(number, logged);
        return answer ? std::nullopt : std::optional(answer.error());
    }
    std::optional<Refusal> write_access() {
        std::promise<Result<void>> promise;
        ledger_->write_access({{clock_.now(), ledger::WorkerId(changes_of({1, 1, 0, 0})[0].recorded_by), "child's page", {}, {}}},
                              [&](Result<void> done) { promise.set_value(std::move(done)); });
        const auto done = promise.get_future().get();
        return done ? std::nullopt : std::optional(done.error());
    }

    std::vector<std::string> findings() const {
        const auto store = ledger::open_store(address_, ledger::Mode::read_only);
        if (!store) return {store.error().whole()};
        return differences(**store, log_);
    }
    std::size_t saved() const {
        return static_cast<std::size_t>(std::ranges::count_if(log_, [](const auto& one) { return one.second.state == Logged::State::acknowledged; }));
    }

private:
    const SystemClock clock_;
    std::string address_;
    std::unique_ptr<ledger::Ledger> ledger_;
    std::map<std::uint64_t, Logged> log_;
};

class LossyDisk : public testing::Test {
protected:
    void SetUp() override {
        install_lossy_disk(7);
        std::string name = (std::filesystem::temp_directory_path() / "steadfast-disk-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override {
        set_fault(Fault::none);
        std::filesystem::remove_all(folder_);
    }

    [[nodiscard]] std::string path() const { return folder_ + "/council"; }

    /// Whether a row written in this mode is still there after the power went.
    bool survives(const std::string& synchronous) const {
        sqlite3* database = nullptr;
        sqlite3_open(path().c_str(), &database);
        run(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS t(x); DELETE FROM t");
        run(database, "PRAGMA synchronous=" + synchronous + "; INSERT INTO t VALUES(1)");
        lose_power();
        sqlite3_close(database);
        sqlite3_open(path().c_str(), &database);
        const bool is_there = sqlite3_exec(database, "SELECT CASE count(*) WHEN 1 THEN 1 ELSE abs(-9223372036854775808) END FROM t", nullptr, nullptr, nullptr) == SQLITE_OK;
        sqlite3_close(database);
        return is_there;
    }

private:
    static void run(sqlite3* database, const std::string& sql) {
        ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    }
    std::string folder_;
};

TEST_F(LossyDisk, keeps_what_was_synchronised_and_loses_the_rest) {
    EXPECT_TRUE(survives("FULL"));
    EXPECT_FALSE(survives("OFF"));
    EXPECT_FALSE(survives("NORMAL"));
    EXPECT_TRUE(survives("FULL"));
}

/// What a disk can do to a save, and what the person must be told.
struct Trouble {
    const char* name;
    Fault fault;
    const char* says;
};

class FailingDisk : public LossyDisk, public testing::WithParamInterface<Trouble> {};

TEST_P(FailingDisk, refuses_clearly_and_loses_nothing_acknowledged) {
    Record record;
    record.open("sqlite:" + path());
    for (int i = 0; i < 10; ++i) ASSERT_EQ(record.save(), std::nullopt);

    set_fault(GetParam().fault);
    for (int i = 0; i < 3; ++i) {
        const auto refused = record.save();
        ASSERT_TRUE(refused);
        EXPECT_EQ(refused->kind, Refusal::Kind::unavailable);
        EXPECT_THAT(refused->says, HasSubstr(GetParam().says));
        EXPECT_FALSE(refused->what_to_do.empty());
    }
    const auto page = record.write_access();
    ASSERT_TRUE(page) << "a page whose access line is not written must not go out";
    EXPECT_EQ(page->kind, Refusal::Kind::unavailable);

    set_fault(Fault::none);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(record.save(), std::nullopt);
    EXPECT_EQ(record.saved(), 20U);
    lose_power();
    record.close();
    EXPECT_THAT(record.findings(), IsEmpty());
}

TEST_P(FailingDisk, that_loses_power_before_it_is_mended_brings_back_no_refused_save) {
    Record record;
    record.open("sqlite:" + path());
    for (int i = 0; i < 10; ++i) ASSERT_EQ(record.save(), std::nullopt);
    set_fault(GetParam().fault);
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(record.save());
    lose_power();
    record.close();
    set_fault(Fault::none);

    record.open("sqlite:" + path());
    for (int i = 0; i < 3; ++i) EXPECT_EQ(record.save(), std::nullopt);
    record.close();
    EXPECT_THAT(record.findings(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Troubles, FailingDisk,
                         testing::Values(Trouble{"full", Fault::disk_full, "full"}, Trouble{"not_writing", Fault::write_error, "failed"},
                                         Trouble{"not_synchronising", Fault::synchronise_error, "failed"}),
                         [](const auto& trouble) { return trouble.param.name; });

TEST(LostDatabase, refuses_clearly_while_it_is_away_and_goes_on_when_it_is_back) {
    if (std::getenv("STEADFAST_WITHOUT_POSTGRESQL") != nullptr) GTEST_SKIP() << "STEADFAST_WITHOUT_POSTGRESQL is set";
    const auto server = PostgresqlServer::from_environment();
    const ledger::postgresql::ScratchSchema schema(server.address());
    Record record;
    record.open(schema.address());
    for (int i = 0; i < 10; ++i) ASSERT_EQ(record.save(), std::nullopt);

    server.stop();
    for (int i = 0; i < 2; ++i) {
        const auto began = std::chrono::steady_clock::now();
        const auto refused = record.save();
        ASSERT_TRUE(refused);
        EXPECT_EQ(refused->kind, Refusal::Kind::unavailable);
        EXPECT_THAT(refused->says, HasSubstr("can't be reached"));
        EXPECT_FALSE(refused->what_to_do.empty());
        EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
    }
    EXPECT_TRUE(record.write_access());

    server.start();
    for (int i = 0; i < 10; ++i) EXPECT_EQ(record.save(), std::nullopt);
    EXPECT_EQ(record.saved(), 20U);
    record.close();
    EXPECT_THAT(record.findings(), IsEmpty());
}

}  // namespace
}  // namespace steadfast::crash
