#include "app/commands/commands.hpp"
#include "app/commands/held_against.hpp"
#include "ledger/verify.hpp"
#include "record/access/access_seal.hpp"
#include "record/documents/standing_files.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace steadfast::app {
namespace {

class Verify final : public StoreCommand {
public:
    explicit Verify(HeldAgainstPlaces places) : places_(std::move(places)) {}

    Ending run(ledger::Store& store, const std::string& store_address, Output& output) override {
        const auto against = places_.read(store_address);
        if (!against) return could_not(output, against.error());
        const auto verified = ledger::verify(store, *against, [&output](ledger::Sequence done, ledger::Sequence all) {
            output.progress({"Verifying the entries", done, all});
        });
        if (!verified) return could_not(output, verified.error());
        const auto seals = record::check_access_seals(store);
        if (!seals) return could_not(output, seals.error());

        auto files = record::documents::check_files(store);
        if (!files) return could_not(output, files.error());

        for (const ledger::Finding& finding : verified->findings) output.say(in_words(finding));
        for (const std::string& broken : seals->broken) output.say(broken);
        for (const std::string& file : *files) output.say(file);
        for (const std::string& removed : seals->removed) output.say(removed);
        return sum_up(*verified, seals->broken.size() + files->size(), *against, output);
    }

private:
    static std::string in_words(const ledger::Finding& finding) {
        std::string place;
        if (finding.seq != 0) place = fmt::format("Entry {}", finding.seq);
        if (!finding.item.is_none()) place += fmt::format("{} item {}", place.empty() ? "" : ",", finding.item.text());
        return place.empty() ? finding.says : place + ": " + finding.says;
    }

    static Ending sum_up(const ledger::Verification& verified, std::size_t beside_the_chain, const ledger::HeldAgainst& against, Output& output) {
        if (verified.found > verified.findings.size())
            output.say(fmt::format("… and {} more.", verified.found - verified.findings.size()));
        if (against.anchors.empty() && !against.key)
            output.complain("Held against itself alone: a record that was rewritten as a whole is only found with --anchor or its key.");
        const std::uint64_t found = verified.found + beside_the_chain;
        if (found == 0) {
            output.say(fmt::format("{} entries stand as they were recorded.", verified.head.seq));
            return Ending::well;
        }
        output.say(fmt::format("{} {} in {} entries.", found, found == 1 ? "finding" : "findings", verified.head.seq));
        return Ending::findings;
    }

    HeldAgainstPlaces places_;
};

}  // namespace

void declare_verify(const Declaring& declaring) {
    CLI::App& command = *declaring.program.add_subcommand("verify", "Check that nothing in the record was changed, removed, reordered or put in");
    auto options = declare_held_against(command);
    command.footer("Exit code 1: something was found; each finding names its place.\n"
                   "Examples:\n"
                   "  steadfast verify\n"
                   "  steadfast verify --anchor /mnt/elsewhere/anchors/anchors.txt");
    command.callback([options, declaring] { declaring.choose(std::make_unique<Verify>(options->places(declaring.surroundings))); });
}

}  // namespace steadfast::app
