#pragma once

#include "app/command_line.hpp"
#include "app/serve/serve.hpp"

#include <memory>
#include <string>

namespace steadfast::app {

/// What the commands that serve have in common.
struct ServeOptions {
    std::string listen = "127.0.0.1";
    std::string port;
    std::string assets;
    std::string colour;
    std::string key;
    std::string anchors;
    std::string clamd;
    std::uint32_t largest_document = 25;
    std::string public_address;
    std::string openid;
    std::string openid_client = "steadfast";
    std::string openid_secret_file;
    std::string openid_claim = "preferred_username";
    bool stands_by = false;
    bool behind_tls = false;
    bool figures_for_anybody = false;

    [[nodiscard]] ServeTerms terms(const Surroundings& surroundings) const;
};

/// @param options are filled while the command line is read.
[[nodiscard]] std::shared_ptr<ServeOptions> declare_serve_options(CLI::App& command);

}  // namespace steadfast::app
