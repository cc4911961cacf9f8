// Who may include whom.
#include "rules.hpp"

#include <array>
#include <fmt/format.h>
#include <map>
#include <string_view>

namespace steadfast::architecture {
namespace {

/// The floors of the house from the ground up. A room may include itself and any room on a lower floor; not its neighbours.
const std::map<std::string, int, std::less<>> floors{
    {"base", 0},  {"law", 1},         {"ledger", 1},  {"web", 1},      {"record", 2}, {"practice", 3}, {"workforce", 3},
    {"money", 3}, {"improvement", 4}, {"returns", 4}, {"forecast", 4}, {"demo", 4},   {"app", 5},
};

std::string at(const Source& source, int line, std::string_view says) {
    return fmt::format("{}:{}: {}", source.path, line, says);
}

}  // namespace

Findings includes_against_the_arrows(const House& house) {
    Findings findings;
    for (const auto& source : house.sources) {
        const auto here = floors.find(source.room());
        if (here == floors.end()) {
            findings.push_back(at(source, 1, "stands in no room that the design names"));
            continue;
        }
        for (const auto& include : source.includes) {
            const auto there = floors.find(Source{.path = include.name}.room());
            if (!include.quoted || there == floors.end() || there->first == here->first || there->second < here->second) continue;
            findings.push_back(
                at(source, include.line, fmt::format("{} may not include {} ({})", here->first, there->first, include.name)));
        }
    }
    return findings;
}

Findings includes_between_slices(const House& house) {
    Findings findings;
    for (const auto& source : house.sources) {
        if (source.room() != "practice" || source.slice().empty()) continue;
        for (const auto& include : source.includes) {
            const Source other{.path = include.name};
            if (other.room() != "practice" || other.slice().empty() || other.slice() == source.slice()) continue;
            findings.push_back(at(source, include.line,
                                  fmt::format("the slice {} may not include the slice {}; what both need belongs in record",
                                              source.slice(), other.slice())));
        }
    }
    return findings;
}

Findings includes_of_nothing(const House& house) {
    Findings findings;
    for (const auto& source : house.sources) {
        for (const auto& include : source.includes) {
            if (include.quoted && !house.paths.contains(include.name)) {
                findings.push_back(
                    at(source, include.line,
                       fmt::format("\"{}\" is not a file of the house; paths begin at src, others stand in <>", include.name)));
            }
        }
    }
    return findings;
}

/// Libraries that cost every file that sees them; our headers hide them.
Findings heavy_headers_in_headers(const House& house) {
    constexpr std::array<std::string_view, 11> heavy{"simdjson",   "CLI/",   "pugixml",  "libpq",      "sqlite3",
                                                     "microhttpd", "spdlog", "nlohmann", "boost/json", "unicode/", "graphviz/"};
    Findings findings;
    for (const auto& source : house.sources) {
        if (!source.is_header()) continue;
        for (const auto& include : source.includes) {
            for (const auto library : heavy) {
                if (include.name.starts_with(library)) {
                    findings.push_back(at(source, include.line, fmt::format("<{}> belongs in a .cpp", include.name)));
                }
            }
        }
    }
    return findings;
}

Findings headers_without_a_guard(const House& house) {
    Findings findings;
    for (const auto& source : house.sources) {
        if (source.is_header() && source.code.find("#pragma once") == std::string::npos) {
            findings.push_back(at(source, 1, "lacks #pragma once"));
        }
    }
    return findings;
}

}  // namespace steadfast::architecture
