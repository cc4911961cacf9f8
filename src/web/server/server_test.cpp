#include "web/server.hpp"

#include "web/strict_headers.hpp"
#include "web/server/test_client.hpp"

#include <atomic>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <thread>

namespace steadfast::web {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using namespace std::chrono_literals;

namespace {

/// A server with a few routes, on a port of its own.
class Serving : public testing::Test {
protected:
    void start(ServerOptions options = {}) {
        options.port = 0;
        options.io_threads = 1;  // One thread, so that whatever holds it up holds up everything.
        options.on_fault = [this](std::string_view says) {
            const std::lock_guard lock(mutex_);
            faults_.emplace_back(says);
        };
        Router router;
        router.get("/hello", [](const Request&) { return Response::text("hello"); })
            .get("/name/{name}", [](const Request& request) { return Response::text(std::string(request.at("name"))); })
            .get("/long", [](const Request&) { return Response::page(Html() << "<p>" << std::string(20000, 'x') << "</p>"); })
            .get("/throws", [](const Request&) -> Response { throw std::runtime_error("on purpose"); })
            .get("/forgets", [](const Request&, Reply) {})
            .get("/later", [this](const Request&, Reply reply) { held_.set_value(std::move(reply)); })
            .get("/slow", [](const Request&) { std::this_thread::sleep_for(300ms); return Response::text("slow"); }, {.runs = Runs::on_a_worker})
            .post("/echo", [](const Request& request) { return Response::text(std::string(request.form().get("note"))); }, {.most_body = 1000})
            .post("/files", [](const Request& request) {
                std::string said;
                for (const auto& [name, value] : request.form()) said += name + "=" + value + ";";
                for (const auto& file : request.files()) said += file.field() + ":" + file.file_name() + ":" + *file.read_whole() + ";";
                return Response::text(said);
            }, {.most_body = 1 << 20});
        auto started = Server::start(std::move(router), std::move(options), clock_);
        ASSERT_TRUE(started) << started.error().whole();
        server_ = std::move(*started);
    }
    [[nodiscard]] TestClient client() const { return TestClient(server_->port()); }
    [[nodiscard]] std::vector<std::string> faults() {
        const std::lock_guard lock(mutex_);
        return faults_;
    }

    SystemClock clock_;
    std::promise<Reply> held_;
    std::mutex mutex_;
    std::vector<std::string> faults_;
    std::unique_ptr<Server> server_;
};

constexpr std::string_view get_hello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

std::string post(std::string_view path, std::string_view type, std::string_view body) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + std::string(type) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           std::string(body);
}

}  // namespace

TEST_F(Serving, answers_with_the_strict_headers) {
    start();
    const auto answer = client().ask(get_hello);
    EXPECT_THAT(answer.head, StartsWith("HTTP/1.1 200"));
    EXPECT_EQ(answer.body, "hello");
    for (const auto& [name, value] : strict_headers) EXPECT_THAT(answer.head, HasSubstr(std::string(name) + ": " + std::string(value) + "\r\n"));
    EXPECT_THAT(answer.head, HasSubstr("Cache-Control: no-store\r\n"));
    EXPECT_THAT(answer.head, Not(HasSubstr("Strict-Transport-Security")));
}

TEST_F(Serving, asks_for_https_only_where_tls_stands_in_front) {
    start({.behind_tls = true});
    EXPECT_THAT(client().ask(get_hello).head, HasSubstr("Strict-Transport-Security: max-age="));
}

TEST_F(Serving, names_what_stood_in_the_path_once_decoded) {
    start();
    EXPECT_EQ(client().ask("GET /name/a%2Fb%2520 HTTP/1.1\r\nHost: x\r\n\r\n").body, "a/b%20");
}

TEST_F(Serving, knows_no_such_page_and_no_such_method) {
    start();
    EXPECT_THAT(client().ask("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n").head, StartsWith("HTTP/1.1 404"));
    const auto wrong = client().ask("DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(wrong.head, StartsWith("HTTP/1.1 405"));
    EXPECT_THAT(wrong.head, HasSubstr("Allow: GET, HEAD\r\n"));
    EXPECT_THAT(client().ask("BREW /hello HTTP/1.1\r\nHost: x\r\n\r\n").head, StartsWith("HTTP/1.1 405"));
    EXPECT_THAT(client().ask("GET /name/%zz HTTP/1.1\r\nHost: x\r\n\r\n").head, StartsWith("HTTP/1.1 400"));
    EXPECT_THAT(client().ask("GET /hello?a=%zz HTTP/1.1\r\nHost: x\r\n\r\n").head, StartsWith("HTTP/1.1 400"));
    EXPECT_THAT(client().ask(post("/nowhere", "text/plain", "some body")).head, StartsWith("HTTP/1.1 404"));
}

TEST_F(Serving, sends_a_head_without_its_body) {
    start();
    auto asking = client();
    asking.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto head = asking.read_head();
    EXPECT_THAT(head, StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(head, HasSubstr("Content-Length: 5\r\n"));
    EXPECT_EQ(asking.ask(get_hello).body, "hello") << "the next answer must begin where the head ended";
}

TEST_F(Serving, answers_pipelined_requests_in_order) {
    start();
    auto asking = client();
    std::string many;
    for (int i = 0; i < 50; ++i) many += "GET /name/n" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    asking.send(many);
    for (int i = 0; i < 50; ++i) EXPECT_EQ(asking.read_answer().body, "n" + std::to_string(i));
}

TEST_F(Serving, is_not_held_up_by_requests_half_sent) {
    start();
    std::vector<TestClient> dawdling;
    for (int i = 0; i < 200; ++i) {
        dawdling.push_back(client());
        dawdling.back().send(i % 2 == 0 ? "GET /hello HTTP/1.1\r\nHos" : "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nnote=");
    }
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(client().ask(get_hello).body, "hello");
    EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
    dawdling[0].send("t: x\r\n\r\n");
    EXPECT_EQ(dawdling[0].read_answer().body, "hello");
}

TEST_F(Serving, reads_a_body_that_comes_byte_by_byte) {
    start();
    auto asking = client();
    for (const char letter : post("/echo", "application/x-www-form-urlencoded", "note=slowly+but+surely")) asking.send(std::string_view(&letter, 1));
    EXPECT_EQ(asking.read_answer().body, "slowly but surely");
}

TEST_F(Serving, reads_a_body_in_chunks) {
    start();
    const auto answer = client().ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                                     "7\r\nnote=ab\r\n3\r\ncde\r\n0\r\n\r\n");
    EXPECT_EQ(answer.body, "abcde");
}

TEST_F(Serving, refuses_a_body_that_is_too_large) {
    start();
    EXPECT_THAT(client().ask(post("/echo", "application/x-www-form-urlencoded", "note=" + std::string(995, 'x'))).head, StartsWith("HTTP/1.1 200"));
    EXPECT_THAT(client().ask(post("/echo", "application/x-www-form-urlencoded", "note=" + std::string(996, 'x'))).head, StartsWith("HTTP/1.1 413"));
    EXPECT_THAT(client().ask(post("/echo", "application/x-www-form-urlencoded", "note=" + std::string(3 << 20, 'x'))).head, StartsWith("HTTP/1.1 413"));
    EXPECT_THAT(client().ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n").head, StartsWith("HTTP/1.1 413")) << "told before it is sent";
    std::string chunks = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 3; ++i) chunks += "1f4\r\n" + std::string(500, 'y') + "\r\n";
    EXPECT_THAT(client().ask(chunks + "0\r\n\r\n").head, StartsWith("HTTP/1.1 413"));
}

TEST_F(Serving, refuses_headers_that_are_too_large) {
    start();
    EXPECT_THAT(client().ask("GET /hello HTTP/1.1\r\nHost: x\r\nX: " + std::string(100000, 'x') + "\r\n\r\n").head, StartsWith("HTTP/1.1 4"));
}

TEST_F(Serving, takes_a_multipart_form_apart) {
    start();
    const std::string body = "--cut\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nwords\r\n"
                             "--cut\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n"
                             "--cut\r\nContent-Disposition: form-data; name=\"letter\"; filename=\"../../a.txt\"\r\nContent-Type: text/plain\r\n\r\n" + std::string(300000, 'z') + "\r\n"
                             "--cut\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"
                             "--cut--\r\n";
    const auto answer = client().ask(post("/files", "multipart/form-data; boundary=cut", body));
    EXPECT_EQ(answer.body, "note=words;empty=;letter:a.txt:" + std::string(300000, 'z') + ";");
}

TEST_F(Serving, refuses_a_multipart_form_that_is_cut_off) {
    start();
    const auto answer = client().ask(post("/files", "multipart/form-data; boundary=cut", "--cut\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nwor"));
    EXPECT_THAT(answer.head, StartsWith("HTTP/1.1 400"));
    EXPECT_THAT(client().ask(post("/files", "multipart/form-data", "x")).head, StartsWith("HTTP/1.1 400"));
}

TEST_F(Serving, bears_any_bytes_whatever) {
    start();
    std::mt19937 random(20260303);  // The same each time, so that a failure comes again.
    const std::vector<std::string> pieces{"GET ", "POST ", "/files", "/echo", "/%", " HTTP/1.1\r\n", " HTTP/9.9\r\n", "Host: x\r\n", "\r\n", "\n", "Content-Length: 9\r\n",
                                          "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n", "0\r\n\r\n", "--cut\r\n", "--cut--",
                                          "Content-Type: multipart/form-data; boundary=cut\r\n", "Content-Disposition: form-data; name=\"a\"; filename=\"", "\"\r\n\r\n",
                                          "Cookie: a=b;;=;\r\n", std::string("\0\xff\x80", 3), ":", "?a=%zz&&&", std::string(5000, 'q')};
    for (int i = 0; i < 400; ++i) {
        std::string bytes;
        for (std::size_t left = 1 + random() % 14; left > 0; --left) bytes += pieces[random() % pieces.size()];
        client().send(bytes);
    }
    EXPECT_EQ(client().ask(get_hello).body, "hello");
    EXPECT_THAT(faults(), testing::IsEmpty());
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
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(client().ask(get_hello).body, "hello");
    EXPECT_LT(std::chrono::steady_clock::now() - began, 200ms);
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

TEST_F(Serving, compresses_long_pages_for_those_who_can_read_them) {
    start();
    const auto small = client().ask("GET /long HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip;q=0.8\r\n\r\n");
    EXPECT_THAT(small.head, HasSubstr("Content-Encoding: gzip\r\n"));
    EXPECT_THAT(small.head, HasSubstr("Vary: Accept-Encoding\r\n"));
    EXPECT_LT(small.body.size(), 1000U);
    EXPECT_THAT(client().ask("GET /long HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip;q=0\r\n\r\n").head, Not(HasSubstr("Content-Encoding")));
    EXPECT_EQ(client().ask("GET /long HTTP/1.1\r\nHost: x\r\n\r\n").body.size(), 20007U);
    EXPECT_THAT(client().ask("GET /hello HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n").head, Not(HasSubstr("Content-Encoding")));
}

TEST_F(Serving, cuts_off_who_sends_a_byte_now_and_then_for_ever) {
    ServerOptions options;
    options.limits.whole_request_seconds = 1;
    start(options);
    auto dawdling = client();
    dawdling.send("GET /hello HTTP/1.1\r\n");
    const auto began = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - began < 5s && !dawdling.was_closed()) {
        dawdling.send("X");
        std::this_thread::sleep_for(100ms);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - began, 4s);
}

TEST_F(Serving, finishes_what_is_running_when_it_stops) {
    start();
    auto asking = client();
    asking.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    auto half = client();
    half.send("GET /hel");
    const auto began = std::chrono::steady_clock::now();
    server_->stop(5s);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 2s) << "a half-sent request must not hold it up";
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
