#include "law/identifiers.hpp"

namespace steadfast::law {
namespace {

/// I, O and S are left out, being too like 1, 0 and 5.
constexpr std::string_view upn_letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<char> upn_check_letter(std::string_view other_twelve) {
    if (other_twelve.size() != 12) return std::nullopt;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < other_twelve.size(); ++i) {
        const char c = other_twelve[i];
        const bool last = i + 1 == other_twelve.size();
        const std::size_t letter = last ? upn_letters.find(c) : std::string_view::npos;
        if (!is_digit(c) && letter == std::string_view::npos) return std::nullopt;
        const std::size_t value = is_digit(c) ? static_cast<std::size_t>(c - '0') : letter;
        sum += value * (i + 2);
    }
    return upn_letters[sum % upn_letters.size()];
}

bool is_upn(std::string_view text) { return text.size() == 13 && upn_check_letter(text.substr(1)) == text[0]; }

bool is_temporary_upn(std::string_view text) { return is_upn(text) && !is_digit(text.back()); }

std::optional<char> nhs_check_digit(std::string_view first_nine) {
    if (first_nine.size() != 9) return std::nullopt;
    int sum = 0;
    int weight = 10;
    for (const char c : first_nine) {
        if (!is_digit(c)) return std::nullopt;
        sum += (c - '0') * weight--;
    }
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? std::nullopt : std::optional(static_cast<char>('0' + check));
}

std::optional<std::string> nhs_number(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        if (!is_digit(c) || digits.size() == 10) return std::nullopt;
        digits.push_back(c);
    }
    if (digits.size() != 10 || nhs_check_digit(digits.substr(0, 9)) != digits[9]) return std::nullopt;
    return digits;
}

}  // namespace steadfast::law
