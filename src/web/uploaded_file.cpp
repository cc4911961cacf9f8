#include "web/uploaded_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace steadfast::web {

namespace {

std::string last_segment(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

int open_nameless(const std::filesystem::path& directory) {
    const int nameless = ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (nameless >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return nameless;
    // A file system without nameless files: make one and take its name away at once.
    std::string name = (directory / "upload-XXXXXX").string();
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) ::unlink(name.c_str());
    return named;
}

tl::unexpected<Refusal> no_room() {
    return refuse(Refusal::Kind::unavailable, "The file could not be stored.",
                  "Try again, and tell the system's administrator if it happens twice.");
}

}  // namespace

Result<UploadedFile> UploadedFile::begin(const std::filesystem::path& directory, std::string field, std::string_view file_name,
                                         std::string content_type) {
    const int descriptor = open_nameless(directory);
    if (descriptor < 0) return no_room();
    return UploadedFile(descriptor, std::move(field), last_segment(file_name), std::move(content_type));
}

UploadedFile::UploadedFile(int descriptor, std::string field, std::string file_name, std::string content_type)
    : descriptor_(descriptor),
      field_(std::move(field)),
      file_name_(std::move(file_name)),
      content_type_(std::move(content_type)) {}

UploadedFile::UploadedFile(UploadedFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      field_(std::move(other.field_)),
      file_name_(std::move(other.file_name_)),
      content_type_(std::move(other.content_type_)),
      size_(other.size_) {}

UploadedFile& UploadedFile::operator=(UploadedFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    field_.swap(other.field_);
    file_name_.swap(other.file_name_);
    content_type_.swap(other.content_type_);
    std::swap(size_, other.size_);
    return *this;
}

UploadedFile::~UploadedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> UploadedFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return no_room();
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::string> UploadedFile::read(std::uint64_t offset, std::size_t most) const {
    std::string bytes(most, '\0');
    std::size_t filled = 0;
    while (filled < most) {
        const ssize_t got = ::pread(descriptor_, bytes.data() + filled, most - filled, static_cast<off_t>(offset + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return refuse(Refusal::Kind::unavailable, "The uploaded file could not be read back.");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

std::filesystem::path UploadedFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

}  // namespace steadfast::web
