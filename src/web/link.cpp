#include "web/link.hpp"

#include <algorithm>
#include <array>

namespace steadfast::web {

namespace {

bool stands_for_itself(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '.' || letter == '_' || letter == '~';
}

int hex_digit(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

bool has_control_or_space(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char letter) {
        const auto code = static_cast<unsigned char>(letter);
        return code <= 0x20 || code == 0x7f;
    });
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
    return lower;
}

}  // namespace

std::optional<Link> Link::outside(std::string_view address) {
    if (has_control_or_space(address)) return std::nullopt;
    const std::string lower = lower_case(address.substr(0, 8));
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
        if (lower.starts_with(scheme) && address.size() > scheme.size()) return Link(std::string(address));
    return std::nullopt;
}

std::optional<Link> Link::inside(std::string_view address) {
    if (address.empty() || address.front() != '/' || address.starts_with("//")) return std::nullopt;
    if (has_control_or_space(address) || address.find('\\') != std::string_view::npos) return std::nullopt;
    return Link(std::string(address));
}

Link Link::with(std::string_view name, std::string_view value) const {
    const std::size_t hash = text_.find('#');
    std::string whole = text_.substr(0, hash);
    whole += whole.find('?') == std::string::npos ? '?' : '&';
    whole += percent_encoded(name) + "=" + percent_encoded(value);
    if (hash != std::string::npos) whole += text_.substr(hash);
    return Link(std::move(whole));
}

Link Link::at(std::string_view fragment) const {
    return Link(text_.substr(0, text_.find('#')) + "#" + percent_encoded(fragment));
}

Link to(LocalPath path) { return Link(std::string(path.text())); }

Link operator/(const Link& link, std::string_view segment) {
    std::string whole = link.text_;
    if (!whole.ends_with('/')) whole += '/';
    // A browser takes "." and ".." for the way up, even percent-encoded; as a name they have no place in an address.
    if (segment == "." || segment == "..") return Link(whole + "-");
    return Link(whole + percent_encoded(segment));
}

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char letter : text) {
        if (stands_for_itself(letter)) {
            encoded += letter;
        } else {
            const auto code = static_cast<unsigned char>(letter);
            encoded += {'%', digits[code >> 4], digits[code & 15]};
        }
    }
    return encoded;
}

std::optional<std::string> percent_decoded(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::is_space) {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_digit(text[i + 1]);
            const int low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return decoded;
}

}  // namespace steadfast::web
