#include "ledger/sqlite/lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace steadfast::ledger::sqlite {

Result<WriterLock> WriterLock::take(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return refuse(Refusal::Kind::unavailable, fmt::format("The lock {} can't be opened ({}).", path, std::strerror(errno)),
                      "Check that its folder exists and may be written to.");
    WriterLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        std::array<char, 32> text{};
        const ssize_t length = ::pread(file, text.data(), text.size() - 1, 0);
        const std::string holder(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
        return refuse(Refusal::Kind::clash,
                      fmt::format("The record is already open for writing in process {}.", holder.substr(0, holder.find('\n'))),
                      "Stop that process, or give the command while it runs and it will do it.");
    }
    const std::string pid = fmt::format("{}\n", ::getpid());
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size()))
        return refuse(Refusal::Kind::unavailable, fmt::format("The lock {} can't be written ({}).", path, std::strerror(errno)),
                      "Check that the disk has space and may be written to.");
    return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

WriterLock::~WriterLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace steadfast::ledger::sqlite
