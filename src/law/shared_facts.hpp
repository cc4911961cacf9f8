#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace steadfast::law {

/// For tests: the folder of published facts that stands beside the project, if it is there. STEADFAST_SHARED
/// names it; without that it is looked for beside the project's own folder.
[[nodiscard]] inline std::optional<std::filesystem::path> shared_facts(const std::filesystem::path& project) {
    const char* named = std::getenv("STEADFAST_SHARED");
    const std::filesystem::path folder = named != nullptr ? std::filesystem::path(named) : project / ".." / "shared";
    return std::filesystem::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

[[nodiscard]] inline std::string text_of_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace steadfast::law
