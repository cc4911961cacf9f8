#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::ledger::postgresql {

/// Element types of arrays, by the numbers that PostgreSQL has given them for good.
enum class Element : std::uint32_t { bytes = 17, int8 = 20, int2 = 21, int4 = 23, text = 25, timestamp = 1184, uuid = 2950 };

/// Values in PostgreSQL's binary form, one after the other: a statement's parameters, a COPY row or an array's elements.
class Fields {
public:
    Fields& null();
    Fields& int2(std::int16_t value);
    Fields& int4(std::int32_t value);
    Fields& int8(std::int64_t value);
    Fields& timestamp(Instant value);                 ///< timestamptz
    Fields& uuid(const IdBytes& value);
    Fields& uuid_or_null(const IdBytes& value);       ///< NULL where it is none.
    Fields& text(std::string_view value);
    Fields& bytes(std::span<const std::uint8_t> value);
    Fields& array(Element element, const Fields& elements);

    [[nodiscard]] int count() const { return static_cast<int>(starts_.size()); }
    [[nodiscard]] const std::string& encoded() const { return encoded_; }   ///< Each with its length before it.
    /// Where each value starts, and how long it is; null where it is NULL. Valid until the next value is added.
    [[nodiscard]] std::vector<const char*> values() const;
    [[nodiscard]] std::vector<int> lengths() const;
    void clear();

private:
    void start(std::size_t length);
    void put16(std::uint16_t value);
    void put32(std::uint32_t value);
    void put64(std::uint64_t value);

    std::string encoded_;
    std::vector<std::size_t> starts_;
    bool has_null_ = false;
};

/// One value as it comes back. It points into what it was read from.
class Field {
public:
    Field() = default;
    explicit Field(std::string_view value) : value_(value), is_null_(false) {}

    [[nodiscard]] bool is_null() const { return is_null_; }
    [[nodiscard]] std::string_view text() const { return value_; }   ///< Empty where NULL.
    [[nodiscard]] std::span<const std::uint8_t> bytes() const;
    [[nodiscard]] std::int16_t int2() const { return static_cast<std::int16_t>(number(2)); }
    [[nodiscard]] std::int32_t int4() const { return static_cast<std::int32_t>(number(4)); }
    [[nodiscard]] std::int64_t int8() const { return static_cast<std::int64_t>(number(8)); }
    [[nodiscard]] Instant timestamp() const;
    [[nodiscard]] IdBytes uuid() const;               ///< None where NULL.
    /// Takes an array of one dimension apart; empty where NULL. Replaces what `elements` held.
    void array_into(std::vector<Field>& elements) const;

private:
    /// Zero where the value is NULL or has another width: the statement and its reader then disagree.
    [[nodiscard]] std::uint64_t number(std::size_t width) const;

    std::string_view value_;
    bool is_null_ = true;
};

/// Takes one row of COPY BINARY apart. False where it is the end marker or not a row of that many fields.
[[nodiscard]] bool take_copied_row(std::string_view row, std::span<Field> fields);

}  // namespace steadfast::ledger::postgresql
