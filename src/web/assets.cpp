#include "web/assets.hpp"

#include "web/gzip.hpp"
#include "web/sign_in/secrets.hpp"

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace steadfast::web {

namespace {

constexpr std::size_t digest_letters = 12;

std::optional<std::string> content_type_of(std::string_view name) {
    for (const auto& [ending, type] : {std::pair<std::string_view, std::string_view>{".css", "text/css; charset=utf-8"},
                                       {".js", "text/javascript; charset=utf-8"},
                                       {".svg", "image/svg+xml"},
                                       {".png", "image/png"},
                                       {".woff2", "font/woff2"},
                                       {".txt", "text/plain; charset=utf-8"}})
        if (name.ends_with(ending)) return std::string(type);
    return std::nullopt;
}

std::string digest_of(std::string_view content) {
    std::string digest;
    for (const std::uint8_t byte : hash_of_token(content)) digest += fmt::format("{:02x}", byte);
    return digest.substr(0, digest_letters);
}

std::optional<int> hex_pair(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// WCAG 2.2, "relative luminance".
double luminance(int red, int green, int blue) {
    const auto linear = [](int part) {
        const double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

}  // namespace

Result<Assets> Assets::load(const std::filesystem::path& folder) {
    Assets assets;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_regular_file() || !content_type_of(name)) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream content;
        content << file.rdbuf();
        if (!file) return refuse(Refusal::Kind::unavailable, fmt::format("Could not read {}.", entry.path().string()));
        if (auto added = assets.add(name, std::move(content).str()); !added) return refuse(added.error());
    }
    if (error || assets.files_.empty())
        return refuse(Refusal::Kind::not_found, fmt::format("There are no assets of the pages in {}.", folder.string()),
                      "Make them with script/assets, or say where they are.");
    return assets;
}

Result<void> Assets::add(std::string_view name, std::string content) {
    const auto type = content_type_of(name);
    const std::size_t dot = name.rfind('.');
    if (!type) return refuse(Refusal::Kind::invalid, fmt::format("{} has no ending that says what it is.", name));
    const std::string digest = digest_of(content);
    const std::string address = fmt::format("{}-{}{}", name.substr(0, dot), digest, name.substr(dot));
    File file{*type, "\"" + digest + "\"", nullptr, nullptr};
    if (is_compressible(*type))
        if (auto small = gzipped(content, 9); small.size() < content.size())
            file.small = std::make_shared<const std::string>(std::move(small));
    file.plain = std::make_shared<const std::string>(std::move(content));
    files_.insert_or_assign(address, std::move(file));
    addresses_.insert_or_assign(std::string(name), address);
    return {};
}

Link Assets::link(std::string_view name) const {
    const auto found = addresses_.find(name);
    if (found == addresses_.end()) throw std::invalid_argument(fmt::format("there is no asset called {}", name));
    return to("/assets") / found->second;
}

void Assets::add_routes(Router& router) const {
    router.get("/assets/{name}", [files = files_](const Request& request) { return answer(files, request); });
}

Response Assets::answer(const Files& files, const Request& request) {
    const auto found = files.find(request.at("name"));
    if (found == files.end()) return Response::text("There is no such file.", 404);
    const File& file = found->second;
    const bool is_known = request.header("if-none-match") == file.etag;
    const bool is_small = !is_known && file.small && accepts_gzip(request.header("accept-encoding"));
    Response response =
        is_known ? Response::nothing(304) : Response::bytes(is_small ? file.small : file.plain, file.content_type);
    if (is_small) response.with("Content-Encoding", "gzip");
    if (file.small) response.with("Vary", "Accept-Encoding");
    return std::move(response).with("ETag", file.etag).with("Cache-Control", "public, max-age=31536000, immutable");
}

Result<std::string> brand_style(std::string_view colour) {
    const auto refused = [](std::string_view why) {
        return refuse(Refusal::Kind::invalid, fmt::format("The header can't have that colour: {}.", why),
                      "Give it as #rrggbb, such as #24506b.");
    };
    if (colour.size() != 7 || colour.front() != '#') return refused("it is not written as a colour");
    const auto red = hex_pair(colour.substr(1, 2));
    const auto green = hex_pair(colour.substr(3, 2));
    const auto blue = hex_pair(colour.substr(5, 2));
    if (!red || !green || !blue) return refused("it is not written as a colour");
    const double contrast = 1.05 / (luminance(*red, *green, *blue) + 0.05);
    if (contrast < 4.5) return refused("white words can't be read on it");
    return fmt::format(":root{{--brand-colour:#{:02x}{:02x}{:02x}}}", *red, *green, *blue);
}

}  // namespace steadfast::web
