#pragma once

#include "record/item/field.hpp"

namespace steadfast::record {

// What is typed into a field that has a rule of its own, for Field::checked_by. Each gives the text as it is kept, or says in a
// sentence what is wrong and, where it can be worked out, what would be right.

/// Ten digits, spaces allowed, the last by modulus 11 (law/identifiers.hpp). Kept as ten digits.
[[nodiscard]] tl::expected<std::string, std::string> checked_nhs_number(std::string_view typed);

/// Thirteen characters that begin with the right letter (law/identifiers.hpp). Small letters become large ones.
[[nodiscard]] tl::expected<std::string, std::string> checked_upn(std::string_view typed);

/// A postcode by its shape: an area of one or two letters, a district, a space, a digit and two letters. Written as post is
/// addressed: "ZZ9 9ZZ". Whether there is such a place is for whoever has the list.
/// Royal Mail, Programmers' Guide to the Postcode Address File, edition 7: format of a postcode.
[[nodiscard]] tl::expected<std::string, std::string> checked_postcode(std::string_view typed);

/// A unique property reference number: up to twelve digits. GeoPlace, UPRN.
[[nodiscard]] tl::expected<std::string, std::string> checked_uprn(std::string_view typed);

/// An authority in England is called by one name, however it was typed, so that those it sent can be counted; any other as typed.
/// A field held to this offers the authorities of today as somebody types.
[[nodiscard]] tl::expected<std::string, std::string> checked_authority(std::string_view typed);

/// A language or a nationality as the list of them writes it (law/spoken.hpp), so that those who share one are found together; any other
/// as typed. A field held to one of these offers the list as somebody types.
[[nodiscard]] tl::expected<std::string, std::string> checked_language(std::string_view typed);
[[nodiscard]] tl::expected<std::string, std::string> checked_nationality(std::string_view typed);

}  // namespace steadfast::record
