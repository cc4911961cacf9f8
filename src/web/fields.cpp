#include "web/fields.hpp"

#include "web/link.hpp"

#include <algorithm>

namespace steadfast::web {

namespace {

std::string_view without_spaces(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

constexpr std::size_t most_cookies = 64;

}  // namespace

std::optional<std::string_view> Fields::first(std::string_view name) const {
    for (const auto& [key, value] : fields_)
        if (key == name) return value;
    return std::nullopt;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : fields_)
        if (key == name) values.emplace_back(value);
    return values;
}

std::optional<Fields> parse_urlencoded(std::string_view text, std::size_t most) {
    Fields fields;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view field = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (field.empty()) continue;
        if (fields.size() == most) return std::nullopt;
        const std::size_t equals = std::min(field.find('='), field.size());
        auto name = percent_decoded(field.substr(0, equals), Plus::is_space);
        auto value = percent_decoded(field.substr(std::min(equals + 1, field.size())), Plus::is_space);
        if (!name || !value) return std::nullopt;
        if (name->find('\0') != std::string::npos || value->find('\0') != std::string::npos) return std::nullopt;
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

Fields parse_cookies(std::string_view header) {
    Fields cookies;
    while (!header.empty() && cookies.size() < most_cookies) {
        const std::size_t end = std::min(header.find(';'), header.size());
        const std::string_view cookie = without_spaces(header.substr(0, end));
        header.remove_prefix(std::min(end + 1, header.size()));
        const std::size_t equals = cookie.find('=');
        if (equals == std::string_view::npos || equals == 0) continue;
        cookies.add(std::string(cookie.substr(0, equals)), std::string(cookie.substr(equals + 1)));
    }
    return cookies;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace steadfast::web
