#include "web/server/serving.hpp"
#include "web/strict_headers.hpp"

#include <gmock/gmock.h>

namespace steadfast::web {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(Serving, answers_with_the_strict_headers) {
    start();
    const auto answer = client().ask(get_hello);
    EXPECT_THAT(answer.head, StartsWith("HTTP/1.1 200"));
    EXPECT_EQ(answer.body, "hello");
    for (const auto& [name, value] : strict_headers)
        EXPECT_THAT(answer.head, HasSubstr(std::string(name) + ": " + std::string(value) + "\r\n"));
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

TEST_F(Serving, says_why_it_is_closed_to_whoever_asks_for_what_it_does_not_serve_yet) {
    ServerOptions options;
    options.closed = Refusal{Refusal::Kind::unavailable, "The shop is being swept.", "Come back soon."};
    start(std::move(options));
    for (const std::string& asked : {std::string("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n"), post("/hello", "text/plain", "some body")}) {
        const auto answer = client().ask(asked);
        EXPECT_THAT(answer.head, StartsWith("HTTP/1.1 503"));
        EXPECT_THAT(answer.head, HasSubstr("Retry-After: 5"));
        EXPECT_THAT(answer.body, HasSubstr("The shop is being swept. Come back soon."));
    }
    EXPECT_EQ(client().ask(get_hello).body, "hello");
}

TEST_F(Serving, answers_pipelined_requests_in_order) {
    start();
    auto asking = client();
    std::string many;
    for (int i = 0; i < 50; ++i) many += "GET /name/n" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    asking.send(many);
    for (int i = 0; i < 50; ++i) EXPECT_EQ(asking.read_answer().body, "n" + std::to_string(i));
}

TEST_F(Serving, compresses_long_pages_for_those_who_can_read_them) {
    start();
    const auto small = client().ask("GET /long HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip;q=0.8\r\n\r\n");
    EXPECT_THAT(small.head, HasSubstr("Content-Encoding: gzip\r\n"));
    EXPECT_THAT(small.head, HasSubstr("Vary: Accept-Encoding\r\n"));
    EXPECT_LT(small.body.size(), 1000U);
    EXPECT_THAT(client().ask("GET /long HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip;q=0\r\n\r\n").head,
                Not(HasSubstr("Content-Encoding")));
    EXPECT_EQ(client().ask("GET /long HTTP/1.1\r\nHost: x\r\n\r\n").body.size(), 20007U);
    EXPECT_THAT(client().ask("GET /hello HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n").head,
                Not(HasSubstr("Content-Encoding")));
}

TEST_F(Serving, lets_one_address_hold_only_so_many_connections) {
    ServerOptions options;
    options.limits.connections_of_one_address = 3;
    start(options);
    std::vector<TestClient> holding;
    for (int i = 0; i < 3; ++i) {
        holding.push_back(client());
        EXPECT_EQ(holding.back().ask(get_hello).body, "hello");
    }
    EXPECT_EQ(client().ask(get_hello).body, "");
    EXPECT_EQ(holding[0].ask(get_hello).body, "hello");
}

TEST_F(Serving, believes_a_forwarded_address_only_behind_a_proxy) {
    constexpr auto* forwarded = "GET /who HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9, 192.0.2.7\r\n\r\n";
    start();
    EXPECT_EQ(client().ask(forwarded).body, "127.0.0.1");
    server_.reset();
    start({.behind_proxy = true});
    EXPECT_EQ(client().ask(forwarded).body, "192.0.2.7") << "the last, which our proxy wrote; the first is the visitor's word";
}

TEST_F(Serving, tells_what_it_answered_by_route_and_not_by_address) {
    std::mutex mutex;
    std::vector<std::string> told;
    ServerOptions options;
    options.on_answered = [&](const Answered& answered) {
        const std::lock_guard lock(mutex);
        told.push_back((answered.route == nullptr ? std::string("none") : answered.route->path) + " " +
                       std::to_string(answered.status));
    };
    start(std::move(options));
    client().ask("GET /name/amira HTTP/1.1\r\nHost: x\r\n\r\n");
    client().ask("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n");
    server_->stop();
    EXPECT_THAT(told, testing::ElementsAre("/name/{name} 200", "none 404"));
}

}  // namespace steadfast::web
