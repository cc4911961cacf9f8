#include "app/local/socket.hpp"
#include "app/test/running.hpp"
#include "app/test/served.hpp"
#include "ledger/postgresql/scratch_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace steadfast::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// On either kind of store.
class ServeOn : public testing::TestWithParam<std::string> {
protected:
    /// An empty store of the kind.
    std::string address() {
        if (GetParam() == "sqlite") return folder_.store_address();
        const char* server = std::getenv("STEADFAST_TEST_POSTGRESQL");
        if (!server) throw std::runtime_error("Set STEADFAST_TEST_POSTGRESQL=postgresql://..., or STEADFAST_WITHOUT_POSTGRESQL");
        schema_.emplace(server);
        return schema_->address();
    }

private:
    TestFolder folder_;
    std::optional<ledger::postgresql::ScratchSchema> schema_;
};

std::vector<std::string> kinds_of_store() {
    if (std::getenv("STEADFAST_WITHOUT_POSTGRESQL")) return {"sqlite"};
    return {"sqlite", "postgresql"};
}
INSTANTIATE_TEST_SUITE_P(EachStore, ServeOn, testing::ValuesIn(kinds_of_store()), [](const auto& store) { return store.param; });

TEST_P(ServeOn, lets_a_worker_in_answers_its_keepers_and_stops_in_good_order) {
    const Served served(address());
    Running server(served.serve_arguments());
    const int port = port_in(server.wait_for("Serving on"));
    ASSERT_NE(port, 0);

    EXPECT_THAT(ask(port, "GET", "/healthz"), AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("open")));
    const std::string turned_away = ask(port, "GET", "/people");
    EXPECT_THAT(turned_away, AllOf(StartsWith("HTTP/1.1 303"), HasSubstr("/sign-in?next=%2Fpeople"), HasSubstr("Content-Security-Policy: default-src 'none'")));
    const std::string cookie = signed_in_as_amira(port);
    EXPECT_THAT(ask(port, "GET", "/people", cookie), AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("Amira Khan")));
    EXPECT_THAT(ask(port, "GET", "/metrics"), AllOf(HasSubstr("steadfast_requests_total{route=\"GET /people\",status=\"200\"} 1"),
                                                    HasSubstr("steadfast_sign_ins_total 1"), Not(HasSubstr("mira"))));
    EXPECT_THAT(ask(port, "GET", "/nowhere"), StartsWith("HTTP/1.1 404"));

    // A worker who leaves is out at once, though it is another process that is told so.
    EXPECT_EQ(run("worker end amira" + served.at).exit_code, 0);
    EXPECT_THAT(ask(port, "GET", "/people", cookie), StartsWith("HTTP/1.1 303"));

    server.signal(SIGTERM);
    EXPECT_EQ(server.wait(), 0);
    EXPECT_THAT(server.wait_for("nothing more"), AllOf(HasSubstr("stopped"), Not(HasSubstr("Amira")), Not(HasSubstr("amira"))));
    EXPECT_EQ(ask(port, "GET", "/healthz"), "");
    for (const auto& socket : socket_places(served.address)) EXPECT_FALSE(std::filesystem::exists(socket)) << socket;
}

TEST_P(ServeOn, leaves_people_signed_in_over_a_restart_and_signed_out_over_the_next) {
    const Served served(address());
    std::string cookie, form;
    for (const int end : {SIGKILL, SIGTERM, SIGKILL}) {
        Running server(served.serve_arguments());
        const int port = port_in(server.wait_for("Serving on"));
        ASSERT_NE(port, 0);
        if (cookie.empty()) cookie = signed_in_as_amira(port);
        const std::string page = ask(port, "GET", "/people", cookie);
        ASSERT_THAT(page, StartsWith(form.empty() || end != SIGKILL ? "HTTP/1.1 200" : "HTTP/1.1 303"));
        if (end == SIGTERM) {   // With the form of a page from before the restart.
            EXPECT_THAT(ask(port, "POST", "/sign-out", cookie, "form_token=" + form), AllOf(StartsWith("HTTP/1.1 303"), HasSubstr("Max-Age=0")));
        }
        if (form.empty()) form = form_token_in(page);
        server.signal(end);
        EXPECT_EQ(server.wait(), end == SIGTERM ? 0 : -1);
    }
}

TEST(Serve, starts_a_second_time_at_once_on_the_same_port_even_after_a_kill) {
    const Served served;
    std::string port;
    {
        Running server(served.serve_arguments());
        port = std::to_string(port_in(server.wait_for("Serving on")));
        ASSERT_NE(port, "0");
        server.signal(SIGKILL);
        EXPECT_EQ(server.wait(), -1);
    }
    Running again(served.serve_arguments(port));
    EXPECT_THAT(again.wait_for("Serving on"), HasSubstr("Serving on http://127.0.0.1:" + port));
    again.signal(SIGINT);
    EXPECT_EQ(again.wait(), 0);
}

TEST_P(ServeOn, refuses_a_second_server_on_the_same_record) {
    const Served served(address());
    Running server(served.serve_arguments());
    ASSERT_NE(port_in(server.wait_for("Serving on")), 0);
    Running second(served.serve_arguments());
    EXPECT_EQ(second.wait(), 2);
    EXPECT_THAT(second.wait_for("nothing more"), HasSubstr("writ"));
    EXPECT_EQ(run("worker list" + served.at).exit_code, 0);   // The first one's socket is still there.
}

TEST(Serve, says_what_is_wrong_with_how_it_was_asked_to_serve) {
    const Served served;
    const std::string serve = "serve --port 0" + served.at;
    const Ran no_assets = run(serve + " --assets /nonexistent");
    EXPECT_EQ(no_assets.exit_code, 2);
    const Ran no_anchors = run(serve + " --assets " + (served.folder / "assets").string() + " --anchor /nonexistent");
    EXPECT_EQ(no_anchors.exit_code, 2);
    EXPECT_THAT(no_anchors.said, HasSubstr("no folder /nonexistent"));
    EXPECT_EQ(run("serve --port 99999" + served.at).exit_code, 2);
}

TEST_P(ServeOn, imports_a_return_while_it_serves_and_adds_nothing_the_second_time) {
    const Served served(address());
    Running server(served.serve_arguments());
    const int port = port_in(server.wait_for("Serving on"));
    ASSERT_NE(port, 0);
    std::ofstream(served.folder / "header.csv") << "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,26/05/2012,WBRI,UN4,,\n102,2,31/02/2013,WBRI,UN4,,\n";
    const std::string import = "import ssda903 --year 2025 --findings " + (served.folder / "findings.csv").string() + " " +
                               (served.folder / "header.csv").string() + served.at;
    const Ran first = run(import);
    EXPECT_EQ(first.exit_code, 1) << first.said;   // 31 February.
    EXPECT_THAT(ask(port, "GET", "/metrics"), HasSubstr("steadfast_ledger_head"));
    EXPECT_TRUE(std::filesystem::exists(served.folder / "findings.csv"));
    const Ran second = run(import);
    EXPECT_THAT(second.said, HasSubstr("Nothing was recorded")) << second.said;
}

TEST(Demo, makes_a_council_once_says_who_can_sign_in_and_serves_it_again_at_once) {
    const Served served;
    const std::string address = "sqlite:" + (served.folder / "demo.sqlite").string();
    const std::vector<std::string> arguments{"demo", "--store", address, "--port", "0", "--assets", (served.folder / "assets").string(), "--date", "2026-03-31"};
    std::string first;
    {
        Running demo(arguments);
        first = demo.wait_for("Ctrl-C stops it");
        const int port = port_in(first);
        ASSERT_NE(port, 0) << first;
        std::istringstream line(first.substr(first.find("Role\n") + 5));
        std::string name, password;
        line >> name >> password;
        EXPECT_THAT(ask(port, "POST", "/sign-in", "", "name=" + name + "&password=" + password + "&next="), StartsWith("HTTP/1.1 303")) << name << " " << password;
        EXPECT_THAT(ask(port, "GET", "/sign-in"), HasSubstr("Everybody in this record is invented."));
        demo.signal(SIGINT);
        EXPECT_EQ(demo.wait(), 0);
    }
    Running again(arguments);
    const std::string second = again.wait_for("Ctrl-C stops it");
    EXPECT_EQ(second.substr(second.find("Sign in as")), first.substr(first.find("Sign in as")));
}

TEST(Demo, leaves_a_record_alone_that_it_did_not_make) {
    const Served served;
    const Ran refused = run("demo --port 0" + served.at);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.said, HasSubstr("no demonstration made"));
}

TEST(Keeping, finds_a_changed_entry_and_says_where) {
    const Served served;
    const Ran sound = run("verify" + served.at);
    EXPECT_EQ(sound.exit_code, 0) << sound.said;
    EXPECT_THAT(sound.said, HasSubstr("2 entries stand as they were recorded"));
    served.tamper("Amira Khan", "Emira Khan");
    const Ran changed = run("verify" + served.at);
    EXPECT_EQ(changed.exit_code, 1) << changed.said;
    EXPECT_THAT(changed.said, AllOf(HasSubstr("Entry 2"), HasSubstr("1 finding in 2 entries")));
}

TEST(Keeping, finds_by_the_anchor_that_a_record_was_replaced_as_a_whole) {
    const Served served;
    {
        Running server(served.serve_arguments());
        ASSERT_NE(port_in(server.wait_for("Serving on")), 0);
        server.signal(SIGTERM);
        EXPECT_EQ(server.wait(), 0);
    }
    const std::string anchor = (served.folder / "anchors" / "anchors.txt").string();
    ASSERT_TRUE(std::filesystem::exists(anchor));
    EXPECT_EQ(run("verify --anchor " + anchor + served.at).exit_code, 0);

    const Served another;
    EXPECT_EQ(run("verify" + another.at).exit_code, 0);
    const Ran replaced = run("verify --anchor " + anchor + another.at);
    EXPECT_EQ(replaced.exit_code, 1) << replaced.said;
    EXPECT_EQ(run("verify --anchor /nonexistent" + served.at).exit_code, 2);
}

TEST(Keeping, backs_up_while_the_record_is_in_use_and_restores_into_a_new_one_alone) {
    const Served served;
    const std::string backup = (served.folder / "backup.sqlite").string();
    {
        Running server(served.serve_arguments());
        ASSERT_NE(port_in(server.wait_for("Serving on")), 0);
        EXPECT_EQ(run("backup " + backup + served.at).exit_code, 0);
    }
    EXPECT_EQ(run("backup " + backup + served.at).exit_code, 2);

    const std::string fresh = " --store sqlite:" + (served.folder / "fresh.sqlite").string();
    const Ran careless = run("restore " + backup + fresh);
    EXPECT_EQ(careless.exit_code, 2);
    EXPECT_THAT(careless.said, HasSubstr("no register of destructions"));
    EXPECT_FALSE(std::filesystem::exists(served.folder / "fresh.sqlite"));
    EXPECT_EQ(run("restore --nothing-was-destroyed " + backup + fresh).exit_code, 0);
    EXPECT_THAT(run("worker list" + fresh).said, HasSubstr("Amira Khan"));
    EXPECT_EQ(run("verify" + fresh).exit_code, 0);
    EXPECT_EQ(run("restore --nothing-was-destroyed " + backup + fresh).exit_code, 2);
    EXPECT_EQ(run("restore --nothing-was-destroyed " + backup + served.at).exit_code, 2);
}

}  // namespace
}  // namespace steadfast::app
