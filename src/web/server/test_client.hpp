#pragma once

#include <arpa/inet.h>
#include <cstdint>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace steadfast::web {

/// For tests: a client that sends exactly the bytes it is told to, when it is told to.
class TestClient {
public:
    struct Answer {
        std::string head;  ///< Up to and with the empty line.
        std::string body;
    };

    explicit TestClient(std::uint16_t port) : socket_(connect_to(port)) {
        if (socket_ < 0) throw std::runtime_error("could not connect");
    }
    TestClient(TestClient&& other) noexcept : socket_(std::exchange(other.socket_, -1)), unread_(std::move(other.unread_)) {}
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;
    ~TestClient() { close(); }

    static bool can_connect(std::uint16_t port) {
        const int socket = connect_to(port);
        if (socket >= 0) ::close(socket);
        return socket >= 0;
    }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    std::string read_head() {
        while (unread_.find("\r\n\r\n") == std::string::npos)
            if (!read_more()) return std::exchange(unread_, "");
        const std::size_t end = unread_.find("\r\n\r\n") + 4;
        std::string head = unread_.substr(0, end);
        unread_.erase(0, end);
        return head;
    }
    Answer read_answer() {
        Answer answer{read_head(), ""};
        const std::size_t at = answer.head.find("Content-Length: ");
        const std::size_t size = at == std::string::npos ? 0 : std::strtoul(answer.head.c_str() + at + 16, nullptr, 10);
        while (unread_.size() < size)
            if (!read_more()) break;
        answer.body = unread_.substr(0, size);
        unread_.erase(0, answer.body.size());
        return answer;
    }
    Answer ask(std::string_view request) {
        send(request);
        return read_answer();
    }
    [[nodiscard]] bool was_closed() const {
        char byte = 0;
        const ssize_t got = ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        return got == 0 || (got < 0 && errno != EAGAIN);
    }
    void close() {
        if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    }

private:
    static int connect_to(std::uint16_t port) {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        const timeval patience{10, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return socket;
        ::close(socket);
        return -1;
    }
    bool read_more() {
        char bytes[16384];
        const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
        if (got <= 0) return false;
        unread_.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    int socket_;
    std::string unread_;
};

}  // namespace steadfast::web
