#include "record/people/checks.hpp"

#include "law/authorities.hpp"
#include "law/identifiers.hpp"
#include "law/spoken.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

using Checked = tl::expected<std::string, std::string>;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return letter >= 'A' && letter <= 'Z'; }

tl::unexpected<std::string> wrong(std::string says) { return tl::unexpected(std::move(says)); }

/// Without spaces and hyphens, in capitals.
std::string bare(std::string_view typed) {
    std::string text;
    for (const char letter : typed)
        if (letter != ' ' && letter != '-') text.push_back(letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter);
    return text;
}

/// The shapes of the part before the space: A for a letter, 9 for a digit.
constexpr std::array<std::string_view, 6> outward_shapes{"A9", "A99", "AA9", "AA99", "A9A", "AA9A"};

std::string shape_of_postcode(std::string_view text) {
    std::string shape;
    for (const char letter : text) shape.push_back(is_letter(letter) ? 'A' : is_digit(letter) ? '9' : '?');
    return shape;
}

}  // namespace

Checked checked_nhs_number(std::string_view typed) {
    if (auto number = law::nhs_number(typed)) return *number;
    const std::string digits = bare(typed);
    const bool has_ten = digits.size() == 10 && std::ranges::all_of(digits, is_digit);
    if (!has_ten) return wrong("The NHS number must have 10 digits, like 943 476 5919");
    const auto last = law::nhs_check_digit(std::string_view(digits).substr(0, 9));
    if (!last) return wrong("The NHS number must have a right check digit; none is given out that begins with these 9 digits");
    return wrong(fmt::format("The NHS number must have 10 digits and a right check digit; its last digit would be {}", *last));
}

Checked checked_upn(std::string_view typed) {
    std::string text = bare(typed);
    if (law::is_upn(text)) return text;
    const auto letter = text.size() == 13 ? law::upn_check_letter(std::string_view(text).substr(1)) : std::nullopt;
    if (!letter) return wrong("The unique pupil number must be a letter and 12 digits, like A990200012345; the last may be a letter");
    return wrong(fmt::format("The unique pupil number must begin with its check letter; with these digits it would be {}", *letter));
}

Checked checked_postcode(std::string_view typed) {
    const std::string text = bare(typed);
    const bool is_long_enough = text.size() >= 5 && text.size() <= 7;
    const std::string outward = is_long_enough ? text.substr(0, text.size() - 3) : "";
    const std::string inward = is_long_enough ? text.substr(text.size() - 3) : "";
    const bool has_shape = std::ranges::find(outward_shapes, shape_of_postcode(outward)) != outward_shapes.end() && shape_of_postcode(inward) == "9AA";
    if (!has_shape) return wrong("The postcode must be a full one, like LS1 4AP; leave it empty where it is not known");
    return outward + " " + inward;
}

Checked checked_uprn(std::string_view typed) {
    std::string text = bare(typed);
    if (text.size() > 12 || !std::ranges::all_of(text, is_digit)) return wrong("The property reference (UPRN) must be up to 12 digits");
    return text;
}

tl::expected<std::string, std::string> checked_authority(std::string_view typed) {
    const auto authority = law::english_authority_named(typed);
    return std::string(authority ? authority->says : typed);
}

tl::expected<std::string, std::string> checked_language(std::string_view typed) { return std::string(law::word_meant(law::spoken_languages(), typed).value_or(typed)); }

tl::expected<std::string, std::string> checked_nationality(std::string_view typed) { return std::string(law::word_meant(law::nationalities(), typed).value_or(typed)); }

}  // namespace steadfast::record
