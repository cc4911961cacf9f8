#include "app/local/socket.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace steadfast::app {
namespace {

constexpr std::size_t longest_path = sizeof(sockaddr_un::sun_path) - 1;

sockaddr_un address_of(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.native().size());
    return address;
}

const sockaddr* as_any(const sockaddr_un& address) { return static_cast<const sockaddr*>(static_cast<const void*>(&address)); }

tl::unexpected<Refusal> can_not_listen(const std::filesystem::path& path) {
    return refuse(Refusal::Kind::unavailable, fmt::format("Commands can't be taken at {} ({}).", path.string(), std::strerror(errno)),
                  "Check that its folder may be written to.");
}

std::string short_name(std::string_view text) {
    std::array<unsigned char, 16> digest{};
    crypto_generichash(digest.data(), digest.size(), static_cast<const unsigned char*>(static_cast<const void*>(text.data())), text.size(),
                       nullptr, 0);
    std::array<char, 33> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return std::string(hex.data(), 32);
}

/// A directory that belongs to this user alone.
bool is_ours(const std::filesystem::path& directory) {
    struct stat facts{};
    return ::lstat(directory.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode) && facts.st_uid == ::geteuid() && (facts.st_mode & 0022) == 0;
}

std::vector<std::filesystem::path> runtime_directories() {
    std::vector<std::filesystem::path> directories;
    if (const char* runtime = std::getenv("XDG_RUNTIME_DIR"); runtime && *runtime == '/') directories.emplace_back(runtime);
    directories.emplace_back(fmt::format("/run/user/{}", ::geteuid()));
    // Anybody may write to /tmp, so a directory of our own in it.
    const std::filesystem::path own = fmt::format("/tmp/steadfast-{}", ::geteuid());
    ::mkdir(own.c_str(), 0700);
    directories.push_back(own);
    std::erase_if(directories, [](const auto& directory) { return !is_ours(directory); });
    return directories;
}

/// What tells one database from another: "host:port/database" and the parameters that choose a place in it. Who signs in
/// there, and with what password, makes no other store.
std::string place_of(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    const auto question = address.find('?');
    std::string_view query = question == std::string_view::npos ? std::string_view() : address.substr(question + 1);
    address = address.substr(0, question);
    if (const auto user = address.rfind('@'); user != std::string_view::npos) address.remove_prefix(user + 1);

    std::string place(address);
    while (!query.empty()) {
        const std::string_view parameter = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), parameter.size() + 1));
        for (const std::string_view name : {"dbname=", "host=", "hostaddr=", "options=", "port="})
            if (parameter.starts_with(name)) place.append("&").append(parameter);
    }
    return place;
}

}  // namespace

Socket::~Socket() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool Socket::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<std::string> Socket::receive(std::size_t bytes) const {
    std::string received(bytes, '\0');
    std::size_t have = 0;
    while (have < bytes) {
        const ssize_t got = ::recv(descriptor_, received.data() + have, bytes - have, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return std::nullopt;
        have += static_cast<std::size_t>(got);
    }
    return received;
}

void Socket::wait_at_most(std::chrono::milliseconds time) const {
    timeval limit{};
    limit.tv_sec = time.count() / 1000;
    limit.tv_usec = time.count() % 1000 * 1000;
    ::setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
}

void Socket::shut_down() const { ::shutdown(descriptor_, SHUT_RDWR); }

std::optional<std::uint32_t> Socket::user_at_the_other_end() const {
    ucred facts{};
    socklen_t size = sizeof facts;
    if (::getsockopt(descriptor_, SOL_SOCKET, SO_PEERCRED, &facts, &size) != 0) return std::nullopt;
    return facts.uid;
}

Result<Socket> listen_at(const std::filesystem::path& path) {
    Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket || path.native().size() > longest_path) return can_not_listen(path);
    ::unlink(path.c_str());
    const sockaddr_un address = address_of(path);
    // The mode set before binding is the file's from its first moment.
    if (::fchmod(socket.descriptor(), 0600) != 0 || ::bind(socket.descriptor(), as_any(address), sizeof address) != 0 ||
        ::listen(socket.descriptor(), 32) != 0)
        return can_not_listen(path);
    return socket;
}

std::optional<Socket> connect_to(const std::filesystem::path& path) {
    if (path.native().size() > longest_path) return std::nullopt;
    Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_un address = address_of(path);
    if (!socket || ::connect(socket.descriptor(), as_any(address), sizeof address) != 0) return std::nullopt;
    return socket;
}

std::vector<std::filesystem::path> socket_places(std::string_view store_address) {
    std::vector<std::filesystem::path> places;
    std::string name = place_of(store_address);
    if (store_address.starts_with("sqlite:")) {
        std::error_code error;
        std::filesystem::path file = std::filesystem::weakly_canonical(store_address.substr(7), error);
        if (error) file = std::filesystem::absolute(store_address.substr(7), error);
        name = file.string();
        file += "-socket";
        if (file.native().size() <= longest_path) places.push_back(file);
    }
    for (const auto& directory : runtime_directories()) places.push_back(directory / ("steadfast-" + short_name(name)));
    return places;
}

}  // namespace steadfast::app
