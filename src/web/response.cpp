#include "web/response.hpp"

#include <fcntl.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace steadfast::web {

namespace {

bool can_stand_in_a_header(std::string_view text) {
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if ((code < 0x20 && letter != '\t') || code == 0x7f) return false;
    }
    return true;
}

}  // namespace

Result<OpenFile> OpenFile::open(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return refuse(Refusal::Kind::not_found, "There is no such file.");
    struct stat about{};
    if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) {
        ::close(descriptor);
        return refuse(Refusal::Kind::not_found, "There is no such file.");
    }
    return OpenFile(descriptor, static_cast<std::uint64_t>(about.st_size));
}

OpenFile::OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(size_, other.size_);
    return *this;
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

int OpenFile::release() { return std::exchange(descriptor_, -1); }

Response Response::page(Html html, int status) { return bytes(std::move(html).text(), "text/html; charset=utf-8", status); }

Response Response::text(std::string text, int status) { return bytes(std::move(text), "text/plain; charset=utf-8", status); }

Response Response::json(std::string json, int status) { return bytes(std::move(json), "application/json", status); }

Response Response::bytes(Body body, std::string content_type, int status) {
    return Response(status, std::move(body)).with("Content-Type", std::move(content_type));
}

Response Response::download(Body body, std::string content_type, std::string_view file_name) {
    return bytes(std::move(body), std::move(content_type))
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(file_name));
}

Response Response::see_other(const Link& link) { return Response(303, std::string()).with("Location", link.text()); }

Response Response::moved(const Link& link) { return Response(301, std::string()).with("Location", link.text()); }

Response Response::nothing(int status) { return Response(status, std::string()); }

Response& Response::with(std::string_view name, std::string value) & {
    if (!can_stand_in_a_header(name) || !can_stand_in_a_header(value))
        throw std::invalid_argument("a header would hold a control character: " + std::string(name));
    headers_.add(std::string(name), std::move(value));
    return *this;
}

Response&& Response::with(std::string_view name, std::string value) && { return std::move(with(name, std::move(value))); }

std::string_view Response::header(std::string_view name) const {
    for (const auto& [key, value] : headers_)
        if (same_ignoring_case(key, name)) return value;
    return {};
}

std::string_view Response::body_text() const {
    if (const auto* own = std::get_if<std::string>(&body_)) return *own;
    if (const auto* shared = std::get_if<Shared>(&body_)) return **shared;
    return {};
}

int status_of(Refusal::Kind kind) {
    switch (kind) {
        case Refusal::Kind::invalid: return 400;
        case Refusal::Kind::not_found: return 404;
        case Refusal::Kind::not_allowed: return 403;
        case Refusal::Kind::clash: return 409;
        case Refusal::Kind::unavailable: return 503;
    }
    return 500;
}

}  // namespace steadfast::web
