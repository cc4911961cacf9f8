#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace steadfast::ledger {

/// Writes numbers big-endian one after another: the only byte order that the chain knows.
class CanonicalBytes {
public:
    CanonicalBytes& u8(std::uint8_t value) { return number(value, 1); }
    CanonicalBytes& u16(std::uint16_t value) { return number(value, 2); }
    CanonicalBytes& u32(std::uint32_t value) { return number(value, 4); }
    CanonicalBytes& u64(std::uint64_t value) { return number(value, 8); }
    CanonicalBytes& raw(std::span<const std::uint8_t> bytes) {
        bytes_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return *this;
    }
    CanonicalBytes& raw(std::string_view bytes) {
        bytes_ += bytes;
        return *this;
    }
    void reserve(std::size_t size) { bytes_.reserve(size); }

    [[nodiscard]] const std::string& text() const { return bytes_; }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const {
        return {reinterpret_cast<const std::uint8_t*>(bytes_.data()), bytes_.size()};
    }

private:
    CanonicalBytes& number(std::uint64_t value, unsigned size) {
        for (unsigned i = size; i-- > 0;) bytes_ += static_cast<char>(value >> (8 * i) & 0xff);
        return *this;
    }
    std::string bytes_;
};

[[nodiscard]] inline std::string hexadecimal(std::span<const std::uint8_t> bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

/// Fills `bytes` from exactly twice as many lower-case hexadecimal digits; false where the text is anything else.
[[nodiscard]] inline bool from_hexadecimal(std::string_view text, std::span<std::uint8_t> bytes) {
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return -1;
    };
    if (text.size() != bytes.size() * 2) return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = digit(text[2 * i]);
        const int low = digit(text[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

}  // namespace steadfast::ledger
