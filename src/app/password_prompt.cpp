#include "app/password_prompt.hpp"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

namespace steadfast::app {
namespace {

/// The terminal does not show what is typed while this stands.
class WithoutEcho {
public:
    WithoutEcho() {
        ::tcgetattr(STDIN_FILENO, &before_);
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~WithoutEcho() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

private:
    termios before_{};
};

Result<std::string> first_line(std::istream& from) {
    std::string line;
    std::getline(from, line);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) return refuse(Refusal::Kind::invalid, "No password was given.", "Type one, or name a file with --password-file.");
    return line;
}

Result<std::string> typed(const std::string& prompt) {
    std::cerr << prompt << ": " << std::flush;
    const WithoutEcho quiet;
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
