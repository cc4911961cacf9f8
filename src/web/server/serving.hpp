#pragma once

#include "web/server.hpp"
#include "web/server/test_client.hpp"

#include <chrono>
#include <future>
#include <gtest/gtest.h>
#include <memory>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <vector>

namespace steadfast::web {

/// For tests: a server with a few routes, on a port of its own.
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
            .get("/slow",
                 [this](const Request&) {
                     slow_begun_.release();
                     static_cast<void>(slow_may_end_.try_acquire_for(std::chrono::seconds(20)));
                     return Response::text("slow");
                 },
                 {.runs = Runs::on_a_worker})
            .get("/who", [](const Request& request) { return Response::text(request.remote_address()); })
            .post("/echo", [](const Request& request) { return Response::text(std::string(request.form().get("note"))); },
                  {.most_body = 1000})
            .post("/files",
                  [](const Request& request) {
                      std::string said;
                      for (const auto& [name, value] : request.form()) said += name + "=" + value + ";";
                      for (const auto& file : request.files())
                          said += file.field() + ":" + file.file_name() + ":" + *file.read_whole() + ";";
                      return Response::text(said);
                  },
                  {.most_body = 1 << 20});
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
    std::counting_semaphore<100> slow_begun_{0};
    std::counting_semaphore<100> slow_may_end_{0};
    std::mutex mutex_;
    std::vector<std::string> faults_;
    std::unique_ptr<Server> server_;
};

inline constexpr std::string_view get_hello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

inline std::string post(std::string_view path, std::string_view type, std::string_view body) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + std::string(type) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace steadfast::web
