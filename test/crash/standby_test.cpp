#include "asked.hpp"
#include "ledger/ledger.hpp"
#include "ledger/postgresql/scratch_schema.hpp"
#include "postgresql_server.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

namespace steadfast::crash {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

/// A second server that copies the private PostgreSQL as it goes along, as a council's standby does.
class Standby {
public:
    explicit Standby(const std::string& primary) : primary_(primary) {
        std::string name = (std::filesystem::temp_directory_path() / "steadfast-standby-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the standby");
        folder_ = name;
        run(fmt::format("chown postgres '{}'", folder_), false);
        run(fmt::format("{}/pg_basebackup --pgdata='{}/data' --checkpoint=fast --write-recovery-conf --dbname='{}'", programs, folder_, primary_));
        for (int tries = 0; tries < 5 && port_ == 0; ++tries) {
            const int port = 20'000 + static_cast<int>(hash_of(IdBytes::random()) % 12'000);
            const auto options = fmt::format("-c port={} -c listen_addresses=127.0.0.1 -c unix_socket_directories={}", port, folder_);
            const auto start = fmt::format("{0}/pg_ctl --pgdata='{1}/data' --log='{1}/log' --options='{2}' --wait --silent start", programs, folder_, options);
            if (try_to_run(start)) port_ = port;
        }
        if (port_ == 0) throw std::runtime_error("the standby does not start");
    }
    ~Standby() {
        try_to_run(fmt::format("{}/pg_ctl --pgdata='{}/data' --mode=immediate --silent stop", programs, folder_));
        std::filesystem::remove_all(folder_);
    }
    Standby(const Standby&) = delete;
    Standby& operator=(const Standby&) = delete;

    /// The same address as one of the primary's, on this server instead.
    [[nodiscard]] std::string instead_of(std::string address) const { return address.replace(address.find("127.0.0.1:"), port_place(address), here()); }
    /// Both hosts in one address, this one first, for whoever wants the one that takes saves.
    [[nodiscard]] std::string before(std::string address) const {
        return address.insert(address.find("127.0.0.1:"), here() + ',') + "&target_session_attrs=read-write";
    }
    void run_sql(const std::string& sql) const {
        auto connection = ledger::postgresql::Connection::open(instead_of(primary_), "test");
        if (!connection || !connection->run(sql)) throw std::runtime_error("the standby did not do it: " + sql);
    }

private:
    static constexpr const char* programs = "/usr/lib/postgresql/15/bin";

    [[nodiscard]] std::string here() const { return fmt::format("127.0.0.1:{}", port_); }
    static std::size_t port_place(const std::string& address) {
        const auto start = address.find("127.0.0.1:");
        return address.find('/', start) - start;
    }
    static bool try_to_run(const std::string& command, bool as_postgres = true) {
        // PostgreSQL refuses to run as root.
        const bool lend = as_postgres && geteuid() == 0;
        const std::string whole = (lend ? "cd / && exec setpriv --reuid=postgres --regid=postgres --init-groups " : "exec ") + command + " >/dev/null 2>&1";
        return std::system(whole.c_str()) == 0;
    }
    static void run(const std::string& command, bool as_postgres = true) {
        if (!as_postgres && geteuid() != 0) return;
        if (!try_to_run(command, as_postgres)) throw std::runtime_error("this did not work: " + command.substr(0, command.find("--dbname")));
    }

    std::string primary_;
    std::string folder_;
    int port_ = 0;
};

class AStandby : public testing::Test {
protected:
    void SetUp() override {
        if (std::getenv("STEADFAST_WITHOUT_POSTGRESQL") != nullptr) GTEST_SKIP() << "STEADFAST_WITHOUT_POSTGRESQL is set";
        server_.emplace(PostgresqlServer::from_environment());
        schema_.emplace(server_->address());
        writer_ = std::make_unique<ledger::Ledger>(*ledger::open_store(schema_->address(), ledger::Mode::write), clock_);
        save();
        standby_.emplace(server_->address());
    }
    void TearDown() override {
        standby_.reset();
        writer_.reset();
        schema_.reset();
    }

    void save() {
        ++saved_;
        ASSERT_TRUE(writer_->save_and_wait({changes_of({saved_, saved_, 0, 0}).front()}));
    }
    [[nodiscard]] std::unique_ptr<ledger::Store> reader() const {
        return std::move(*ledger::open_store(standby_->instead_of(schema_->address()), ledger::Mode::read_only));
    }

    const SystemClock clock_;
    std::optional<PostgresqlServer> server_;
    std::optional<ledger::postgresql::ScratchSchema> schema_;
    std::unique_ptr<ledger::Ledger> writer_;
    std::optional<Standby> standby_;
    std::uint64_t saved_ = 0;
};

TEST_F(AStandby, follows_and_says_so_when_it_is_more_than_five_seconds_behind) {
    const auto store = reader();
    save();
    EXPECT_EQ(store->follow(1, 5000)->seq, 2U);

    standby_->run_sql("SELECT pg_wal_replay_pause()");
    save();
    EXPECT_EQ(store->follow(2, 100)->seq, 2U) << "a moment behind is no reason to refuse";
    std::this_thread::sleep_for(6500ms);
    const auto behind = store->follow(2, 100);
    ASSERT_FALSE(behind);
    EXPECT_EQ(behind.error().kind, Refusal::Kind::unavailable);
    EXPECT_THAT(behind.error().says, HasSubstr("seconds behind"));

    standby_->run_sql("SELECT pg_wal_replay_resume()");
    for (int tries = 0; tries < 50 && !store->follow(2, 100); ++tries) std::this_thread::sleep_for(50ms);
    EXPECT_EQ(store->follow(2, 5000)->seq, 3U);
}

TEST_F(AStandby, takes_no_saves_and_is_passed_over_for_the_server_that_does) {
    writer_.reset();
    const auto refused = ledger::open_store(standby_->instead_of(schema_->address()), ledger::Mode::write);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().whole(), HasSubstr("target_session_attrs=read-write"));

    auto found = ledger::open_store(standby_->before(schema_->address()), ledger::Mode::write);
    ASSERT_TRUE(found) << found.error().whole();
    writer_ = std::make_unique<ledger::Ledger>(std::move(*found), clock_);
    save();
    EXPECT_EQ(writer_->head().seq, 2U);
}

}  // namespace
}  // namespace steadfast::crash
