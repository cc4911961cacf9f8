#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace steadfast::law {

/// The letter that begins a unique pupil number whose other twelve characters these are: each times its place, 2 to
/// 13, summed, modulo 23. The last may be a letter, in a temporary number. None where they can't be a number's.
/// Department for Education, Unique pupil numbers: guide for schools and local authorities.
[[nodiscard]] std::optional<char> upn_check_letter(std::string_view other_twelve);

/// Thirteen characters of the right shape that begin with the right letter. Whether characters 2 to 4 are a council's
/// number is for whoever has the list.
[[nodiscard]] bool is_upn(std::string_view text);

/// One of those that a school gives for the time being: it ends in a letter.
[[nodiscard]] bool is_temporary_upn(std::string_view text);

/// The tenth digit of an NHS number that begins with these nine, by modulus 11. None where they are not nine digits,
/// or where the tenth would be 10: no such number is given out.
/// NHS Data Model and Dictionary, NHS NUMBER.
[[nodiscard]] std::optional<char> nhs_check_digit(std::string_view first_nine);

/// The ten digits of an NHS number, however spaced ("943 476 5919"); none where it is not one.
[[nodiscard]] std::optional<std::string> nhs_number(std::string_view text);

}  // namespace steadfast::law
