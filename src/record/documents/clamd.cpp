#include "record/documents/clamd.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <netdb.h>
#include <optional>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace steadfast::record::documents {
namespace {

constexpr int patience_seconds = 30;   // For each step, not for the whole file.
constexpr std::size_t longest_answer = 4096;

tl::unexpected<Refusal> not_reached() {
    return refuse(Refusal::Kind::unavailable, "The scanner for malicious software does not answer.", "Tell whoever looks after Steadfast.");
}

class Connection {
public:
    explicit Connection(int descriptor) : descriptor_(descriptor) {
        const timeval patience{patience_seconds, 0};
        ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    }
    ~Connection() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Connection(Connection&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Connection& operator=(Connection&&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }

    [[nodiscard]] bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// Up to the zero byte that ends it; none where the line was cut or is too long.
    [[nodiscard]] std::optional<std::string> answer() const {
        std::string text;
        std::array<char, 512> buffer{};
        while (text.size() <= longest_answer) {
            const ssize_t read = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
            if (read <= 0) return std::nullopt;
            text.append(buffer.data(), static_cast<std::size_t>(read));
            if (const auto end = text.find('\0'); end != std::string::npos) return text.substr(0, end);
        }
        return std::nullopt;
    }

private:
    int descriptor_;
};

/// A length before the bytes, most significant byte first.
std::string chunk_of(std::string_view bytes) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    std::string chunk;
    for (const unsigned shift : {24u, 16u, 8u, 0u}) chunk += static_cast<char>(size >> shift & 0xff);
    return chunk.append(bytes);
}

Result<ScanVerdict> verdict_of(std::string_view answer) {
    constexpr std::string_view begins = "stream: ";
    constexpr std::string_view found = " FOUND";
    if (answer == "stream: OK") return ScanVerdict{};
    if (answer.starts_with(begins) && answer.ends_with(found)) {
        answer.remove_prefix(begins.size());
        answer.remove_suffix(found.size());
        std::string name(answer.substr(0, 100));
        std::replace_if(name.begin(), name.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
        return ScanVerdict{name.empty() ? "Something without a name" : name};
    }
    if (answer.find("size limit exceeded") != std::string_view::npos)
        return refuse(Refusal::Kind::unavailable, "The scanner takes no file of this size.", "Ask whoever looks after it to raise its StreamMaxLength.");
    return not_reached();
}

class Clamd : public VirusScanner {
public:
    Result<ScanVerdict> scan(const Next& next) final {
        const auto connection = connect();
        if (!connection) return not_reached();
        bool sends = connection->send(std::string_view("zINSTREAM\0", 10));
        while (sends) {
            const auto piece = next();
            if (!piece) return refuse(piece.error());
            sends = connection->send(chunk_of(*piece));
            if (piece->empty()) break;
        }
        // A scanner that has seen enough answers and closes before the last byte was sent.
        const auto answer = connection->answer();
        return answer ? verdict_of(*answer) : not_reached();
    }

private:
    [[nodiscard]] virtual std::optional<Connection> connect() const = 0;
};

class ClamdAtPath final : public Clamd {
public:
    explicit ClamdAtPath(const sockaddr_un& address) : address_(address) {}

private:
    std::optional<Connection> connect() const override {
        Connection connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (connection.descriptor() < 0) return std::nullopt;
        // The system's own interface takes every sort of address by the one type.
        if (::connect(connection.descriptor(), reinterpret_cast<const sockaddr*>(&address_), sizeof address_) != 0) return std::nullopt;
        return connection;
    }
    sockaddr_un address_;
};

class ClamdAtPort final : public Clamd {
public:
    ClamdAtPort(std::string host, std::string port) : host_(std::move(host)), port_(std::move(port)) {}

private:
    std::optional<Connection> connect() const override {
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        if (::getaddrinfo(host_.c_str(), port_.c_str(), &wanted, &found) != 0) return std::nullopt;
        const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(found, &::freeaddrinfo);
        for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next) {
            Connection connection(::socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC, one->ai_protocol));
            if (connection.descriptor() >= 0 && ::connect(connection.descriptor(), one->ai_addr, one->ai_addrlen) == 0) return connection;
        }
        return std::nullopt;
    }
    std::string host_;
    std::string port_;
};

}  // namespace

Result<std::shared_ptr<VirusScanner>> clamd_at(std::string_view address) {
    constexpr std::string_view path_begins = "unix:";
    if (address.starts_with(path_begins)) {
        address.remove_prefix(path_begins.size());
        sockaddr_un place{};
        place.sun_family = AF_UNIX;
        if (address.empty() || address.size() >= sizeof place.sun_path)
            return refuse(Refusal::Kind::invalid, "This is not the path of a socket.", "Write it like unix:/run/clamav/clamd.ctl.");
        std::memcpy(place.sun_path, address.data(), address.size());
        return std::make_shared<ClamdAtPath>(place);
    }
    const std::size_t colon = address.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == address.size())
        return refuse(Refusal::Kind::invalid, fmt::format("'{}' is no address of a scanner.", address),
                      "Write it like unix:/run/clamav/clamd.ctl or 127.0.0.1:3310.");
    return std::make_shared<ClamdAtPort>(std::string(address.substr(0, colon)), std::string(address.substr(colon + 1)));
}

}  // namespace steadfast::record::documents
