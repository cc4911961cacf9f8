#pragma once

#include <optional>
#include <string_view>

namespace steadfast::record::documents {

/// A type of file that a record takes in. The list is short on purpose: what people are sent as paper, pictures and messages,
/// and nothing that runs.
struct FileType {
    std::string_view media;     ///< "application/pdf": goes into headers.
    std::string_view words;     ///< "PDF"
    std::string_view ending;    ///< "pdf": what a download is called, whatever the sender called it.
    enum class Preview : unsigned char { none, image, page, words } preview = Preview::none;

    friend bool operator==(const FileType& a, const FileType& b) { return a.media == b.media; }
};

/// What a file is, told from its bytes alone: neither its name nor what a browser claims of it counts. None for anything that is
/// not on the list: programs, web pages, scripts, archives, and office files with macros in them.
/// @param bytes the whole file.
[[nodiscard]] std::optional<FileType> file_type_of(std::string_view bytes);

/// The same type by the name that was recorded of it.
[[nodiscard]] std::optional<FileType> file_type_named(std::string_view media);

/// "PDF, Word, Excel…", for whoever is refused.
[[nodiscard]] std::string_view allowed_file_types();
/// For a file input: what a browser offers to choose. Only a kindness: the bytes decide.
[[nodiscard]] std::string_view accepted_endings();

}  // namespace steadfast::record::documents
