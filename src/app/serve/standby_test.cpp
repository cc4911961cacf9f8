#include "app/test/served.hpp"
#include "ledger/postgresql/scratch_schema.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <optional>
#include <thread>

namespace steadfast::app {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Two servers on one record in PostgreSQL.
class TakingOver : public testing::Test {
protected:
    void SetUp() override {
        const char* server = std::getenv("STEADFAST_TEST_POSTGRESQL");
        if (!server) {
            if (std::getenv("STEADFAST_WITHOUT_POSTGRESQL")) GTEST_SKIP() << "STEADFAST_WITHOUT_POSTGRESQL is set";
            FAIL() << "Set STEADFAST_TEST_POSTGRESQL=postgresql://..., or STEADFAST_WITHOUT_POSTGRESQL";
        }
        schema_.emplace(server);
        served_.emplace(schema_->address());
    }

    std::unique_ptr<Running> start() const {
        auto arguments = served_->serve_arguments();
        arguments.emplace_back("--standby");
        return std::make_unique<Running>(std::move(arguments));
    }
    void start_both() {
        first_ = start();
        first_port_ = port_in(first_->wait_for("Serving on"));
        second_ = start();
        second_port_ = port_in(second_->wait_for("ready to take over"));
        ASSERT_NE(first_port_, 0);
        ASSERT_NE(second_port_, 0);
    }
    Ran add_worker(int number) const {
        return run(fmt::format("worker add --name 'Worker {0}' --sign-in worker{0} --as social_worker --password-file {1}{2}", number,
                               (served_->folder / "password").string(), served_->at));
    }
    /// Up to which entry the second server has followed; 0 where it does not say.
    int entry_followed() const {
        constexpr std::string_view says = "up to entry ";
        const std::string answer = ask(second_port_, "GET", "/standby");
        const auto at = answer.find(says);
        return at == std::string::npos ? 0 : std::atoi(answer.c_str() + at + says.size());
    }
    std::string workers() const { return run("worker list" + served_->at).said; }
    /// What the server shows and saves after it took over, and what a fresh reading of the record says about it.
    void expect_all_is_there_and_goes_on(int workers_before) {
        EXPECT_THAT(ask(second_port_, "GET", "/healthz"), StartsWith("HTTP/1.1 200"));
        EXPECT_THAT(ask(second_port_, "GET", "/standby"), StartsWith("HTTP/1.1 503"));
        EXPECT_THAT(ask(second_port_, "POST", "/sign-in", "", "name=amira&password=seven+quiet+lighthouses&next="), StartsWith("HTTP/1.1 303"));
        const Ran added = add_worker(workers_before + 1);
        EXPECT_EQ(added.exit_code, 0) << added.said;
        const std::string shown = workers();
        for (int i = 1; i <= workers_before + 1; ++i) EXPECT_THAT(shown, HasSubstr(fmt::format("Worker {}", i)));
        second_->signal(SIGTERM);
        EXPECT_EQ(second_->wait(), 0);
        EXPECT_EQ(workers(), shown) << "a fresh replay has what the Book had";
        EXPECT_EQ(run("verify" + served_->at).exit_code, 0);
    }

    std::optional<ledger::postgresql::ScratchSchema> schema_;
    std::optional<Served> served_;
    std::unique_ptr<Running> first_;
    std::unique_ptr<Running> second_;
    int first_port_ = 0;
    int second_port_ = 0;
};

TEST_F(TakingOver, waits_while_another_serves_and_says_so_to_everybody_who_asks) {
    start_both();
    EXPECT_THAT(ask(first_port_, "GET", "/healthz"), StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(ask(first_port_, "GET", "/standby"), StartsWith("HTTP/1.1 503"));
    EXPECT_THAT(ask(second_port_, "GET", "/healthz"), AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("Standing by"), HasSubstr("up to entry ")));
    EXPECT_THAT(ask(second_port_, "GET", "/standby"), AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("following, up to entry ")));
    EXPECT_THAT(ask(second_port_, "GET", "/people"), AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("stands by for another one"), HasSubstr("</html>")));
    EXPECT_THAT(ask(second_port_, "POST", "/sign-in", "", "name=amira&password=seven+quiet+lighthouses&next="),
                AllOf(StartsWith("HTTP/1.1 503"), Not(HasSubstr("Set-Cookie"))));

    // Numbers alone would not do: an hour that ends just now adds the seal of the access log.
    const int before = entry_followed();
    EXPECT_GE(before, 2);
    EXPECT_EQ(add_worker(1).exit_code, 0);
    for (int tries = 0; tries < 100 && entry_followed() <= before; ++tries) std::this_thread::sleep_for(20ms);
    EXPECT_GT(entry_followed(), before);

    second_->signal(SIGTERM);
    EXPECT_EQ(second_->wait(), 0);
    EXPECT_THAT(ask(first_port_, "GET", "/healthz"), StartsWith("HTTP/1.1 200"));
}

TEST_F(TakingOver, follows_a_writer_that_was_killed_and_loses_nothing_that_was_acknowledged) {
    start_both();
    int acknowledged = 0;
    while (acknowledged < 5 && add_worker(acknowledged + 1).exit_code == 0) ++acknowledged;
    ASSERT_EQ(acknowledged, 5);
    const std::string cookie = signed_in_as_amira(first_port_);
    const std::string form = form_token_in(ask(first_port_, "GET", "/people", cookie));
    first_->signal(SIGKILL);
    EXPECT_THAT(second_->wait_for("Serving on"), HasSubstr("ms after the record was this server's"));
    EXPECT_THAT(ask(second_port_, "GET", "/people", cookie), StartsWith("HTTP/1.1 200")) << "still signed in";
    EXPECT_THAT(ask(second_port_, "POST", "/search", cookie, "form_token=" + form + "&words=nobody"), StartsWith("HTTP/1.1 200"))
        << "a form of the killed server's is taken";
    expect_all_is_there_and_goes_on(acknowledged);
}

TEST_F(TakingOver, follows_a_writer_that_stopped_in_good_order) {
    start_both();
    ASSERT_EQ(add_worker(1).exit_code, 0);
    first_->signal(SIGTERM);
    EXPECT_EQ(first_->wait(), 0);
    EXPECT_THAT(second_->wait_for("Serving on"), HasSubstr("Serving on"));
    expect_all_is_there_and_goes_on(1);
}

TEST_F(TakingOver, ends_a_writer_that_was_cut_off_while_it_slept) {
    start_both();
    first_->signal(SIGSTOP);
    // As a server does whose network no longer reaches that machine.
    ASSERT_TRUE(schema_->cut_off(fmt::format("process {}", first_->process())));
    EXPECT_THAT(second_->wait_for("Serving on"), HasSubstr("Serving on"));
    EXPECT_EQ(add_worker(1).exit_code, 0);

    first_->signal(SIGCONT);
    EXPECT_EQ(first_->wait(), 2);
    EXPECT_THAT(first_->wait_for("nothing more"), HasSubstr("another server has taken this record over: this one ends"));
    expect_all_is_there_and_goes_on(1);   // Through the socket of the one that writes now.
}

TEST_F(TakingOver, leaves_the_record_to_its_writer_where_the_database_cut_both_off) {
    start_both();
    for (const auto* server : {second_.get(), first_.get()}) ASSERT_TRUE(schema_->cut_off(fmt::format("process {}", server->process())));
    EXPECT_THAT(second_->wait_for("the database is back"), HasSubstr("the database is back"));
    std::this_thread::sleep_for(3500ms);
    EXPECT_THAT(ask(first_port_, "GET", "/healthz"), StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(ask(second_port_, "GET", "/standby"), StartsWith("HTTP/1.1 200"));
    EXPECT_EQ(add_worker(1).exit_code, 0);
}

TEST_F(TakingOver, is_offered_to_a_second_server_that_did_not_ask_for_it) {
    first_ = start();
    ASSERT_NE(port_in(first_->wait_for("Serving on")), 0);
    Running second(served_->serve_arguments());
    EXPECT_EQ(second.wait(), 2);
    EXPECT_THAT(second.wait_for("nothing more"), AllOf(HasSubstr("Another process writes to this record: steadfast writer on"), HasSubstr("--standby")));
}

TEST_F(TakingOver, begins_a_record_where_there_is_none_yet) {
    served_.reset();
    schema_.emplace(std::getenv("STEADFAST_TEST_POSTGRESQL"));
    TestFolder folder;
    std::filesystem::create_directory(folder / "assets");
    for (const char* name : {"steadfast.css", "steadfast.js", "search.js", "favicon.svg"}) std::ofstream(folder / "assets" / name) << "/**/";
    Running server({"serve", "--store", schema_->address(), "--port", "0", "--assets", (folder / "assets").string(), "--standby"});
    const int port = port_in(server.wait_for("Serving on"));
    EXPECT_THAT(ask(port, "GET", "/healthz"), StartsWith("HTTP/1.1 200"));
}

TEST(StandingBy, makes_no_sense_for_one_file) {
    const Served served;
    auto arguments = served.serve_arguments();
    arguments.emplace_back("--standby");
    Running server(std::move(arguments));
    EXPECT_EQ(server.wait(), 2);
    EXPECT_THAT(server.wait_for("nothing more"), AllOf(HasSubstr("SQLite"), HasSubstr("PostgreSQL")));
}

}  // namespace
}  // namespace steadfast::app
