#include "app/test/running.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pty.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

// What the tests of the whole program run it with.
namespace steadfast::app {
namespace {

using Moment = std::chrono::steady_clock;
constexpr std::chrono::seconds patience{60};

/// The program's name and arguments as execv wants them.
class CommandWords {
public:
    explicit CommandWords(std::vector<std::string> arguments) : texts_(std::move(arguments)) {
        texts_.insert(texts_.begin(), program_path());
        for (std::string& text : texts_) pointers_.push_back(text.data());
        pointers_.push_back(nullptr);
    }
    [[noreturn]] void become() const {
        ::execv(pointers_.front(), pointers_.data());
        ::_exit(127);
    }

private:
    std::vector<std::string> texts_;
    std::vector<char*> pointers_;
};

}  // namespace

std::string program_path() { return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "steadfast").string(); }

Ran run(const std::string& arguments, const std::string& input) {
    const std::string line = "env -u STEADFAST_STORE '" + program_path() + "' " + arguments + " 2>&1 <" + input;
    Ran ran;
    std::FILE* pipe = ::popen(line.c_str(), "r");
    std::array<char, 4096> bytes{};
    while (const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), pipe)) ran.said.append(bytes.data(), got);
    const int status = ::pclose(pipe);
    ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

Running::Running(std::vector<std::string> arguments) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    CommandWords words(std::move(arguments));
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(ends[1], STDERR_FILENO);
        words.become();
    }
    ::close(ends[1]);
    output_ = ends[0];
}

AtTerminal::AtTerminal(std::vector<std::string> arguments) {
    CommandWords words(std::move(arguments));
    process_ = ::forkpty(&output_, nullptr, nullptr, nullptr);
    if (process_ == 0) words.become();
}

void AtTerminal::type(const std::string& text) const { (void)!::write(output_, text.data(), text.size()); }

Running::~Running() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    if (output_ >= 0) ::close(output_);
}

std::string Running::wait_for(const std::string& words) {
    const auto deadline = Moment::now() + patience;
    while (said_.find(words) == std::string::npos && Moment::now() < deadline) {
        pollfd readable{output_, POLLIN, 0};
        if (::poll(&readable, 1, 100) <= 0) continue;
        std::array<char, 4096> bytes{};
        const ssize_t got = ::read(output_, bytes.data(), bytes.size());
        if (got <= 0) break;
        said_.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return said_;
}

void Running::signal(int number) const { ::kill(process_, number); }

int Running::wait() {
    const auto deadline = Moment::now() + patience;
    int status = 0;
    while (Moment::now() < deadline) {
        if (::waitpid(process_, &status, WNOHANG) == process_) {
            process_ = -1;
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return -1;
}

std::string ask(int port, const std::string& method, const std::string& target, const std::string& headers, const std::string& body) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (::connect(socket, static_cast<const sockaddr*>(static_cast<const void*>(&address)), sizeof address) == 0) {
        std::string request = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers;
        if (!body.empty())
            request += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
        request += "\r\n" + body;
        (void)!::write(socket, request.data(), request.size());
        std::array<char, 16384> bytes{};
        for (ssize_t got = 0; (got = ::read(socket, bytes.data(), bytes.size())) > 0;) answer.append(bytes.data(), static_cast<std::size_t>(got));
    }
    ::close(socket);
    return answer;
}

int port_in(const std::string& said) {
    constexpr std::string_view before = "http://127.0.0.1:";
    const auto at = said.find(before);
    return at == std::string::npos ? 0 : std::atoi(said.c_str() + at + before.size());
}

}  // namespace steadfast::app
