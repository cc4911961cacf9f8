#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace steadfast::web {

/// A file that came with a form. It lies in a temporary file that has no name, so that nothing personal is left
/// behind whatever happens to the program; it is gone when this value is.
class UploadedFile {
public:
    [[nodiscard]] static Result<UploadedFile> begin(const std::filesystem::path& directory, std::string field,
                                                    std::string_view file_name, std::string content_type);
    UploadedFile(UploadedFile&& other) noexcept;
    UploadedFile& operator=(UploadedFile&& other) noexcept;
    UploadedFile(const UploadedFile&) = delete;
    UploadedFile& operator=(const UploadedFile&) = delete;
    ~UploadedFile();

    [[nodiscard]] Result<void> append(std::string_view bytes);

    [[nodiscard]] const std::string& field() const { return field_; }
    /// What the person's machine called it, without any folder. Never a path to be used here.
    [[nodiscard]] const std::string& file_name() const { return file_name_; }
    [[nodiscard]] const std::string& content_type() const { return content_type_; }  ///< As claimed, not as checked.
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] Result<std::string> read(std::uint64_t offset, std::size_t most) const;
    [[nodiscard]] Result<std::string> read_whole() const { return read(0, static_cast<std::size_t>(size_)); }
    /// The whole of it under a name that programs can open as long as this value lives.
    [[nodiscard]] std::filesystem::path path() const;

private:
    UploadedFile(int descriptor, std::string field, std::string file_name, std::string content_type);
    int descriptor_ = -1;
    std::string field_;
    std::string file_name_;
    std::string content_type_;
    std::uint64_t size_ = 0;
};

}  // namespace steadfast::web
