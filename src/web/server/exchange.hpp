#pragma once

#include "web/server.hpp"
#include "web/server/body.hpp"
#include "web/workers.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <unordered_set>

struct MHD_Connection;

namespace steadfast::web {

/// By when a connection must have got on with it; kept by the connection, looked at by whoever watches them all.
class Deadline {
public:
    void allow(std::chrono::steady_clock::duration time) {
        at_ = (std::chrono::steady_clock::now() + time).time_since_epoch().count();
    }
    void lift() { at_ = std::numeric_limits<std::int64_t>::max(); }
    [[nodiscard]] bool has_passed() const { return std::chrono::steady_clock::now().time_since_epoch().count() > at_; }

private:
    std::atomic<std::int64_t> at_ = std::numeric_limits<std::int64_t>::max();
};

class Exchange;

/// What all exchanges of one server share.
struct Premises {
    Premises(Router routes, ServerOptions how, const Clock& time)
        : router(std::move(routes)),
          options(std::move(how)),
          clock(time),
          workers(options.worker_threads, options.limits.waiting_for_workers) {}

    Router router;
    ServerOptions options;
    const Clock& clock;
    Workers workers;
    std::atomic<bool> stopping = false;
    std::atomic<std::int64_t> being_answered = 0;

    std::mutex suspended_mutex;
    std::unordered_set<std::shared_ptr<Exchange>> suspended;

    [[nodiscard]] Response error(int status, std::string_view says, std::string_view what_to_do) const;
    void fault(std::string_view says) const;
};

/// One request and its answer, on one connection. It is made when the request line has come, and goes when the answer
/// has been sent and nobody holds its Reply any more.
class Exchange final : public Reply::Taker, public std::enable_shared_from_this<Exchange> {
public:
    Exchange(Premises& premises, MHD_Connection* connection, Deadline& deadline, std::string target);

    /// The headers have come. False if it was answered with a refusal that needs no body.
    bool begin(std::string_view method);
    [[nodiscard]] bool has_begun() const { return body_ != nullptr; }
    void receive(std::string_view bytes);
    /// The whole request has come, or, after a pause, its answer is there. False if the connection must be closed.
    bool carry_on();
    void end();  ///< The connection has done with it.

    void take(Response response) override;
    void let_go() override;

private:
    [[nodiscard]] std::optional<Response> first_refusal(std::string_view method);
    [[nodiscard]] std::string remote_address() const;
    void dispatch();
    void call_route();
    [[nodiscard]] bool send(Response response);
    [[nodiscard]] std::optional<std::string> compressed(const Response& response) const;

    Premises& premises_;
    MHD_Connection* connection_;
    Deadline& deadline_;
    RequestParts parts_;
    std::unique_ptr<Body> body_;
    std::optional<Response> refusal_;   ///< Known before the body came, told after it.
    std::optional<Request> request_;
    const Route* route_ = nullptr;
    std::chrono::steady_clock::time_point arrived_;
    bool is_dispatched_ = false;

    std::mutex mutex_;
    bool is_suspended_ = false;
    bool is_answered_ = false;
    std::optional<Response> response_;
};

}  // namespace steadfast::web
