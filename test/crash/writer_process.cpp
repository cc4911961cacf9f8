#include "writer_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

extern char** environ;

namespace steadfast::crash {

using namespace std::chrono_literals;

WriterProcess::WriterProcess(const std::string& program, const std::vector<std::string>& arguments) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe to the writer");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);

    std::vector<std::string> kept{program};
    kept.insert(kept.end(), arguments.begin(), arguments.end());
    std::vector<char*> words;
    for (std::string& word : kept) words.push_back(word.data());
    words.push_back(nullptr);
    const int error = posix_spawn(&process_, program.c_str(), &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    to_ = in[1];
    from_ = out[0];
    if (error != 0) throw std::runtime_error("the writer does not start: " + program);
}

WriterProcess::~WriterProcess() {
    kill();
    close(to_);
    close(from_);
}

bool WriterProcess::say(const std::string& line) {
    const std::string whole = line + '\n';
    return write(to_, whole.data(), whole.size()) == static_cast<ssize_t>(whole.size());
}

std::optional<std::string> WriterProcess::hear(std::chrono::nanoseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (const auto end = heard_.find('\n'); end != std::string::npos) {
            std::string line = heard_.substr(0, end);
            heard_.erase(0, end + 1);
            return line;
        }
        if (is_over_) return std::nullopt;
        const auto left = std::max<std::chrono::nanoseconds>(until - std::chrono::steady_clock::now(), 0ns);
        const timespec limit{left / 1s, (left % 1s).count()};
        pollfd waiting{from_, POLLIN, 0};
        if (ppoll(&waiting, 1, &limit, nullptr) <= 0) return std::nullopt;
        std::array<char, 16384> bytes{};
        const ssize_t size = read(from_, bytes.data(), bytes.size());
        if (size <= 0) is_over_ = true;
        else heard_.append(bytes.data(), static_cast<std::size_t>(size));
    }
}

void WriterProcess::kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
}

}  // namespace steadfast::crash
