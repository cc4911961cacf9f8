#include "web/sign_in/form_token.hpp"

#include "web/sign_in/secrets.hpp"

namespace steadfast::web {

namespace {

constexpr std::size_t secret_bytes = 32;

std::string exclusive_or(std::string_view a, std::string_view b) {
    std::string mixed(a);
    for (std::size_t i = 0; i < mixed.size(); ++i) mixed[i] = static_cast<char>(mixed[i] ^ b[i]);
    return mixed;
}

std::string_view text_of(const Bytes32& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::string_view host_of(std::string_view origin) {
    const std::size_t scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view() : origin.substr(scheme + 3);
}

}  // namespace

FormToken::FormToken(std::string_view session_token) : secret_(text_of(keyed_hash("form", session_token))) {}

std::string FormToken::masked() const {
    const Bytes32 mask = random_bytes32();
    const std::string whole = std::string(text_of(mask)) + exclusive_or(secret_, text_of(mask));
    return base64url({reinterpret_cast<const std::uint8_t*>(whole.data()), whole.size()});
}

bool FormToken::matches(std::string_view masked) const {
    const auto whole = from_base64url(masked);
    if (!whole || whole->size() != 2 * secret_bytes) return false;
    const std::string_view mask = std::string_view(*whole).substr(0, secret_bytes);
    const std::string unmasked = exclusive_or(std::string_view(*whole).substr(secret_bytes), mask);
    return same_in_constant_time(hash_of_token(unmasked), hash_of_token(secret_));
}

Html FormToken::hidden_field() const {
    return Html() << "<input type=\"hidden\" name=\"" << field << "\" value=\"" << masked() << "\">";
}

Result<void> came_from_here(const Request& request) {
    const auto elsewhere = [] {
        return refuse(Refusal::Kind::not_allowed, "This form was sent from another website.",
                      "Open the page here and send it again.");
    };
    if (const auto site = request.header("sec-fetch-site"); !site.empty()) {
        if (site == "same-origin" || site == "none") return {};
        return elsewhere();
    }
    if (const auto origin = request.header("origin"); !origin.empty()) {
        if (const auto host = host_of(origin); !host.empty() && same_ignoring_case(host, request.header("host"))) return {};
        return elsewhere();
    }
    return {};
}

}  // namespace steadfast::web
