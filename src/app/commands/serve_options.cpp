#include "app/commands/serve_options.hpp"

#include "record/documents/clamd.hpp"

#include <CLI/CLI.hpp>

#include <charconv>

namespace steadfast::app {
namespace {

std::optional<std::uint16_t> port_of(const std::string& text) {
    std::uint16_t port = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, port);
    return read.ec == std::errc() && read.ptr == end ? std::optional(port) : std::nullopt;
}

}  // namespace

ServeTerms ServeOptions::terms(const Surroundings& surroundings) const {
    ServeTerms terms;
    terms.listen = listen;
    const std::string wanted = port.empty() ? surroundings.environment("PORT") : port;
    if (!wanted.empty()) {
        const auto number = port_of(wanted);
        if (!number) throw CLI::ValidationError("PORT: '" + wanted + "' is no port");
        terms.port = *number;
    }
    terms.stands_by = stands_by;
    terms.behind_tls = behind_tls;
    if (!assets.empty()) terms.assets = surroundings.at(assets);
    terms.colour = colour;
    if (!key.empty()) terms.key = surroundings.at(key);
    if (!anchors.empty()) terms.anchors = surroundings.at(anchors);
    terms.documents.most_bytes = std::uint64_t(largest_document) << 20;
    if (!clamd.empty()) {
        auto scanner = record::documents::clamd_at(clamd);
        if (!scanner) throw CLI::ValidationError("--clamd: " + scanner.error().whole());
        terms.documents.scanner = std::move(*scanner);
    }
    if (!openid.empty()) {
        terms.openid = {.issuer = openid, .client = openid_client, .client_secret = "", .claim = openid_claim, .our_address = public_address};
        if (!openid_secret_file.empty()) terms.openid_secret_file = surroundings.at(openid_secret_file);
    }
    terms.figures_for = figures_for_anybody ? FiguresFor::anybody : FiguresFor::this_machine;
    return terms;
}

std::shared_ptr<ServeOptions> declare_serve_options(CLI::App& command) {
    auto options = std::make_shared<ServeOptions>();
    command.add_option("--listen", options->listen, "The address to listen on (127.0.0.1: this machine alone)")->type_name("ADDRESS");
    command.add_option("--port", options->port, "The port (otherwise what PORT says, or 8080; 0: any that is free)")->type_name("NUMBER");
    command.add_option("--assets", options->assets, "The pages' style sheets and scripts (otherwise those beside the program)")->type_name("FOLDER");
    command.add_option("--colour", options->colour, "The council's colour for the header: \"#24506b\"")->type_name("COLOUR");
    command.add_option("--anchor", options->anchors, "Write the chain's signed head into this folder, daily and at the stop")->type_name("FOLDER");
    command.add_option("--key", options->key, "The key that signs it, made if it is not there (otherwise PATH.key beside an SQLite record)")->type_name("FILE");
    command.add_option("--largest-document", options->largest_document, "The largest file that can be filed, in MB (otherwise 25)")
        ->check(CLI::Range(1, 100))
        ->type_name("MB");
    command.add_option("--clamd", options->clamd, "Have every file scanned by this ClamAV: unix:/run/clamav/clamd.ctl or HOST:PORT")->type_name("ADDRESS");
    command.add_flag("--behind-tls", options->behind_tls, "A proxy in front speaks TLS: cookies are bound to it, its addresses are believed");
    command.add_option("--public-address", options->public_address, "Where browsers find the service: \"https://steadfast.example\"")->type_name("ADDRESS");
    command.add_option("--openid", options->openid, "Let people sign in at the council's OpenID provider, by its issuer's address")->type_name("ISSUER");
    command.add_option("--openid-client", options->openid_client, "Our name there")->type_name("NAME")->capture_default_str();
    command.add_option("--openid-secret-file", options->openid_secret_file, "What shows there that it is us: this file's first line")->type_name("FILE");
    command.add_option("--openid-claim", options->openid_claim, "Which claim is the sign-in name here: preferred_username, email…")->type_name("CLAIM")->capture_default_str();
    command.add_flag("--metrics-for-anybody", options->figures_for_anybody, "Let other machines read /metrics");
    return options;
}

}  // namespace steadfast::app
