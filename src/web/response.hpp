#pragma once

#include "base/result.hpp"
#include "web/fields.hpp"
#include "web/html.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>

namespace steadfast::web {

/// A file on disk to be sent as it is. Opened when the response is made, so a file that is missing is known then.
class OpenFile {
public:
    [[nodiscard]] static Result<OpenFile> open(const std::filesystem::path& path);
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] int release();  ///< The descriptor, now the caller's to close.

private:
    OpenFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

/// An answer. The server adds the security headers to each.
class Response {
public:
    using Shared = std::shared_ptr<const std::string>;
    using Body = std::variant<std::string, Shared, OpenFile>;

    /// A page; never kept by any cache, for it is about people.
    [[nodiscard]] static Response page(Html html, int status = 200);
    [[nodiscard]] static Response text(std::string text, int status = 200);
    [[nodiscard]] static Response json(std::string json, int status = 200);
    /// Any bytes; the content type is a literal or comes from a list of the caller's, never from a request.
    [[nodiscard]] static Response bytes(Body body, std::string content_type, int status = 200);
    /// Offers the bytes as a file to keep under that name.
    [[nodiscard]] static Response download(Body body, std::string content_type, std::string_view file_name);
    /// After a form: the browser goes there with a GET (303).
    [[nodiscard]] static Response see_other(const Link& link);
    [[nodiscard]] static Response moved(const Link& link);  ///< 301.
    [[nodiscard]] static Response nothing(int status);      ///< No body: 204, 304.

    /// One header more. A fault if the name or value holds what would end the header.
    Response&& with(std::string_view name, std::string value) &&;
    Response& with(std::string_view name, std::string value) &;

    [[nodiscard]] int status() const { return status_; }
    [[nodiscard]] const Fields& headers() const { return headers_; }
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] const Body& body() const { return body_; }
    [[nodiscard]] Body& body() { return body_; }
    [[nodiscard]] std::string_view body_text() const;  ///< "" for a file on disk.

private:
    Response(int status, Body body) : status_(status), body_(std::move(body)) {}
    int status_;
    Fields headers_;
    Body body_;
};

/// The status that says what a refusal means: 400, 404, 403, 409 or 503.
[[nodiscard]] int status_of(Refusal::Kind kind);

}  // namespace steadfast::web
