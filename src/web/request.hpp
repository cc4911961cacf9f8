#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "web/fields.hpp"
#include "web/uploaded_file.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::web {

/// HEAD is a get whose answer the server sends without its body.
enum class Method { get, post, put, remove };
[[nodiscard]] std::string_view name_of(Method method);  ///< "GET"

/// What a request is made of, before anything in it is trusted.
struct RequestParts {
    Method method = Method::get;
    std::string target = "/";       ///< Path and query as sent: "/children?page=2".
    Fields headers;
    std::string body;               ///< As sent, unless it was multipart.
    Fields multipart;               ///< The plain fields of a multipart form…
    std::vector<UploadedFile> files;  ///< …and its files.
    std::string remote_address;     ///< "192.0.2.7"; behind a proxy, the one the proxy saw.
    Instant received;
};

/// One request, whole: its body has arrived and its path, query and form could be read.
class Request {
public:
    [[nodiscard]] static Result<Request> read(RequestParts parts);

    [[nodiscard]] Method method() const { return parts_.method; }
    /// Decoded segments: "/children/a%2Fb" is {"children", "a/b"}; "/" has none.
    [[nodiscard]] const std::vector<std::string>& segments() const { return segments_; }
    [[nodiscard]] std::string_view target() const { return parts_.target; }
    [[nodiscard]] const Fields& query() const { return query_; }
    [[nodiscard]] const Fields& form() const { return form_; }  ///< Of both kinds of form.
    [[nodiscard]] const std::string& body() const { return parts_.body; }
    [[nodiscard]] const std::vector<UploadedFile>& files() const { return parts_.files; }
    [[nodiscard]] const UploadedFile* file(std::string_view field) const;
    [[nodiscard]] std::string_view cookie(std::string_view name) const { return cookies_.get(name); }
    [[nodiscard]] std::string_view header(std::string_view name) const;  ///< "" if there is none. Case does not matter.
    [[nodiscard]] const std::string& remote_address() const { return parts_.remote_address; }
    [[nodiscard]] Instant received() const { return parts_.received; }

    /// What stood for "{name}" in the route's path.
    [[nodiscard]] std::string_view at(std::string_view name) const { return path_fields_.get(name); }
    /// The same as an Id or anything else with a static `parse`; not found if it is none.
    template <class T>
        requires requires(std::string_view text) {
            { T::parse(text) } -> std::same_as<std::optional<T>>;
        }
    [[nodiscard]] Result<T> at(std::string_view name) const {
        if (auto value = T::parse(at(name))) return *value;
        return refuse(Refusal::Kind::not_found, "There is no such page.", "Check the address.");
    }
    void name_path_fields(Fields fields) { path_fields_ = std::move(fields); }  ///< The router's word to the route.

private:
    explicit Request(RequestParts parts) : parts_(std::move(parts)) {}
    RequestParts parts_;
    std::vector<std::string> segments_;
    Fields query_;
    Fields form_;
    Fields cookies_;
    Fields path_fields_;
};

/// The decoded segments of a path, or none if it is not one that a browser would send for a page here.
[[nodiscard]] std::optional<std::vector<std::string>> path_segments(std::string_view path);

}  // namespace steadfast::web
