#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace steadfast::web {

/// A few threads for what takes long. The queue is bounded: a service that is behind says so instead of promising more.
class Workers {
public:
    Workers(std::size_t threads, std::size_t most_waiting);
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    ~Workers() { stop(); }

    /// False if too many are waiting already, or the workers are stopping.
    [[nodiscard]] bool give(std::function<void()> task);
    /// Lets what is running and waiting finish, then returns.
    void stop();

private:
    void work();

    std::mutex mutex_;
    std::condition_variable something_to_do_;
    std::deque<std::function<void()>> waiting_;
    std::size_t most_waiting_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace steadfast::web
