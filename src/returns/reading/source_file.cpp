#include "returns/reading/source_file.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <unicode/unistr.h>

namespace steadfast::returns {
namespace {

namespace files = std::filesystem;

bool is_a_table_or_a_form(const files::path& path) {
    std::string end = path.extension().string();
    std::transform(end.begin(), end.end(), end.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return end == ".csv" || end == ".xml";
}

Result<std::vector<files::path>> files_within(const files::path& directory, Sources& sources) {
    std::error_code error;
    std::vector<files::path> found;
    for (files::directory_iterator each(directory, error), end; !error && each != end; each.increment(error)) {
        const bool is_plain = each->symlink_status(error).type() == files::file_type::regular;
        if (is_plain && is_a_table_or_a_form(each->path())) found.push_back(each->path());
        else if (!each->is_directory(error)) sources.passed_over.push_back(fit_to_show(each->path().filename().string()));
    }
    if (error)
        return refuse(Refusal::Kind::unavailable,
                      fmt::format("The directory {} can't be read: {}.", fit_to_show(directory.string()), error.message()),
                      "Check its name and who may read it.");
    if (found.empty())
        return refuse(Refusal::Kind::invalid,
                      fmt::format("There is no .csv or .xml file in {}.", fit_to_show(directory.string())),
                      "Name the directory that holds the return's files, or the files themselves.");
    std::sort(found.begin(), found.end());
    std::sort(sources.passed_over.begin(), sources.passed_over.end());
    return found;
}

Result<SourceFile> read_one(const files::path& path, std::size_t most) {
    SourceFile file;
    file.name = fit_to_show(path.filename().string());
    std::error_code error;
    if (files::status(path, error).type() != files::file_type::regular)
        return refuse(Refusal::Kind::not_found, fmt::format("There is no file {}.", fit_to_show(path.string())),
                      "Check its name.");
    std::ifstream in(path, std::ios::binary);
    const auto size = files::file_size(path, error);
    if (!in || error)
        return refuse(Refusal::Kind::unavailable, fmt::format("{} can't be read.", file.name), "Check who may read it.");
    if (size > most)
        return refuse(Refusal::Kind::invalid,
                      fmt::format("{} would take the import past {} MB in all.", file.name, most / 1'000'000),
                      "Check that it is the return; if it is, import it in parts.");
    file.bytes.resize(size);
    in.read(file.bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::size_t>(in.gcount()) != size)
        return refuse(Refusal::Kind::unavailable, fmt::format("{} changed while it was being read.", file.name),
                      "Try again when it is whole.");
    return file;
}

}  // namespace

Result<Sources> read_sources(const std::vector<std::filesystem::path>& paths, const Limits& limits) {
    Sources sources;
    std::vector<files::path> all;
    for (const auto& path : paths) {
        std::error_code error;
        if (!files::is_directory(path, error)) {
            all.push_back(path);
            continue;
        }
        auto within = files_within(path, sources);
        if (!within) return refuse(within.error());
        all.insert(all.end(), within->begin(), within->end());
    }
    if (all.size() > limits.files)
        return refuse(Refusal::Kind::invalid, fmt::format("There are {} files; one import takes {}.", all.size(), limits.files),
                      "Name only the files of one return.");

    std::size_t left = limits.file;
    for (const auto& path : all) {
        auto file = read_one(path, left);
        if (!file) return refuse(file.error());
        left -= file->bytes.size();
        sources.files.push_back(std::move(*file));
    }
    return sources;
}

std::string fit_to_show(std::string_view name) {
    // ICU puts U+FFFD in place of bytes that are not UTF-8.
    auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<std::int32_t>(std::min<std::size_t>(name.size(), 300))));
    for (std::int32_t i = 0; i < text.length(); ++i)
        if (text[i] < 0x20 || (text[i] >= 0x7f && text[i] < 0xa0)) text.setCharAt(i, 0xFFFD);
    std::string shown;
    text.toUTF8String(shown);
    return shown;
}

}  // namespace steadfast::returns
