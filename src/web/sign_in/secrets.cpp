#include "web/sign_in/secrets.hpp"

#include <sodium.h>
#include <stdexcept>

namespace steadfast::web {

namespace {

void ready() {
    static const int begun = sodium_init();
    if (begun < 0) throw std::runtime_error("libsodium could not start");
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::string random_token() { return base64url(random_bytes32()); }

Bytes32 random_bytes32() {
    ready();
    Bytes32 bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

Bytes32 hash_of_token(std::string_view token) {
    ready();
    Bytes32 hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(token), token.size(), nullptr, 0);
    return hash;
}

Bytes32 keyed_hash(std::string_view text, std::string_view key) {
    // A key of any length becomes one of 32 bytes.
    const Bytes32 short_key = hash_of_token(key);
    Bytes32 hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(), short_key.data(), short_key.size());
    return hash;
}

bool same_in_constant_time(const Bytes32& a, const Bytes32& b) { return sodium_memcmp(a.data(), b.data(), a.size()) == 0; }

std::string base64url(std::span<const std::uint8_t> bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const int read = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                                       nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (read != 0) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

}  // namespace steadfast::web
