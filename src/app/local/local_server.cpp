#include "app/local/local_server.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>

namespace steadfast::app {
namespace {

constexpr std::chrono::seconds longest_wait_for_a_caller{10};

/// The output of somebody at the other end of the socket. Once they are gone it says nothing more.
class Distant final : public Output {
public:
    explicit Distant(const Socket& socket) : socket_(socket) {}

    void say(std::string_view line) override { tell(Said{std::string(line)}); }
    void complain(std::string_view line) override { tell(Complained{std::string(line)}); }
    void progress(const Step& step) override {
        {
            const std::lock_guard hold(mutex_);
            if (!marks_.is_worth_showing(step)) return;
        }
        tell(Stepped{std::string(step.what), step.done, step.of});
    }
    void tell(const Told& told) {
        const std::lock_guard hold(mutex_);
        if (is_there_) is_there_ = socket_.send(told_frames(told));
    }

private:
    const Socket& socket_;
    std::mutex mutex_;
    ProgressMarks marks_{200};
    bool is_there_ = true;
};

std::uint64_t file_at(const std::filesystem::path& path) {
    struct stat facts{};
    return ::lstat(path.c_str(), &facts) == 0 ? facts.st_ino : 0;
}

bool may_command(const Socket& socket) {
    const auto user = socket.user_at_the_other_end();
    return user && (*user == ::geteuid() || *user == 0);
}

Result<Order> receive_order(const Socket& socket) {
    const auto head_bytes = socket.receive(frame_head_bytes);
    if (!head_bytes) return refuse(Refusal::Kind::invalid, "No command came.");
    const FrameHead head = read_frame_head(*head_bytes);
    if (head.bytes > most_order_bytes) return refuse(Refusal::Kind::invalid, "The command is too long.");
    const auto bytes = socket.receive(head.bytes);
    if (!bytes) return refuse(Refusal::Kind::invalid, "The command was cut.");
    return read_order(head, *bytes);
}

}  // namespace

Result<std::unique_ptr<LocalServer>> LocalServer::listen(const std::filesystem::path& path) {
    auto socket = listen_at(path);
    if (!socket) return refuse(socket.error());
    std::array<int, 2> pair{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0)
        return refuse(Refusal::Kind::unavailable, "The system has no more files to give.", "Raise the limit of open files.");
    return std::unique_ptr<LocalServer>(new LocalServer(path, std::move(*socket), Socket(pair[0]), Socket(pair[1])));
}

LocalServer::LocalServer(std::filesystem::path path, Socket socket, Socket wake, Socket waker)
    : path_(std::move(path)), file_(file_at(path_)), listening_(std::move(socket)), wake_(std::move(wake)), waker_(std::move(waker)) {}

LocalServer::~LocalServer() {
    (void)stop(std::chrono::milliseconds(0));
    for (Caller& caller : callers_)
        if (caller.thread.joinable()) caller.thread.join();
}

void LocalServer::answer(Run run) {
    run_ = std::move(run);
    thread_ = std::thread([this] { take_callers(); });
}

void LocalServer::take_callers() {
    while (true) {
        std::array<pollfd, 2> watched{{{listening_.descriptor(), POLLIN, 0}, {wake_.descriptor(), POLLIN, 0}}};
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) return;
        if (watched[1].revents != 0) return;
        if (watched[0].revents == 0) continue;
        Socket socket(::accept4(listening_.descriptor(), nullptr, nullptr, SOCK_CLOEXEC));
        if (socket) take(std::move(socket));
    }
}

void LocalServer::take(Socket socket) {
    if (!may_command(socket)) return;
    socket.wait_at_most(longest_wait_for_a_caller);
    const std::lock_guard hold(mutex_);
    forget_done();
    if (callers_.size() >= most_at_once) {
        (void)socket.send(told_frames(Complained{"Too many commands run at once. Wait until one is done."}) +
                          told_frames(Ended{Ending::could_not}));
        return;
    }
    Caller& caller = callers_.emplace_back();
    caller.socket = std::move(socket);
    caller.thread = std::thread([this, &caller] { attend(caller); });
}

void LocalServer::attend(Caller& caller) {
    Distant output(caller.socket);
    Ending ending = Ending::could_not;
    try {
        auto order = receive_order(caller.socket);
        ending = order ? run_(*order, output) : could_not(output, order.error());
    } catch (const std::exception& fault) {
        output.complain(fmt::format("The command stopped on a fault of the program: {}", fault.what()));
    }
    output.tell(Ended{ending});
    caller.socket.shut_down();
    caller.is_done = true;
}

void LocalServer::forget_done() {
    callers_.remove_if([](Caller& caller) {
        if (!caller.is_done) return false;
        caller.thread.join();
        return true;
    });
}

std::size_t LocalServer::running() {
    const std::lock_guard hold(mutex_);
    forget_done();
    return callers_.size();
}

bool LocalServer::stop(std::chrono::milliseconds grace) {
    if (listening_) {
        // A server that took over on this machine has made its own there.
        if (file_at(path_) == file_) ::unlink(path_.c_str());
        (void)waker_.send("!");
        if (thread_.joinable()) thread_.join();
        listening_ = Socket();
    }
    const auto deadline = std::chrono::steady_clock::now() + grace;
    while (true) {
        {
            const std::lock_guard hold(mutex_);
            forget_done();
            if (callers_.empty()) return true;
            if (std::chrono::steady_clock::now() >= deadline) {
                for (Caller& caller : callers_) caller.socket.shut_down();
                return false;
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

}  // namespace steadfast::app
