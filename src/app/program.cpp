#include "app/program.hpp"

#include "app/catalogue.hpp"
#include "app/local/local_client.hpp"
#include "app/password_prompt.hpp"

#include <fmt/format.h>

#include <mutex>

namespace steadfast::app {
namespace {

/// The file that an SQLite record should be in and is not; empty where there is one, or where only the database knows. A folder
/// that whoever gives the command may not look into has none for them.
std::string place_without_record(const std::string& store_address) {
    constexpr std::string_view sqlite = "sqlite:";
    if (!store_address.starts_with(sqlite)) return "";
    std::string path = store_address.substr(sqlite.size());
    std::error_code could_not_look;
    return std::filesystem::exists(path, could_not_look) ? "" : path;
}

/// Runs what was chosen where the person is.
class Here {
public:
    Here(const std::vector<std::string>& arguments, const Surroundings& surroundings, const std::string& store_address, Output& output)
        : arguments_(arguments), surroundings_(surroundings), store_address_(store_address), output_(output) {}

    Ending operator()(const std::unique_ptr<ProgramCommand>& command) { return command->run(store_address_, output_); }

    Ending operator()(const std::unique_ptr<StoreCommand>& command) {
        if (const auto ending = in_the_server("")) return *ending;
        auto store = ledger::open_store(store_address_, ledger::Mode::read_only);
        if (!store) return could_not(output_, store.error());
        return command->run(**store, store_address_, output_);
    }

    Ending operator()(const std::unique_ptr<RecordCommand>& command) {
        if (const auto place = place_without_record(store_address_); !place.empty()) {
            if (!command->may_begin_a_record())
                return could_not(output_, {Refusal::Kind::not_found, fmt::format("There is no record at {}.", place), "Say with --store where it is."});
            output_.complain(fmt::format("There is no record at {} yet: this begins one.", place));
        }
        std::string password;
        if (const auto wanted = command->wants_password()) {
            auto given = ask_for_password(*wanted);
            if (!given) return could_not(output_, given.error());
            password = std::move(*given);
        }
        if (const auto ending = in_the_server(password)) return *ending;
        auto record = record::Record::open(store_address_, whole_catalogue(), clock_, opening_on(output_));
        // A server may have started since; it has the store, and takes the command once it is open.
        if (!record) {
            const auto ending = in_the_server(password);
            return ending ? *ending : could_not(output_, record.error());
        }
        command->take_password(std::move(password));
        return command->run(**record, output_);
    }

private:
    /// None where no server has this store open.
    std::optional<Ending> in_the_server(const std::string& password) {
        const auto server = find_server(store_address_);
        if (!server) return could_not(output_, server.error());
        if (!*server) return std::nullopt;
        return send_order(**server, {arguments_, surroundings_.directory, password}, output_);
    }

    const std::vector<std::string>& arguments_;
    const Surroundings& surroundings_;
    const std::string& store_address_;
    Output& output_;
    SystemClock clock_;
};

/// Runs what was chosen inside the server.
struct There {
    record::Record& record;
    const std::string& store_address;
    Output& output;
    const std::string& password;

    Ending operator()(const std::unique_ptr<ProgramCommand>&) const {
        return could_not(output, {Refusal::Kind::invalid, "A server has this store open, and this command needs it to itself.",
                                  "Stop the server first."});
    }
    Ending operator()(const std::unique_ptr<StoreCommand>& command) const { return command->run(record.ledger().store(), store_address, output); }
    Ending operator()(const std::unique_ptr<RecordCommand>& command) const {
        static std::mutex one_at_a_time;
        std::unique_lock turn(one_at_a_time, std::defer_lock);
        if (command->runs_alone() && !turn.try_lock()) {
            output.complain("Another such command is running. This one begins when that one is done.");
            turn.lock();
        }
        command->take_password(password);
        return command->run(record, output);
    }
};

}  // namespace

record::Opening opening_on(Output& output) {
    return [&output](ledger::Sequence done, ledger::Sequence of) { output.progress({"Opening the record", done, of}); };
}

Ending run_program(const std::vector<std::string>& arguments, const Surroundings& surroundings, Output& output) {
    auto read = read_command_line(arguments, surroundings);
    if (const auto* answered = std::get_if<Answered>(&read)) {
        answered->ending == Ending::well ? output.say(answered->text) : output.complain(answered->text);
        return answered->ending;
    }
    const Chosen& chosen = std::get<Chosen>(read);
    return std::visit(Here(arguments, surroundings, chosen.store_address, output), chosen.command);
}

Ending run_order(const Order& order, record::Record& record, const std::string& store_address, Output& output) {
    // The server has one store open, whatever the environment of whoever asks says: they found its socket by its address.
    const Surroundings surroundings{order.directory, [](std::string_view) { return std::string(); }};
    auto read = read_command_line(order.arguments, surroundings);
    if (const auto* answered = std::get_if<Answered>(&read)) {
        output.complain(answered->text);
        return answered->ending;
    }
    return std::visit(There{record, store_address, output, order.password}, std::get<Chosen>(read).command);
}

}  // namespace steadfast::app
