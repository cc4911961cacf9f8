#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace steadfast {

/// 128 random bits. All zero is "none"; it never names anything.
struct IdBytes {
    std::array<std::uint8_t, 16> bytes{};

    [[nodiscard]] bool is_none() const { return *this == IdBytes{}; }
    [[nodiscard]] std::string text() const;  ///< 32 lower-case hexadecimal digits.
    [[nodiscard]] static std::optional<IdBytes> parse(std::string_view text);
    [[nodiscard]] static IdBytes random();

    friend auto operator<=>(const IdBytes&, const IdBytes&) = default;
};

/// A random identifier of one sort of thing; two sorts never mix. It says nothing about what it names,
/// so it may stand in an address, a log or a header that outlives what it named.
template <class Thing>
class Id {
public:
    Id() = default;
    explicit Id(const IdBytes& bytes) : bytes_(bytes) {}

    [[nodiscard]] static Id random() { return Id(IdBytes::random()); }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text) {
        const auto bytes = IdBytes::parse(text);
        return bytes ? std::optional<Id>(Id(*bytes)) : std::nullopt;
    }
    [[nodiscard]] static std::optional<Id> from(std::span<const std::uint8_t> bytes) {
        if (bytes.size() != 16) return std::nullopt;
        IdBytes id;
        std::memcpy(id.bytes.data(), bytes.data(), 16);
        return Id(id);
    }

    [[nodiscard]] bool is_none() const { return bytes_.is_none(); }
    [[nodiscard]] std::string text() const { return bytes_.text(); }
    [[nodiscard]] const IdBytes& bytes() const { return bytes_; }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    IdBytes bytes_;
};

/// Ids are random, so any eight of their bytes are a hash.
[[nodiscard]] inline std::uint64_t hash_of(const IdBytes& id) {
    std::uint64_t value;
    std::memcpy(&value, id.bytes.data() + 8, 8);
    return value;
}

}  // namespace steadfast

template <>
struct std::hash<steadfast::IdBytes> {
    std::size_t operator()(const steadfast::IdBytes& id) const noexcept { return steadfast::hash_of(id); }
};

template <class Thing>
struct std::hash<steadfast::Id<Thing>> {
    std::size_t operator()(const steadfast::Id<Thing>& id) const noexcept { return steadfast::hash_of(id.bytes()); }
};
