#include "web/server.hpp"
#include "web/server/exchange.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <fmt/format.h>
#include <list>
#include <microhttpd.h>
#include <netdb.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace steadfast::web {

namespace {

/// One open connection, on a list so that one which dawdles can be cut off.
struct Visitor {
    int socket = -1;
    Deadline deadline;
    std::list<Visitor>::iterator place;
};

Result<int> listen_on(const std::string& address, std::uint16_t port) {
    const auto refused = [&](std::string_view why) {
        return refuse(Refusal::Kind::unavailable, fmt::format("Could not listen on {} port {}: {}.", address, port, why),
                      "Choose another address or port.");
    };
    addrinfo wanted{};
    wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(address.c_str(), std::to_string(port).c_str(), &wanted, &found) != 0)
        return refused("that is no address of a network");
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owned(found, &freeaddrinfo);

    const int listening = ::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listening < 0) return refused(std::strerror(errno));
    const int yes = 1;
    ::setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(listening, found->ai_addr, found->ai_addrlen) != 0 || ::listen(listening, SOMAXCONN) != 0) {
        const int error = errno;
        ::close(listening);
        return refused(error == EADDRINUSE ? "something else listens there" : std::strerror(error));
    }
    return listening;
}

std::uint16_t port_of(int listening) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    ::getsockname(listening, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6*>(&address)->sin6_port
                                               : reinterpret_cast<sockaddr_in*>(&address)->sin_port);
}

class MhdServer final : public Server {
public:
    MhdServer(Router router, ServerOptions options, const Clock& clock)
        : premises_(std::move(router), std::move(options), clock) {}
    ~MhdServer() override { stop(std::chrono::seconds(1)); }

    Result<void> begin();
    [[nodiscard]] std::uint16_t port() const override { return port_; }
    void stop(std::chrono::milliseconds grace) override;

private:
    static void on_connection(void* self, MHD_Connection* connection, void** visitor, MHD_ConnectionNotificationCode what);
    static void* on_request_line(void* self, const char* target, MHD_Connection* connection);
    static MHD_Result on_progress(void* self, MHD_Connection* connection, const char* path, const char* method,
                                  const char* version, const char* bytes, std::size_t* size, void** exchange);
    static void on_completed(void* self, MHD_Connection* connection, void** exchange, MHD_RequestTerminationCode how);

    void watch();
    void wait_until_answered(std::chrono::milliseconds most);
    void give_up_waiting();

    Premises premises_;
    std::uint16_t port_ = 0;
    MHD_Daemon* daemon_ = nullptr;

    std::mutex visitors_mutex_;
    std::condition_variable stopping_;
    std::list<Visitor> visitors_;
    std::thread watcher_;
};

Result<void> MhdServer::begin() {
    const auto& options = premises_.options;
    const auto listening = listen_on(options.address, options.port);
    if (!listening) return refuse(listening.error());
    port_ = port_of(*listening);

    const unsigned threads = options.io_threads != 0 ? options.io_threads : std::max(1U, std::thread::hardware_concurrency());
    const auto keep_as_sent = +[](void*, MHD_Connection*, char* text) -> std::size_t { return std::strlen(text); };
    daemon_ = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO, 0, nullptr, nullptr,
                               &on_progress, this, MHD_OPTION_LISTEN_SOCKET, *listening, MHD_OPTION_THREAD_POOL_SIZE, threads,
                               MHD_OPTION_CONNECTION_LIMIT, std::max(options.limits.connections, threads),
                               MHD_OPTION_PER_IP_CONNECTION_LIMIT, options.limits.connections_of_one_address,
                               MHD_OPTION_CONNECTION_TIMEOUT, options.limits.idle_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                               options.limits.header_bytes, MHD_OPTION_CONNECTION_MEMORY_INCREMENT, std::size_t{4096},
                               MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_UNESCAPE_CALLBACK, keep_as_sent, nullptr,
                               MHD_OPTION_URI_LOG_CALLBACK, &on_request_line, this, MHD_OPTION_NOTIFY_CONNECTION, &on_connection,
                               this, MHD_OPTION_NOTIFY_COMPLETED, &on_completed, this, MHD_OPTION_END);
    if (daemon_ == nullptr) {
        ::close(*listening);
        return refuse(Refusal::Kind::unavailable, "The web server could not start.",
                      "See that enough memory and open files are allowed.");
    }
    watcher_ = std::thread([this] { watch(); });
    return {};
}

void MhdServer::on_connection(void* self, MHD_Connection* connection, void** visitor, MHD_ConnectionNotificationCode what) {
    auto& server = *static_cast<MhdServer*>(self);
    const std::lock_guard lock(server.visitors_mutex_);
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        const int socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        auto& added = server.visitors_.emplace_back();
        added.socket = socket;
        added.place = std::prev(server.visitors_.end());
        added.deadline.allow(std::chrono::seconds(server.premises_.options.limits.whole_request_seconds));
        *visitor = &added;
    } else {
        server.visitors_.erase(static_cast<Visitor*>(std::exchange(*visitor, nullptr))->place);
    }
}

void* MhdServer::on_request_line(void* self, const char* target, MHD_Connection* connection) {
    auto& server = *static_cast<MhdServer*>(self);
    auto* visitor =
        static_cast<Visitor*>(MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context);
    return new std::shared_ptr<Exchange>(std::make_shared<Exchange>(server.premises_, connection, visitor->deadline, target));
}

MHD_Result MhdServer::on_progress(void*, MHD_Connection*, const char*, const char* method, const char*, const char* bytes,
                                  std::size_t* size, void** context) {
    Exchange& exchange = **static_cast<std::shared_ptr<Exchange>*>(*context);
    if (!exchange.has_begun()) return exchange.begin(method) ? MHD_YES : MHD_NO;
    if (*size > 0) {
        exchange.receive(std::string_view(bytes, *size));
        *size = 0;
        return MHD_YES;
    }
    return exchange.carry_on() ? MHD_YES : MHD_NO;
}

void MhdServer::on_completed(void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode) {
    auto& server = *static_cast<MhdServer*>(self);
    const std::unique_ptr<std::shared_ptr<Exchange>> exchange(
        static_cast<std::shared_ptr<Exchange>*>(std::exchange(*context, nullptr)));
    if (!exchange) return;
    (*exchange)->end();
    auto* visitor =
        static_cast<Visitor*>(MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context);
    if (visitor != nullptr) visitor->deadline.allow(std::chrono::seconds(server.premises_.options.limits.whole_request_seconds));
}

/// The library ends a connection that is silent; one that sends a byte now and then is ended here.
void MhdServer::watch() {
    std::unique_lock lock(visitors_mutex_);
    while (!stopping_.wait_for(lock, std::chrono::seconds(1), [this] { return premises_.stopping.load(); }))
        for (const auto& visitor : visitors_)
            if (visitor.deadline.has_passed()) ::shutdown(visitor.socket, SHUT_RDWR);
}

void MhdServer::stop(std::chrono::milliseconds grace) {
    if (daemon_ == nullptr) return;
    {
        const std::lock_guard lock(visitors_mutex_);
        premises_.stopping = true;
    }
    stopping_.notify_all();
    const int listening = MHD_quiesce_daemon(daemon_);
    if (listening >= 0) ::close(listening);

    wait_until_answered(grace);
    give_up_waiting();
    premises_.workers.stop();
    wait_until_answered(std::chrono::seconds(1));
    MHD_stop_daemon(daemon_);
    daemon_ = nullptr;
    watcher_.join();
}

void MhdServer::wait_until_answered(std::chrono::milliseconds most) {
    const auto end = std::chrono::steady_clock::now() + most;
    while (premises_.being_answered > 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

void MhdServer::give_up_waiting() {
    std::vector<std::shared_ptr<Exchange>> waiting;
    {
        const std::lock_guard lock(premises_.suspended_mutex);
        waiting.assign(premises_.suspended.begin(), premises_.suspended.end());
    }
    for (const auto& exchange : waiting)
        exchange->take(premises_.error(503, "The service is stopping.",
                                       "What you sent may or may not have been saved: look before you send it again."));
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(Router router, ServerOptions options, const Clock& clock) {
    auto server = std::make_unique<MhdServer>(std::move(router), std::move(options), clock);
    if (auto begun = server->begin(); !begun) return refuse(begun.error());
    return server;
}

}  // namespace steadfast::web
