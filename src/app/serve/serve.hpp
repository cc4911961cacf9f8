#pragma once

#include "app/output.hpp"
#include "app/serve/health.hpp"
#include "app/serve/log.hpp"
#include "record/documents/document_terms.hpp"
#include "record/record.hpp"
#include "web/openid/openid.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace steadfast::app {

struct ServeTerms {
    std::string listen = "127.0.0.1";
    std::uint16_t port = 8080;           ///< 0: any that is free.
    bool stands_by = false;              ///< Follows another server on the same record, and takes over when that one stops.
    bool behind_tls = false;             ///< A proxy in front speaks TLS; browsers come through it alone.
    std::filesystem::path assets;        ///< Empty: beside the program.
    std::string colour;                  ///< Of the header: "#24506b". Empty: as the style sheet has it.
    std::filesystem::path key;           ///< That signs the heads. Empty: beside an SQLite record.
    std::filesystem::path anchors;       ///< Where the signed head is written each day. Empty: nowhere.
    web::OpenIdTerms openid;             ///< The council's own sign-in, where it has one; its secret stands in the file below.
    std::filesystem::path openid_secret_file;
    FiguresFor figures_for = FiguresFor::this_machine;
    record::documents::DocumentTerms documents;   ///< How large a file may be, and what scans it.
    Log::Detail log = Log::Detail::everything;
};

/// Serves a council's record until somebody wants it to stop, and then stops in good order.
/// @param ready is told the address once people can come; may be empty.
[[nodiscard]] Ending serve(const std::string& store_address, const ServeTerms& terms, Output& output,
                           const std::function<void(const std::string& address)>& ready);

}  // namespace steadfast::app
