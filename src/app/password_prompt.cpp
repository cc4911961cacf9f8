#include "app/password_prompt.hpp"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iostream>

namespace steadfast::app {
namespace {

/// What the terminal was like before it stopped showing what is typed; for the signal's sake outside any object.
termios terminal_before{};

/// Ctrl-C ends the program, and leaves a terminal that shows what is typed.
void give_the_terminal_back(int signal) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminal_before);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// The terminal does not show what is typed while this stands.
class WithoutEcho {
public:
    WithoutEcho() {
        ::tcgetattr(STDIN_FILENO, &terminal_before);
        before_ = std::signal(SIGINT, give_the_terminal_back);
        termios quiet = terminal_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~WithoutEcho() {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminal_before);
        std::signal(SIGINT, before_);
    }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

private:
    void (*before_)(int) = SIG_DFL;
};

Result<std::string> first_line(std::istream& from) {
    std::string line;
    std::getline(from, line);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) return refuse(Refusal::Kind::invalid, "No password was given.", "Type one, or name a file with --password-file.");
    return line;
}

Result<std::string> typed(const std::string& prompt) {
    // First without echo, then the question: whoever types at once is not shown either.
    const WithoutEcho quiet;
    std::cerr << prompt << ": " << std::flush;
    auto line = first_line(std::cin);
    std::cerr << "\n";
    return line;
}

}  // namespace

Result<std::string> ask_for_password(const PasswordWanted& wanted) {
    if (wanted.file) {
        std::ifstream file(*wanted.file);
        if (!file)
            return refuse(Refusal::Kind::not_found, fmt::format("The file {} can't be read.", wanted.file->string()), "Check its name.");
        return first_line(file);
    }
    if (!::isatty(STDIN_FILENO)) return first_line(std::cin);
    auto once = typed(wanted.prompt);
    if (!once) return once;
    const auto again = typed("Again, to be sure");
    if (!again) return again;
    if (*once != *again) return refuse(Refusal::Kind::invalid, "The two passwords differ.", "Give the command again.");
    return once;
}

}  // namespace steadfast::app
