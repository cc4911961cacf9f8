#include "app/commands/commands.hpp"
#include "app/commands/held_against.hpp"
#include "ledger/backup.hpp"
#include "record/documents/standing_files.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace steadfast::app {
namespace {

enum class WithoutRegister { refuse, nothing_was_destroyed };

class Restore final : public ProgramCommand {
public:
    Restore(std::filesystem::path from, HeldAgainstPlaces places, WithoutRegister without)
        : from_(std::move(from)), places_(std::move(places)), without_(without) {}

    Ending run(const std::string& store_address, Output& output) override {
        if (auto known = check_register(store_address); !known) return could_not(output, known.error());
        const auto against = places_.read(store_address);
        if (!against) return could_not(output, against.error());
        auto store = ledger::open_store(store_address, ledger::Mode::write);
        if (!store) return could_not(output, store.error());

        // A register from elsewhere goes on beside the restored record, which has its own from now on.
        const auto restored = fill(**store, store_address, *against, output);
        if (!restored) return could_not(output, restored.error());
        if (restored->destroyed_again > 0)
            output.say(fmt::format("{} entries lost again what the register of destructions names.", restored->destroyed_again));
        const auto files = record::documents::check_files(**store);
        if (!files) return could_not(output, files.error());
        for (const std::string& file : *files) output.complain(file);
        if (restored->documents > 0) output.say(fmt::format("{} documents came with them.", restored->documents));
        output.say(fmt::format("{} entries are restored. Start the server to open them.", restored->head.seq));
        return Ending::well;
    }

private:
    [[nodiscard]] Result<void> check_register(const std::string& store_address) const {
        if (without_ == WithoutRegister::nothing_was_destroyed) return {};
        const auto path = places_.register_of(store_address);
        if (!path.empty() && std::filesystem::exists(path)) return {};
        return refuse(Refusal::Kind::not_found, "There is no register of destructions, so what was lawfully destroyed might come back.",
                      "Name it with --register FILE; or, if nothing was ever destroyed, say --nothing-was-destroyed.");
    }

    Result<ledger::Restored> fill(ledger::Store& store, const std::string& store_address, const ledger::HeldAgainst& against, Output& output) const {
        auto written = ledger::DestructionRegister::open(places_.register_of(store_address).string());
        if (!written) return refuse(written.error());
        auto restored = ledger::restore(from_.string(), store, *written, against, [&output](ledger::Sequence done, ledger::Sequence all) {
            output.progress({"Restoring the entries", done, all});
        }, record::documents::named_files);
        const std::filesystem::path beside = ledger::register_beside(store_address);
        if (restored && !places_.destructions.empty() && !beside.empty() && !std::filesystem::exists(beside))
            std::filesystem::copy_file(places_.destructions, beside);
        return restored;
    }

    std::filesystem::path from_;
    HeldAgainstPlaces places_;
    WithoutRegister without_;
};

}  // namespace

void declare_restore(const Declaring& declaring) {
    struct Own {
        std::string file;
        bool nothing_was_destroyed = false;
    };
    auto own = std::make_shared<Own>();
    CLI::App& command = *declaring.program.add_subcommand("restore", "Fill an empty store from a backup, without what was lawfully destroyed");
    command.add_option("FILE", own->file, "The backup")->required()->type_name("");
    auto options = declare_held_against(command);
    command.add_flag("--nothing-was-destroyed", own->nothing_was_destroyed, "There is no register, for nothing was ever destroyed");
    command.footer("The backup is verified first. Nothing is ever overwritten: the store must be new or empty.\n"
                   "Examples:\n"
                   "  steadfast restore record-2026-03-31.sqlite --store sqlite:/var/lib/steadfast/record.sqlite --register /mnt/elsewhere/record.destroyed\n"
                   "  steadfast restore record-2026-03-31.sqlite --store postgresql://db1/record --nothing-was-destroyed");
    command.callback([own, options, declaring] {
        declaring.choose(std::make_unique<Restore>(declaring.surroundings.at(own->file), options->places(declaring.surroundings),
                                                   own->nothing_was_destroyed ? WithoutRegister::nothing_was_destroyed : WithoutRegister::refuse));
    });
}

}  // namespace steadfast::app
