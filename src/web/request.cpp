#include "web/request.hpp"

#include "web/link.hpp"

#include <algorithm>

namespace steadfast::web {

namespace {

constexpr std::size_t most_segments = 32;

tl::unexpected<Refusal> unreadable(std::string says) {
    return refuse(Refusal::Kind::invalid, std::move(says), "Go back and try again.");
}

}  // namespace

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::remove: return "DELETE";
    }
    return "";
}

Result<Request> Request::read(RequestParts parts) {
    Request request(std::move(parts));
    const std::string_view target = request.parts_.target;
    const std::size_t question = std::min(target.find('?'), target.size());

    auto segments = path_segments(target.substr(0, question));
    if (!segments) return unreadable("The address of this page can't be read.");
    request.segments_ = std::move(*segments);

    auto query = parse_urlencoded(target.substr(std::min(question + 1, target.size())));
    if (!query) return unreadable("The address of this page can't be read.");
    request.query_ = std::move(*query);

    request.form_ = std::move(request.parts_.multipart);
    if (request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
        auto form = parse_urlencoded(request.parts_.body);
        if (!form) return unreadable("What was sent with this form can't be read.");
        request.form_ = std::move(*form);
    }
    for (const auto& [name, value] : request.parts_.headers)
        if (same_ignoring_case(name, "cookie"))
            for (const auto& [cookie, content] : parse_cookies(value)) request.cookies_.add(cookie, content);
    return request;
}

const UploadedFile* Request::file(std::string_view field) const {
    const auto found =
        std::find_if(parts_.files.begin(), parts_.files.end(), [&](const auto& file) { return file.field() == field; });
    return found == parts_.files.end() ? nullptr : &*found;
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& [key, value] : parts_.headers)
        if (same_ignoring_case(key, name)) return value;
    return {};
}

std::optional<std::vector<std::string>> path_segments(std::string_view path) {
    if (path.empty() || path.front() != '/') return std::nullopt;
    path.remove_prefix(1);
    std::vector<std::string> segments;
    if (path.empty()) return segments;
    while (true) {
        if (segments.size() == most_segments) return std::nullopt;
        const std::size_t end = std::min(path.find('/'), path.size());
        auto segment = percent_decoded(path.substr(0, end), Plus::is_plus);
        if (!segment ||
            std::any_of(segment->begin(), segment->end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }))
            return std::nullopt;
        segments.push_back(std::move(*segment));
        if (end == path.size()) return segments;
        path.remove_prefix(end + 1);
    }
}

}  // namespace steadfast::web
