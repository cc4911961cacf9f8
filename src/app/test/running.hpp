#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

// Runs the program itself, as a person or a script does.
namespace steadfast::app {

[[nodiscard]] std::string program_path();   ///< The program that was built beside this test.

struct Ran {
    int exit_code = -1;
    std::string said;   ///< Both streams.
};

/// @param arguments as a shell takes them.
[[nodiscard]] Ran run(const std::string& arguments, const std::string& input = "/dev/null");

/// The program in the background, killed if it still runs at the end.
class Running {
public:
    explicit Running(std::vector<std::string> arguments);
    virtual ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    /// What it said on both streams until it said this, or until it ended or half a minute was up.
    [[nodiscard]] std::string wait_for(const std::string& words);
    [[nodiscard]] pid_t process() const { return process_; }
    /// Sends it a signal.
    void signal(int number) const;
    /// Its exit code; -1 where a signal ended it or it did not end in time.
    [[nodiscard]] int wait();

protected:
    Running() = default;
    pid_t process_ = -1;
    int output_ = -1;

private:
    std::string said_;
};

/// The program with a terminal of its own for its input and both streams.
class AtTerminal final : public Running {
public:
    explicit AtTerminal(std::vector<std::string> arguments);
    void type(const std::string& text) const;
};

/// One HTTP request to this machine, the connection closed after it; the whole answer with its head, empty where nobody answered.
[[nodiscard]] std::string ask(int port, const std::string& method, const std::string& target, const std::string& headers = "",
                              const std::string& body = "");

/// The number that stands in "http://127.0.0.1:PORT" of what a server said; 0 where there is none.
[[nodiscard]] int port_in(const std::string& said);

}  // namespace steadfast::app
