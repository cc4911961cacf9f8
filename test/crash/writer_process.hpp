#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace steadfast::crash {

/// A writer as a process of its own, spoken to by the line.
class WriterProcess {
public:
    WriterProcess(const std::string& program, const std::vector<std::string>& arguments);
    ~WriterProcess();
    WriterProcess(const WriterProcess&) = delete;
    WriterProcess& operator=(const WriterProcess&) = delete;

    /// False where the process is gone.
    bool say(const std::string& line);
    /// The next whole line it says; none where it says nothing in time, or will never say anything again.
    [[nodiscard]] std::optional<std::string> hear(std::chrono::nanoseconds patience);
    [[nodiscard]] bool is_over() const { return is_over_; }   ///< It closed its end: it has died or ended.

    /// SIGKILL, and waits until it is gone. What it had said before can still be heard.
    void kill();

private:
    pid_t process_ = -1;
    int to_ = -1;
    int from_ = -1;
    std::string heard_;
    bool is_over_ = false;
};

}  // namespace steadfast::crash
