#pragma once

#include "web/response.hpp"

#include <functional>
#include <memory>
#include <utility>

namespace steadfast::web {

/// The right to answer one request, once, from any thread, now or later. The connection waits meanwhile without
/// holding a thread, and the request stays alive as long as this does. Letting go of it unanswered answers 500.
class Reply {
public:
    /// What takes the answer: the server's side of the connection, or a test.
    class Taker {
    public:
        virtual ~Taker() = default;
        virtual void take(Response response) = 0;
        virtual void let_go() = 0;  ///< Nobody answered.
    };

    explicit Reply(std::shared_ptr<Taker> taker) : taker_(std::move(taker)) {}
    Reply(Reply&&) noexcept = default;
    Reply& operator=(Reply&& other) noexcept {
        taker_.swap(other.taker_);
        return *this;
    }
    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;
    ~Reply() {
        if (taker_) taker_->let_go();
    }

    /// Answers; a second call does nothing.
    void operator()(Response response) {
        if (const auto taker = std::exchange(taker_, nullptr)) taker->take(std::move(response));
    }

private:
    std::shared_ptr<Taker> taker_;
};

}  // namespace steadfast::web
