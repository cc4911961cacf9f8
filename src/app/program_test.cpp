#include "app/local/local_client.hpp"
#include "app/local/local_server.hpp"
#include "app/program.hpp"
#include "app/catalogue.hpp"
#include "app/test/folder.hpp"
#include "app/test/running.hpp"
#include "app/workers/enrolment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace steadfast::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The commands that the help of the whole names, each after its two spaces.
std::vector<std::string> commands_named_in(const std::string& help) {
    std::vector<std::string> names;
    const auto from = help.find("Subcommands:\n");
    std::size_t at = from == std::string::npos ? help.size() : help.find('\n', from) + 1;
    while (at < help.size() && help.compare(at, 2, "  ") == 0) {
        if (help[at + 2] != ' ') names.push_back(help.substr(at + 2, help.find_first_of(" \n", at + 2) - at - 2));
        at = help.find('\n', at) + 1;
    }
    return names;
}

void expect_help_of(const std::string& command) {
    const Ran ran = run(command + " --help");
    EXPECT_EQ(ran.exit_code, 0) << command;
    EXPECT_THAT(ran.said, AllOf(HasSubstr("Usage:"), HasSubstr("Example"))) << command;
    for (const std::string& name : commands_named_in(ran.said)) expect_help_of(command + " " + name);
}

/// A store with one worker, added through the program.
struct Council {
    TestFolder folder;
    std::string at = "--store " + folder.store_address();

    Council() {
        std::ofstream(folder / "password") << "seven quiet lighthouses\n";
        EXPECT_EQ(add("amira.khan").exit_code, 0);
    }
    Ran add(const std::string& sign_in) const {
        return run("worker add --name 'Amira Khan' --sign-in " + sign_in + " --as administrator --password-file " +
                   (folder / "password").string() + " " + at);
    }
};

TEST(Program, says_that_no_record_is_where_it_may_not_even_look) {
    // No folder has so long a name, so to look for it is an error, as it is in a folder that is another's.
    const Ran ran = run("worker list --store sqlite:/tmp/" + std::string(300, 'x') + "/record.sqlite");
    EXPECT_THAT(ran.said, AllOf(HasSubstr("There is no record at /tmp/xxx"), HasSubstr("Say with --store where it is."), Not(HasSubstr("fault"))));
}

TEST(Program, helps_with_each_command_and_gives_examples) {
    const Ran whole = run("--help");
    EXPECT_EQ(whole.exit_code, 0);
    const auto names = commands_named_in(whole.said);
    EXPECT_GE(names.size(), 2u);
    for (const std::string& name : names) expect_help_of(name);
}

TEST(Program, ends_with_2_and_says_why_where_it_could_not) {
    EXPECT_EQ(run("").exit_code, 2);
    EXPECT_EQ(run("nonsense").exit_code, 2);
    EXPECT_EQ(run("worker add --name A").exit_code, 2);
    const Ran nowhere = run("worker list --store sqlite:/nonexistent/folder/record.sqlite");
    EXPECT_EQ(nowhere.exit_code, 2);
    EXPECT_THAT(nowhere.said, Not(HasSubstr("fault")));
}

TEST(Program, lets_the_first_administrator_in_and_lists_who_can_sign_in) {
    const Council council;
    const Ran list = run("worker list " + council.at);
    EXPECT_EQ(list.exit_code, 0);
    EXPECT_THAT(list.said, AllOf(HasSubstr("amira.khan"), HasSubstr("Administrator"), HasSubstr("Amira Khan")));
    EXPECT_THAT(list.said, Not(HasSubstr("command line")));
}

TEST(Program, reads_a_password_from_standard_input_too) {
    const Council council;
    const Ran added = run("worker add --name 'Tom Reed' --sign-in tom.reed --as social_worker " + council.at, (council.folder / "password").string());
    EXPECT_EQ(added.exit_code, 0) << added.said;
    const Ran empty = run("worker add --name 'Eve' --sign-in eve --as social_worker " + council.at);
    EXPECT_EQ(empty.exit_code, 2);
    EXPECT_THAT(empty.said, HasSubstr("No password was given"));
}

TEST(Program, asks_for_a_password_at_a_terminal_twice_and_does_not_show_it) {
    const Council council;
    const std::string password = "nine loud submarines";
    AtTerminal terminal({"worker", "add", "--name", "Tom Reed", "--sign-in", "tom.reed", "--as", "social_worker", "--store", council.folder.store_address()});
    EXPECT_THAT(terminal.wait_for("Password for tom.reed: "), HasSubstr("Password for"));
    terminal.type(password + "\n");
    EXPECT_THAT(terminal.wait_for("Again, to be sure: "), HasSubstr("Again"));
    terminal.type(password + "\n");
    const std::string shown = terminal.wait_for("can sign in as tom.reed");
    EXPECT_THAT(shown, AllOf(HasSubstr("can sign in as tom.reed"), Not(HasSubstr("submarines"))));
    EXPECT_EQ(terminal.wait(), 0);
}

TEST(Program, begins_no_record_at_a_mistyped_place) {
    const TestFolder folder;
    const std::string nowhere = (folder / "backup").string();
    for (const std::string& command : std::vector<std::string>{"worker list", "worker end amira", "verify", "backup " + nowhere, "history 00000000000000000000000000000001"})
        EXPECT_EQ(run(command + " --store " + folder.store_address()).exit_code, 2) << command;
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Program, gives_no_sign_in_name_twice) {
    const Council council;
    const Ran again = council.add("Amira.Khan");
    EXPECT_EQ(again.exit_code, 2);
    EXPECT_THAT(again.said, HasSubstr("Somebody signs in as amira.khan already"));
}

TEST(Program, ends_a_workers_access_and_tells_the_items_history) {
    const Council council;
    EXPECT_EQ(run("worker end amira.khan --on 2026-03-31 " + council.at).exit_code, 0);
    EXPECT_THAT(run("worker list " + council.at).said, HasSubstr("left on 31 March 2026"));

    SystemClock clock;
    std::string id;
    {
        const auto record = record::Record::open(council.folder.store_address(), whole_catalogue(), clock).value();
        record->book()->each_of(record::type_of<record::Worker>(), [&](const record::Found& found) {
            if (found.head().version == 2) id = record->book()->item_id(found).text();
        });
    }
    const Ran history = run("history " + id + " " + council.at);
    EXPECT_EQ(history.exit_code, 0);
    EXPECT_THAT(history.said, AllOf(HasSubstr("version 1: saved on "), HasSubstr("by The command line"),
                                    HasSubstr("recorded: Name; Signs in as; Works as"), HasSubstr("version 2"), HasSubstr("changed: Left on")));
    EXPECT_EQ(run("history 00000000000000000000000000000001 " + council.at).exit_code, 2);
}

TEST(Program, runs_its_commands_inside_the_server_that_has_the_store_open) {
    const Council council;
    SystemClock clock;
    const auto record = record::Record::open(council.folder.store_address(), whole_catalogue(), clock).value();

    const Ran refused = run("worker list " + council.at);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.said, HasSubstr("open for writing"));

    const auto server = LocalServer::listen(socket_places(council.folder.store_address()).front()).value();
    server->answer([&](const Order& order, Output& output) { return run_order(order, *record, council.folder.store_address(), output); });
    EXPECT_THAT(run("worker list " + council.at).said, HasSubstr("amira.khan"));
    const Ran added = run("worker add --name 'Tom Reed' --sign-in tom.reed --as social_worker --password-file " +
                          (council.folder / "password").string() + " " + council.at);
    EXPECT_EQ(added.exit_code, 0) << added.said;
    EXPECT_EQ(all_workers(*record->book()).size(), 2u);
    EXPECT_EQ(council.add("amira.khan").exit_code, 2);
}

}  // namespace
}  // namespace steadfast::app
