#include "app/command_line.hpp"

#include "app/commands/commands.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

namespace steadfast::app {
namespace {

constexpr auto description =
    "Steadfast: the record that a council's children's services works from.\n"
    "Each command says more with --help. Exit codes: 0 well, 1 something was found that a person must look at, 2 could not.";

constexpr auto examples =
    "Examples:\n"
    "  steadfast demo                                   look round a council of invented people\n"
    "  steadfast worker add --name \"Amira Khan\" --sign-in amira.khan --as administrator\n"
    "  steadfast serve --store sqlite:/var/lib/steadfast/record.sqlite\n"
    "Commands may be given while the server runs: they then run inside it.";

/// CLI11 takes its words from the last to the first.
void parse(CLI::App& program, std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());
    program.parse(std::move(arguments));
}

const CLI::App& innermost(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : innermost(*chosen.front());
}

/// "steadfast worker" for worker add.
std::string words_before(const CLI::App& command) {
    std::string words;
    for (const CLI::App* app = command.get_parent(); app; app = app->get_parent()) words = words.empty() ? app->get_name() : app->get_name() + " " + words;
    return words;
}

std::string help_of(const CLI::App& command) {
    std::string help = command.help(words_before(command));
    if (command.get_parent()) help += "\n--store, the place of the record, may stand in any command: see steadfast --help.";
    return help;
}

std::string said_wrong(const CLI::App& command, const CLI::ParseError& error) {
    const std::string before = words_before(command);
    return std::string(error.what()) + "\nSee " + before + (before.empty() ? "" : " ") + command.get_name() + " --help.";
}

}  // namespace

std::variant<Chosen, Answered> read_command_line(std::vector<std::string> arguments, const Surroundings& surroundings) {
    CLI::App program(description, "steadfast");
    program.require_subcommand(1);
    program.fallthrough();
    program.footer(examples);
    program.get_formatter()->column_width(34);

    std::string store = surroundings.environment("STEADFAST_STORE");
    if (store.empty()) store = "sqlite:steadfast.sqlite";
    program.add_option("--store", store, "Where the record is kept: sqlite:PATH or postgresql://… (otherwise what STEADFAST_STORE says, or sqlite:steadfast.sqlite)")
        ->type_name("PLACE");

    std::optional<Command> command;
    const Declaring declaring{program, surroundings, [&command](Command chosen) { command = std::move(chosen); }};
    declare_commands(declaring);

    try {
        parse(program, std::move(arguments));
    } catch (const CLI::CallForAllHelp&) {
        return Answered{Ending::well, help_of(program)};
    } catch (const CLI::CallForHelp&) {
        return Answered{Ending::well, help_of(innermost(program))};
    } catch (const CLI::ParseError& error) {
        return Answered{Ending::could_not, said_wrong(innermost(program), error)};
    }
    if (!command) return Answered{Ending::could_not, help_of(program)};
    return Chosen{whole_store_address(store, surroundings), std::move(*command)};
}

std::string whole_store_address(const std::string& address, const Surroundings& surroundings) {
    constexpr std::string_view sqlite = "sqlite:";
    if (!address.starts_with(sqlite)) return address;
    return std::string(sqlite) + (surroundings.directory / address.substr(sqlite.size())).lexically_normal().string();
}

}  // namespace steadfast::app
