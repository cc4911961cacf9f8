#include "app/commands/commands.hpp"
#include "base/clock.hpp"
#include "ledger/backup.hpp"
#include "record/documents/standing_files.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace steadfast::app {
namespace {

class Backup final : public StoreCommand {
public:
    explicit Backup(std::filesystem::path to) : to_(std::move(to)) {}

    Ending run(ledger::Store& store, const std::string&, Output& output) override {
        const auto copied = ledger::back_up(store, to_.string(), SystemClock().now(), [&output](ledger::Sequence done, ledger::Sequence all) {
            output.progress({"Copying the entries", done, all});
        }, record::documents::named_files);
        if (!copied) return could_not(output, copied.error());
        output.say(fmt::format("{} holds {} entries.", to_.string(), copied->seq));
        return Ending::well;
    }

private:
    std::filesystem::path to_;
};

}  // namespace

void declare_backup(const Declaring& declaring) {
    auto file = std::make_shared<std::string>();
    CLI::App& command = *declaring.program.add_subcommand("backup", "Copy the record into one file, also while it is in use; its documents into FILE-documents");
    command.add_option("FILE", *file, "The file to make; one of that name must not be there")->required()->type_name("");
    command.footer("The signing key, the anchors and the register of destructions are not in it: keep them apart.\n"
                   "Example:\n  steadfast backup /mnt/elsewhere/record-$(date +%F).sqlite");
    command.callback([file, declaring] { declaring.choose(std::make_unique<Backup>(declaring.surroundings.at(*file))); });
}

}  // namespace steadfast::app
