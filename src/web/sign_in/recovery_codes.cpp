#include "web/sign_in/recovery_codes.hpp"

#include "web/sign_in/secrets.hpp"

#include <sodium.h>

namespace steadfast::web {
namespace {

constexpr std::string_view letters = "23456789abcdefghjkmnpqrstuvwxyz";   // 31: without 0, 1, i, l and o.
constexpr std::size_t letters_of_a_code = 12;
constexpr std::size_t letters_of_a_group = 4;
constexpr std::size_t most_typed = 100;

}  // namespace

std::vector<std::string> new_recovery_codes() {
    std::vector<std::string> codes(recovery_codes_at_once);
    for (std::string& code : codes)
        for (std::size_t i = 0; i < letters_of_a_code; ++i) {
            if (i > 0 && i % letters_of_a_group == 0) code += '-';
            code += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
        }
    return codes;
}

std::string kept_of_recovery_code(std::string_view typed) {
    std::string plain;
    for (const char c : typed.substr(0, most_typed))
        if (c != ' ' && c != '-') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return base64url(hash_of_token(plain));
}

}  // namespace steadfast::web
