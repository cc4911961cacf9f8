#include "app/local/local_client.hpp"
#include "app/local/local_server.hpp"
#include "app/test/folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <future>

namespace steadfast::app {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

const Order an_order{{"import", "ssda903", "2025"}, "/srv/returns", ""};

/// A server whose only command is the test's.
struct Listening {
    explicit Listening(LocalServer::Run run) {
        auto made = LocalServer::listen(folder / "record.sqlite-socket");
        server = std::move(made.value());
        server->answer(std::move(run));
    }
    Socket connect() const { return connect_to(server->path()).value(); }
    Ending send(const Order& order, Output& output) const { return send_order(connect(), order, output); }

    TestFolder folder;
    std::unique_ptr<LocalServer> server;
};

TEST(LocalSocket, runs_a_command_in_the_server_and_brings_back_what_it_says_and_how_it_ended) {
    Order arrived;
    const Listening listening([&](const Order& order, Output& output) {
        arrived = order;
        output.progress({"Reading", 1, 2});
        output.say("3 rows are new");
        output.complain("1 row was rejected");
        output.progress({"Reading", 2, 2});
        return Ending::findings;
    });
    HeardOutput heard;
    const Order order{{"worker", "add", "--name", "Zoë \"Z\" O'Neill"}, "/home/a b", "hard to guess, this"};
    EXPECT_EQ(listening.send(order, heard), Ending::findings);
    EXPECT_EQ(arrived, order);
    EXPECT_THAT(heard.said, ElementsAre("3 rows are new"));
    EXPECT_THAT(heard.complained, ElementsAre("1 row was rejected"));
    EXPECT_THAT(heard.steps, ElementsAre("Reading 1/2", "Reading 2/2"));
}

TEST(LocalSocket, is_open_to_its_own_user_alone) {
    const Listening listening([](const Order&, Output&) { return Ending::well; });
    struct stat facts{};
    ASSERT_EQ(::stat(listening.server->path().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0600u);
    EXPECT_EQ(listening.connect().user_at_the_other_end(), ::geteuid());
}

TEST(LocalSocket, keeps_a_command_waiting_while_the_record_is_still_opening) {
    const TestFolder folder;
    auto server = LocalServer::listen(folder / "s").value();
    auto asked = std::async(std::launch::async, [&] {
        HeardOutput heard;
        return send_order(connect_to(server->path()).value(), an_order, heard);
    });
    EXPECT_EQ(asked.wait_for(50ms), std::future_status::timeout);
    server->answer([](const Order&, Output&) { return Ending::well; });
    EXPECT_EQ(asked.get(), Ending::well);
}

TEST(LocalSocket, breaks_a_line_too_long_for_one_frame) {
    const std::string line(most_told_bytes + 10, 'a');
    const Listening listening([&](const Order&, Output& output) {
        output.say(line);
        return Ending::well;
    });
    HeardOutput heard;
    EXPECT_EQ(listening.send(an_order, heard), Ending::well);
    ASSERT_EQ(heard.said.size(), 2u);
    EXPECT_EQ(heard.said[0] + heard.said[1], line);
}

TEST(LocalSocket, refuses_an_order_longer_than_it_takes_before_reading_it) {
    const Listening listening([](const Order&, Output&) { return Ending::well; });
    HeardOutput heard;
    EXPECT_EQ(listening.send({{std::string(most_order_bytes, 'a')}, "/", ""}, heard), Ending::could_not);
    EXPECT_THAT(heard.complained, ElementsAre(HasSubstr("too long to send")));

    const Socket rude = listening.connect();
    ASSERT_TRUE(rude.send(std::string("C\xFF\xFF\xFF\xFF", 5)));
    const auto head = rude.receive(frame_head_bytes);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->front(), 'e');
}

TEST(LocalSocket, refuses_nonsense_and_goes_on_serving) {
    std::atomic<int> ran = 0;
    const Listening listening([&](const Order&, Output&) {
        ++ran;
        return Ending::well;
    });
    const std::string good = order_frame(an_order).value();
    for (const std::string& nonsense : {std::string("GET / HTTP/1.1\r\n\r\n"), std::string("C\0\0\0\1\7", 6), std::string("X\0\0\0\0", 5),
                                        good.substr(0, good.size() - 1), std::string()}) {
        const Socket rude = listening.connect();
        (void)rude.send(nonsense);
    }
    HeardOutput heard;
    EXPECT_EQ(listening.send(an_order, heard), Ending::well);
    EXPECT_EQ(ran, 1);
}

TEST(LocalSocket, reads_any_order_that_it_wrote_and_refuses_each_cut_of_it) {
    const Order order{{"a", "", std::string("\0\xFF", 2)}, "/x", "p"};
    const std::string frame = order_frame(order).value();
    const FrameHead head = read_frame_head(frame.substr(0, frame_head_bytes));
    const std::string bytes = frame.substr(frame_head_bytes);
    EXPECT_EQ(head.bytes, bytes.size());
    EXPECT_EQ(read_order(head, bytes), order);
    for (std::size_t kept = 0; kept < bytes.size(); ++kept) EXPECT_FALSE(read_order(head, std::string_view(bytes).substr(0, kept)));
    EXPECT_FALSE(read_order(head, bytes + "x"));
    EXPECT_FALSE(read_order(head, order_frame({{"a"}, "not/absolute", ""}).value().substr(frame_head_bytes)));
}

TEST(LocalSocket, lets_a_command_finish_though_its_caller_went_away) {
    std::promise<void> gone;
    std::promise<void> finished;
    const Listening listening([&](const Order&, Output& output) {
        gone.get_future().wait();
        for (int i = 0; i < 1000; ++i) output.say(std::string(10'000, 'a'));
        finished.set_value();
        return Ending::well;
    });
    {
        const Socket caller = listening.connect();
        ASSERT_TRUE(caller.send(order_frame(an_order).value()));
    }
    gone.set_value();
    EXPECT_EQ(finished.get_future().wait_for(10s), std::future_status::ready);
}

TEST(LocalSocket, serves_others_while_one_takes_long_and_refuses_more_than_it_can) {
    std::promise<void> let_go;
    const std::shared_future<void> released = let_go.get_future().share();
    std::atomic<std::size_t> running = 0;
    const Listening listening([&](const Order&, Output&) {
        ++running;
        released.wait();
        return Ending::well;
    });
    std::vector<std::future<Ending>> asked;
    for (std::size_t i = 0; i < LocalServer::most_at_once; ++i)
        asked.push_back(std::async(std::launch::async, [&] {
            HeardOutput heard;
            return listening.send(an_order, heard);
        }));
    while (running < LocalServer::most_at_once) std::this_thread::sleep_for(1ms);

    HeardOutput heard;
    EXPECT_EQ(listening.send(an_order, heard), Ending::could_not);
    EXPECT_THAT(heard.complained, ElementsAre(HasSubstr("Too many commands")));
    let_go.set_value();
    for (auto& one : asked) EXPECT_EQ(one.get(), Ending::well);
}

TEST(LocalSocket, says_that_the_server_went_away_before_the_command_was_done) {
    std::promise<void> let_go;
    Listening listening([&](const Order&, Output&) {
        let_go.get_future().wait();
        return Ending::well;
    });
    HeardOutput heard;
    auto asked = std::async(std::launch::async, [&] { return listening.send(an_order, heard); });
    while (listening.server->running() == 0) std::this_thread::sleep_for(1ms);
    EXPECT_FALSE(listening.server->stop(10ms));
    EXPECT_EQ(asked.get(), Ending::could_not);
    EXPECT_THAT(heard.complained, ElementsAre(HasSubstr("went away")));
    EXPECT_FALSE(std::filesystem::exists(listening.server->path()));
    let_go.set_value();
}

TEST(LocalSocket, tells_a_fault_of_the_program_from_a_refusal) {
    const Listening listening([](const Order&, Output&) -> Ending { throw std::runtime_error("a wrong turn"); });
    HeardOutput heard;
    EXPECT_EQ(listening.send(an_order, heard), Ending::could_not);
    EXPECT_THAT(heard.complained, ElementsAre(HasSubstr("fault of the program: a wrong turn")));
}

TEST(SocketPlaces, stand_beside_an_sqlite_file_however_its_path_is_spelt) {
    const TestFolder folder;
    const auto plain = socket_places("sqlite:" + (folder / "record.sqlite").string());
    const auto crooked = socket_places("sqlite:" + (folder / "x/../record.sqlite").string());
    ASSERT_FALSE(plain.empty());
    EXPECT_EQ(plain.front(), folder / "record.sqlite-socket");
    EXPECT_EQ(plain, crooked);
}

TEST(SocketPlaces, come_from_the_databases_place_and_not_from_who_signs_in_there) {
    const auto one = socket_places("postgresql://anna:secret@db.example:5432/record?sslmode=require");
    EXPECT_EQ(one, socket_places("postgresql://ben:other@db.example:5432/record"));
    EXPECT_NE(one, socket_places("postgresql://anna:secret@db.example:5432/other"));
    EXPECT_NE(one, socket_places("postgresql://anna:secret@db.example:5432/record?options=-csearch_path%3Dother"));
    ASSERT_FALSE(one.empty());
    EXPECT_EQ(one.front().string().find("secret"), std::string::npos);
}

TEST(FindServer, finds_none_where_nobody_listens_and_the_one_who_does) {
    const TestFolder folder;
    const std::string address = folder.store_address();
    EXPECT_FALSE(find_server(address).value());
    const auto server = LocalServer::listen(socket_places(address).front()).value();
    server->answer([](const Order&, Output&) { return Ending::well; });
    EXPECT_TRUE(find_server(address).value());
}

}  // namespace
}  // namespace steadfast::app
