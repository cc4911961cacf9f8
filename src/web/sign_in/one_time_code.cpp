#include "web/sign_in/one_time_code.hpp"

#include "web/link.hpp"

#include <fmt/format.h>
#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace steadfast::web {
namespace {

constexpr std::size_t secret_bytes = 20;
constexpr std::size_t most_letters = 200;

struct Freed {
    void operator()(char* text) const { std::free(text); }
};
using OathText = std::unique_ptr<char, Freed>;

/// Digits alone: people type "123 456".
std::string plain(std::string_view typed) {
    std::string digits;
    for (const char c : typed.substr(0, most_letters))
        if (c != ' ' && c != '-') digits += c;
    return digits;
}

}  // namespace

OneTimeSecret OneTimeSecret::random() {
    OneTimeSecret secret{std::string(secret_bytes, '\0')};
    randombytes_buf(secret.bytes.data(), secret.bytes.size());
    return secret;
}

std::optional<OneTimeSecret> OneTimeSecret::in_letters(std::string_view letters) {
    if (letters.size() > most_letters) return std::nullopt;
    char* out = nullptr;
    std::size_t size = 0;
    if (oath_base32_decode(letters.data(), letters.size(), &out, &size) != OATH_OK) return std::nullopt;
    const OathText bytes(out);
    if (size != secret_bytes) return std::nullopt;
    return OneTimeSecret{std::string(bytes.get(), size)};
}

std::string OneTimeSecret::letters() const {
    char* out = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &out, &size) != OATH_OK) return "";
    const OathText letters(out);
    return {letters.get(), size};
}

std::string OneTimeSecret::letters_in_groups() const {
    std::string groups;
    const std::string all = letters();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && i % 4 == 0) groups += ' ';
        groups += all[i];
    }
    return groups;
}

std::string code_at(const OneTimeSecret& secret, Instant now) {
    std::array<char, digits_of_a_code + 1> code{};
    if (oath_totp_generate(secret.bytes.data(), secret.bytes.size(), now.seconds(), seconds_of_a_step, 0, digits_of_a_code, code.data()) != OATH_OK)
        return "";
    return {code.data(), digits_of_a_code};
}

std::optional<std::uint64_t> step_of_code(const OneTimeSecret& secret, std::string_view typed, Instant now) {
    const std::string code = plain(typed);
    if (code.size() != digits_of_a_code) return std::nullopt;
    std::optional<std::uint64_t> step;
    for (const int away : {0, -1, 1}) {
        const Instant then = now.plus_seconds(away * seconds_of_a_step);
        const std::string right = code_at(secret, then);
        if (then.seconds() >= 0 && right.size() == code.size() && sodium_memcmp(right.data(), code.data(), code.size()) == 0 && !step)
            step = static_cast<std::uint64_t>(then.seconds() / seconds_of_a_step);
    }
    return step;
}

std::string authenticator_address(std::string_view service, std::string_view account, const OneTimeSecret& secret) {
    const std::string issuer = percent_encoded(service);
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits={}&period={}", issuer, percent_encoded(account),
                       secret.letters(), issuer, digits_of_a_code, seconds_of_a_step);
}

}  // namespace steadfast::web
