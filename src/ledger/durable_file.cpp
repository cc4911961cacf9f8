#include "ledger/durable_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace steadfast::ledger {
namespace {

class File {
public:
    File(const std::string& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

tl::unexpected<Refusal> failed(const std::string& path, const char* doing) {
    return refuse(Refusal::Kind::unavailable, fmt::format("{} can't be {} ({}).", path, doing, std::strerror(errno)),
                  "Check that its folder exists, has space and may be written to.");
}

bool write_all(const File& file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file.descriptor(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<void> append_durably(const std::string& path, std::string_view text) {
    const bool is_new = !std::filesystem::exists(path);
    const File file(path, O_WRONLY | O_CREAT | O_APPEND);
    if (!file.is_open() || !write_all(file, text) || ::fsync(file.descriptor()) != 0) return failed(path, "written");
    return is_new ? synchronise_folder_of(path) : Result<void>{};
}

Result<void> write_durably(const std::string& path, std::string_view text) {
    const std::string beside = path + ".new";
    {
        const File file(beside, O_WRONLY | O_CREAT | O_TRUNC);
        if (!file.is_open() || !write_all(file, text) || ::fsync(file.descriptor()) != 0) return failed(beside, "written");
    }
    if (std::rename(beside.c_str(), path.c_str()) != 0) return failed(path, "written");
    return synchronise_folder_of(path);
}

Result<void> synchronise_folder_of(const std::string& path) {
    auto folder = std::filesystem::path(path).parent_path().string();
    if (folder.empty()) folder = ".";
    const File file(folder, O_RDONLY | O_DIRECTORY);
    if (!file.is_open() || ::fsync(file.descriptor()) != 0) return failed(folder, "written");
    return {};
}

Result<std::string> read_file(const std::string& path, std::size_t most) {
    const File file(path, O_RDONLY);
    if (!file.is_open() && errno == ENOENT)
        return refuse(Refusal::Kind::not_found, fmt::format("There is no file {}.", path), "Check the path.");
    if (!file.is_open()) return failed(path, "read");
    std::string text;
    std::array<char, 65536> some;
    for (;;) {
        const ssize_t length = ::read(file.descriptor(), some.data(), some.size());
        if (length < 0 && errno == EINTR) continue;
        if (length < 0) return failed(path, "read");
        if (length == 0) return text;
        text.append(some.data(), static_cast<std::size_t>(length));
        if (text.size() > most)
            return refuse(Refusal::Kind::invalid, fmt::format("{} is far longer than such a file is.", path), "Check the path.");
    }
}

}  // namespace steadfast::ledger
