#pragma once

#include "app/command.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace CLI {
class App;
}

namespace steadfast::app {

/// Where a command was given: relative paths start there, and the environment says what its options don't.
struct Surroundings {
    std::filesystem::path directory;
    std::function<std::string(std::string_view name)> environment;   ///< "" where a variable is not set.

    [[nodiscard]] std::filesystem::path at(const std::string& path) const { return directory / path; }
};

/// The command that was asked for, ready to run.
struct Chosen {
    std::string store_address;
    Command command;
};

/// Nothing is to be run: help was asked for, or the arguments make no sense.
struct Answered {
    Ending ending = Ending::well;
    std::string text;
};

/// Reads a command line, without the program's name.
[[nodiscard]] std::variant<Chosen, Answered> read_command_line(std::vector<std::string> arguments, const Surroundings& surroundings);

/// What each command adds to the command line. When its callback runs it makes the command.
using Choose = std::function<void(Command)>;
struct Declaring {
    CLI::App& program;
    const Surroundings& surroundings;
    Choose choose;
};

/// The store's address as this process should use it: an SQLite path made absolute, so that it names one file wherever it is used.
[[nodiscard]] std::string whole_store_address(const std::string& address, const Surroundings& surroundings);

}  // namespace steadfast::app
