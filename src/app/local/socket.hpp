#pragma once

#include "base/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::app {

/// One end of a Unix socket, closed when it goes.
class Socket {
public:
    Socket() = default;
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Socket& operator=(Socket&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket();

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] explicit operator bool() const { return descriptor_ >= 0; }

    /// False where the other end is gone or took longer than the socket's time-out.
    [[nodiscard]] bool send(std::string_view bytes) const;
    /// Exactly so many bytes, or none where they did not come.
    [[nodiscard]] std::optional<std::string> receive(std::size_t bytes) const;
    /// How long one send or receive may wait. Unset: for ever.
    void wait_at_most(std::chrono::milliseconds time) const;
    void shut_down() const;   ///< Both ways: whoever waits on it is woken.
    /// Which user is at the other end, as the kernel says.
    [[nodiscard]] std::optional<std::uint32_t> user_at_the_other_end() const;

private:
    int descriptor_ = -1;
};

/// Listens at a path that only this user can open. What stood there before is removed: the caller holds the store's
/// lock, so it is a left-over.
[[nodiscard]] Result<Socket> listen_at(const std::filesystem::path& path);
/// None where nobody listens.
[[nodiscard]] std::optional<Socket> connect_to(const std::filesystem::path& path);

/// Where the server of a store listens, the first that can be used: beside an SQLite file; for PostgreSQL in the
/// user's own runtime directory under a name made from the database's place, not from the password.
[[nodiscard]] std::vector<std::filesystem::path> socket_places(std::string_view store_address);

}  // namespace steadfast::app
