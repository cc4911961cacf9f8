#pragma once

#include "app/command_line.hpp"
#include "ledger/verify.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace steadfast::app {

/// Where there is what a record or a backup can be held against.
struct HeldAgainstPlaces {
    std::vector<std::filesystem::path> anchors;
    std::filesystem::path key;               ///< Empty: beside the store, if it is there.
    std::filesystem::path destructions;      ///< Empty: beside the store, if it is there.

    /// Refuses a file that was named and is not there, and one that can't be read.
    [[nodiscard]] Result<ledger::HeldAgainst> read(const std::string& store_address) const;
    /// The register of destructions: the one named, or the one beside the store; empty where there is none.
    [[nodiscard]] std::filesystem::path register_of(const std::string& store_address) const;
};

struct HeldAgainstOptions {
    std::vector<std::string> anchors;
    std::string key;
    std::string destructions;
    [[nodiscard]] HeldAgainstPlaces places(const Surroundings& surroundings) const;
};

/// Adds --anchor, --key and --register.
[[nodiscard]] std::shared_ptr<HeldAgainstOptions> declare_held_against(CLI::App& command);

}  // namespace steadfast::app
