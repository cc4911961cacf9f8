#include "app/commands/held_against.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace steadfast::app {
namespace {

/// The file that was named, or the one that stands beside the store; empty where neither is.
Result<std::filesystem::path> file_or_beside(const std::filesystem::path& named, const std::string& beside) {
    if (!named.empty()) {
        if (std::filesystem::exists(named)) return named;
        return refuse(Refusal::Kind::not_found, fmt::format("There is no file {}.", named.string()), "Check its name.");
    }
    return !beside.empty() && std::filesystem::exists(beside) ? std::filesystem::path(beside) : std::filesystem::path();
}

}  // namespace

Result<ledger::HeldAgainst> HeldAgainstPlaces::read(const std::string& store_address) const {
    ledger::HeldAgainst against;
    for (const auto& path : anchors) {
        const auto read = ledger::read_anchors(path.string());
        if (!read) return refuse(read.error());
        against.anchors.insert(against.anchors.end(), read->begin(), read->end());
    }
    const auto key_file = file_or_beside(key, ledger::key_beside(store_address));
    if (!key_file) return refuse(key_file.error());
    if (!key_file->empty()) {
        const auto signing = ledger::SigningKey::at(key_file->string());
        if (!signing) return refuse(signing.error());
        against.key = signing->public_key();
    }
    const auto destroyed = file_or_beside(destructions, ledger::register_beside(store_address));
    if (!destroyed) return refuse(destroyed.error());
    if (!destroyed->empty()) {
        const auto written = ledger::DestructionRegister::open(destroyed->string());
        if (!written) return refuse(written.error());
        against.destroyed = written->in_force();
    }
    return against;
}

std::filesystem::path HeldAgainstPlaces::register_of(const std::string& store_address) const {
    return destructions.empty() ? std::filesystem::path(ledger::register_beside(store_address)) : destructions;
}

HeldAgainstPlaces HeldAgainstOptions::places(const Surroundings& surroundings) const {
    HeldAgainstPlaces places;
    for (const std::string& anchor : anchors) places.anchors.push_back(surroundings.at(anchor));
    if (!key.empty()) places.key = surroundings.at(key);
    if (!destructions.empty()) places.destructions = surroundings.at(destructions);
    return places;
}

std::shared_ptr<HeldAgainstOptions> declare_held_against(CLI::App& command) {
    auto options = std::make_shared<HeldAgainstOptions>();
    command.add_option("--anchor", options->anchors, "A file of signed heads that serve --anchor wrote elsewhere")->type_name("FILE");
    command.add_option("--key", options->key, "The key that signs the heads (otherwise PATH.key beside an SQLite record)")->type_name("FILE");
    command.add_option("--register", options->destructions, "The register of destructions (otherwise PATH.destroyed beside an SQLite record)")
        ->type_name("FILE");
    return options;
}

}  // namespace steadfast::app
