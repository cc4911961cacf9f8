#pragma once

#include "base/clock.hpp"
#include "web/router.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace steadfast::web {

struct Limits {
    std::size_t header_bytes = 32'768;        ///< Of one request; also what one waiting connection costs.
    unsigned connections = 2000;
    unsigned connections_of_one_address = 0;  ///< 0: no limit, as behind a proxy, where all come from one.
    unsigned idle_seconds = 30;               ///< Without a byte either way.
    unsigned whole_request_seconds = 60;      ///< For a request to arrive whole, plus a second for each `slowest_rate`.
    std::size_t slowest_rate = 16'384;        ///< Bytes a second that a long body or answer must keep up on average.
    std::size_t swallowed_bytes = 64u << 20;  ///< Of a body that is too large, so that its sender reads why.
    std::size_t waiting_for_workers = 256;
};

/// What was answered, for figures. Nothing personal: the route, not the address.
struct Answered {
    const Route* route = nullptr;  ///< None if there was no such path.
    int status = 0;
    std::chrono::microseconds took{0};
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0 takes any that is free.
    unsigned io_threads = 0;    ///< 0: one a core.
    unsigned worker_threads = 2;
    Limits limits;
    bool behind_tls = false;    ///< Tells browsers to come by https alone.
    bool behind_proxy = false;  ///< Believes the last address in X-Forwarded-For.
    int gzip_level = 1;         ///< Of pages; 0 sends them as they are.
    std::filesystem::path uploads = std::filesystem::temp_directory_path();

    /// What is said with 503 to whoever asks for what no route answers, while there is more to come. Unset: there is no more.
    std::optional<Refusal> closed;

    /// The page for an answer that no route gave (400, 404, 405, 413, 500, 503). Unset: a plain one.
    std::function<Html(int status, std::string_view says)> error_page;
    std::function<void(std::string_view says)> on_fault;   ///< A route threw or forgot to answer. Any thread.
    std::function<void(const Answered&)> on_answered;      ///< Any thread.
};

/// The HTTP server: a thread a core reads and writes all connections, so that a slow client holds up nobody.
class Server {
public:
    /// Listens and serves until stopped. `clock` must outlive the server.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(Router router, ServerOptions options, const Clock& clock);
    virtual ~Server() = default;

    [[nodiscard]] virtual std::uint16_t port() const = 0;
    /// Takes no more connections, finishes what is being answered for up to `grace`, and returns. Requests still
    /// unanswered then get 503. May be called twice.
    virtual void stop(std::chrono::milliseconds grace = std::chrono::seconds(10)) = 0;
};

}  // namespace steadfast::web
