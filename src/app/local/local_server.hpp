#pragma once

#include "app/local/order.hpp"
#include "app/local/socket.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

namespace steadfast::app {

/// Takes the commands that are given while the server runs. Each has a thread of its own, so that a long import does
/// not hold up the next; what somebody sends is read with limits, and somebody who goes away is noticed and forgotten.
class LocalServer {
public:
    using Run = std::function<Ending(const Order&, Output&)>;

    /// Makes the socket. Whoever asks from now on waits until `answer` is called: the record may still be opening.
    [[nodiscard]] static Result<std::unique_ptr<LocalServer>> listen(const std::filesystem::path& path);
    ~LocalServer();
    LocalServer(const LocalServer&) = delete;
    LocalServer& operator=(const LocalServer&) = delete;

    void answer(Run run);
    /// Takes no more commands and waits for those that run. False where some still run after `grace`; they are told
    /// nothing more, and the record must stay open while they do.
    [[nodiscard]] bool stop(std::chrono::milliseconds grace);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    [[nodiscard]] std::size_t running();   ///< How many commands are being run.

    static constexpr std::size_t most_at_once = 16;

private:
    struct Caller {
        Socket socket;
        std::thread thread;
        std::atomic<bool> is_done = false;
    };

    LocalServer(std::filesystem::path path, Socket socket, Socket wake, Socket waker);
    void take_callers();
    void take(Socket socket);
    void attend(Caller& caller);
    void forget_done();

    std::filesystem::path path_;
    std::uint64_t file_ = 0;   ///< Which file the socket is, as the file system counts.
    Socket listening_;
    Socket wake_;
    Socket waker_;
    Run run_;
    std::thread thread_;
    std::mutex mutex_;
    std::list<Caller> callers_;
};

}  // namespace steadfast::app
