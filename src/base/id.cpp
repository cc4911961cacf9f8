#include "base/id.hpp"

#include <sodium.h>

namespace steadfast {

std::string IdBytes::text() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(32);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::optional<IdBytes> IdBytes::parse(std::string_view text) {
    if (text.size() != 32) return std::nullopt;
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return -1;
    };
    IdBytes id;
    for (std::size_t i = 0; i < 16; ++i) {
        const int high = digit(text[2 * i]);
        const int low = digit(text[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return id;
}

IdBytes IdBytes::random() {
    // Asking the kernel for sixteen bytes at a time is what makes a bulk import slow; take a page at once.
    thread_local std::array<std::uint8_t, 4096> pool;
    thread_local std::size_t used = pool.size();
    if (used == pool.size()) {
        randombytes_buf(pool.data(), pool.size());
        used = 0;
    }
    IdBytes id;
    std::memcpy(id.bytes.data(), pool.data() + used, 16);
    sodium_memzero(pool.data() + used, 16);
    used += 16;
    return id;
}

}  // namespace steadfast
