#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace steadfast::web {

using Bytes32 = std::array<std::uint8_t, 32>;

inline constexpr std::size_t token_letters = 43;

/// 256 random bits in base64url: 43 letters that may stand in a cookie, a form or an address.
[[nodiscard]] std::string random_token();
[[nodiscard]] Bytes32 random_bytes32();
/// BLAKE2b-256. A token is random, so it needs no salt.
[[nodiscard]] Bytes32 hash_of_token(std::string_view token);
/// BLAKE2b-256 keyed with `key`: what only the holder of the key can say about the text.
[[nodiscard]] Bytes32 keyed_hash(std::string_view text, std::string_view key);
[[nodiscard]] bool same_in_constant_time(const Bytes32& a, const Bytes32& b);

[[nodiscard]] std::string base64url(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace steadfast::web
