#include "web/server/serving.hpp"

#include <gmock/gmock.h>
#include <thread>

namespace steadfast::web {

using testing::HasSubstr;
using testing::StartsWith;
using namespace std::chrono_literals;

TEST_F(Serving, is_not_held_up_by_requests_half_sent) {
    start();
    std::vector<TestClient> dawdling;
    for (int i = 0; i < 200; ++i) {
        dawdling.push_back(client());
        dawdling.back().send(i % 2 == 0 ? "GET /hello HTTP/1.1\r\nHos"
                                        : "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nnote=");
    }
    EXPECT_EQ(client().ask(get_hello).body, "hello");
    dawdling[0].send("t: x\r\n\r\n");
    EXPECT_EQ(dawdling[0].read_answer().body, "hello");
}

TEST_F(Serving, lets_an_answer_come_later_from_another_thread) {
    start();
    auto asking = client();
    asking.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    Reply reply = held_.get_future().get();
    EXPECT_EQ(client().ask(get_hello).body, "hello") << "others are served meanwhile";
    std::thread([reply = std::move(reply)]() mutable { reply(Response::text("at last")); }).join();
    EXPECT_EQ(asking.read_answer().body, "at last");
    EXPECT_EQ(asking.ask(get_hello).body, "hello") << "the connection goes on";
}

TEST_F(Serving, bears_a_visitor_who_leaves_before_the_answer) {
    start();
    {
        auto asking = client();
        asking.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
        Reply reply = held_.get_future().get();
        asking.close();
        std::this_thread::sleep_for(20ms);
        reply(Response::text("nobody reads this"));
    }
    EXPECT_EQ(client().ask(get_hello).body, "hello");
}

TEST_F(Serving, keeps_slow_work_off_the_reading_thread) {
    start();
    auto asking = client();
    asking.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    slow_begun_.acquire();
    EXPECT_EQ(client().ask(get_hello).body, "hello") << "while the slow one is still at work";
    slow_may_end_.release();
    EXPECT_EQ(asking.read_answer().body, "slow");
}

TEST_F(Serving, says_so_when_too_many_wait_for_the_workers) {
    ServerOptions options;
    options.worker_threads = 1;
    options.limits.waiting_for_workers = 1;
    start(options);
    std::vector<TestClient> waiting;
    for (int i = 0; i < 6; ++i) {
        waiting.push_back(client());
        waiting.back().send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    slow_begun_.acquire();
    std::this_thread::sleep_for(100ms);  // The others arrive meanwhile; the one worker is held.
    slow_may_end_.release(6);
    int refused = 0;
    for (auto& each : waiting) refused += each.read_answer().head.starts_with("HTTP/1.1 503") ? 1 : 0;
    EXPECT_GE(refused, 3);
    EXPECT_LE(refused, 5);
}

TEST_F(Serving, answers_500_for_a_route_that_throws_or_forgets) {
    start();
    auto asking = client();
    EXPECT_THAT(asking.ask("GET /throws HTTP/1.1\r\nHost: x\r\n\r\n").head, StartsWith("HTTP/1.1 500"));
    EXPECT_THAT(asking.ask("GET /forgets HTTP/1.1\r\nHost: x\r\n\r\n").head, StartsWith("HTTP/1.1 500"));
    EXPECT_EQ(asking.ask(get_hello).body, "hello");
    EXPECT_THAT(faults(), testing::Contains("GET /throws: on purpose"));
    EXPECT_THAT(faults(), testing::Contains("GET /forgets was left without an answer"));
}

TEST_F(Serving, cuts_off_who_sends_a_byte_now_and_then_for_ever) {
    ServerOptions options;
    options.limits.whole_request_seconds = 1;
    start(options);
    auto dawdling = client();
    dawdling.send("GET /hello HTTP/1.1\r\n");
    const auto began = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - began < 20s && !dawdling.was_closed()) {
        dawdling.send("X");
        std::this_thread::sleep_for(100ms);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - began, 15s);
}

TEST_F(Serving, finishes_what_is_running_when_it_stops) {
    start();
    auto asking = client();
    asking.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    slow_begun_.acquire();
    auto half = client();
    half.send("GET /hel");
    std::thread soon([this] {
        std::this_thread::sleep_for(200ms);
        slow_may_end_.release();
    });
    const auto began = std::chrono::steady_clock::now();
    server_->stop(30s);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 15s) << "a half-sent request must not hold it up";
    soon.join();
    EXPECT_EQ(asking.read_answer().body, "slow");
    EXPECT_FALSE(TestClient::can_connect(server_->port()));
}

TEST_F(Serving, tells_those_it_cannot_finish_when_it_stops) {
    start();
    auto asking = client();
    asking.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    Reply reply = held_.get_future().get();
    server_->stop(50ms);
    EXPECT_THAT(asking.read_answer().head, StartsWith("HTTP/1.1 503"));
    server_.reset();
    reply(Response::text("too late, and harmless"));
}

TEST_F(Serving, starts_again_at_once_on_the_same_port_and_says_if_it_is_taken) {
    start();
    ServerOptions same;
    same.port = server_->port();
    const auto second = Server::start(Router(), same, clock_);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().says, HasSubstr("something else listens there"));
    EXPECT_EQ(client().ask(get_hello).body, "hello");
    server_->stop();
    EXPECT_TRUE(Server::start(Router(), same, clock_));
}

}  // namespace steadfast::web
