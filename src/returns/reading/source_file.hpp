#pragma once

#include "base/result.hpp"
#include "returns/reading/limits.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace steadfast::returns {

/// A file as it came, before anybody looked into it.
struct SourceFile {
    std::string name;    ///< To say to a person: the last part of its path, without control characters.
    std::string bytes;
};

struct Sources {
    std::vector<SourceFile> files;
    std::vector<std::string> passed_over;   ///< Files of a directory that are neither .csv nor .xml, by name.
};

/// Reads files, or the .csv and .xml files that stand directly in a directory, in the order of their names.
/// In a directory, links and whatever is not a plain file are passed over: a path named outright is the person's choice,
/// what lies in a directory is not.
[[nodiscard]] Result<Sources> read_sources(const std::vector<std::filesystem::path>& paths, const Limits& limits);

/// A name with control characters and bytes that are not UTF-8 replaced, so that it can be shown.
[[nodiscard]] std::string fit_to_show(std::string_view name);

}  // namespace steadfast::returns
