#include "ledger/postgresql/fields.hpp"

#include <cstring>
#include <limits>

namespace steadfast::ledger::postgresql {
namespace {

constexpr std::uint32_t null_length = 0xffffffff;
/// PostgreSQL counts microseconds from 2000-01-01T00:00:00Z.
constexpr std::int64_t microseconds_from_1970_to_2000 = 946'684'800'000'000;
/// Its calendar starts at 4713 BC; whatever asks "since always" means minus infinity.
constexpr std::int64_t first_microsecond = -210'000'000'000'000'000;
constexpr std::int64_t minus_infinity = std::numeric_limits<std::int64_t>::min();

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
    return value;
}

/// Takes a length and that many bytes off the front; none where the bytes end before that.
std::optional<Field> take_field(std::string_view& rest) {
    if (rest.size() < 4) return std::nullopt;
    const auto length = static_cast<std::uint32_t>(big_endian(rest.substr(0, 4)));
    rest.remove_prefix(4);
    if (length == null_length) return Field();
    if (rest.size() < length) return std::nullopt;
    const Field field(rest.substr(0, length));
    rest.remove_prefix(length);
    return field;
}

}  // namespace

Fields& Fields::null() {
    starts_.push_back(encoded_.size());
    put32(null_length);
    has_null_ = true;
    return *this;
}

Fields& Fields::int2(std::int16_t value) {
    start(2);
    put16(static_cast<std::uint16_t>(value));
    return *this;
}

Fields& Fields::int4(std::int32_t value) {
    start(4);
    put32(static_cast<std::uint32_t>(value));
    return *this;
}

Fields& Fields::int8(std::int64_t value) {
    start(8);
    put64(static_cast<std::uint64_t>(value));
    return *this;
}

Fields& Fields::timestamp(Instant value) {
    if (value.microseconds() < first_microsecond) return int8(minus_infinity);
    return int8(value.microseconds() - microseconds_from_1970_to_2000);
}

Fields& Fields::uuid(const IdBytes& value) { return bytes(value.bytes); }

Fields& Fields::uuid_or_null(const IdBytes& value) { return value.is_none() ? null() : uuid(value); }

Fields& Fields::text(std::string_view value) {
    start(value.size());
    encoded_.append(value);
    return *this;
}

Fields& Fields::bytes(std::span<const std::uint8_t> value) {
    start(value.size());
    const std::size_t at = encoded_.size();
    encoded_.resize(at + value.size());
    if (!value.empty()) std::memcpy(encoded_.data() + at, value.data(), value.size());
    return *this;
}

Fields& Fields::array(Element element, const Fields& elements) {
    const bool is_empty = elements.count() == 0;
    start((is_empty ? 12U : 20U) + elements.encoded_.size());
    put32(is_empty ? 0 : 1);
    put32(elements.has_null_ ? 1 : 0);
    put32(static_cast<std::uint32_t>(element));
    if (is_empty) return *this;
    put32(static_cast<std::uint32_t>(elements.count()));
    put32(1);
    encoded_.append(elements.encoded_);
    return *this;
}

std::vector<const char*> Fields::values() const {
    std::vector<const char*> values;
    values.reserve(starts_.size());
    for (const std::size_t at : starts_) {
        const bool is_null = big_endian(std::string_view(encoded_).substr(at, 4)) == null_length;
        values.push_back(is_null ? nullptr : encoded_.data() + at + 4);
    }
    return values;
}

std::vector<int> Fields::lengths() const {
    std::vector<int> lengths;
    lengths.reserve(starts_.size());
    for (const std::size_t at : starts_) {
        const auto length = static_cast<std::uint32_t>(big_endian(std::string_view(encoded_).substr(at, 4)));
        lengths.push_back(length == null_length ? 0 : static_cast<int>(length));
    }
    return lengths;
}

void Fields::clear() {
    encoded_.clear();
    starts_.clear();
    has_null_ = false;
}

void Fields::start(std::size_t length) {
    starts_.push_back(encoded_.size());
    put32(static_cast<std::uint32_t>(length));
}

void Fields::put16(std::uint16_t value) {
    encoded_ += static_cast<char>(value >> 8);
    encoded_ += static_cast<char>(value);
}

void Fields::put32(std::uint32_t value) {
    put16(static_cast<std::uint16_t>(value >> 16));
    put16(static_cast<std::uint16_t>(value));
}

void Fields::put64(std::uint64_t value) {
    put32(static_cast<std::uint32_t>(value >> 32));
    put32(static_cast<std::uint32_t>(value));
}

std::span<const std::uint8_t> Field::bytes() const {
    return {reinterpret_cast<const std::uint8_t*>(value_.data()), value_.size()};
}

Instant Field::timestamp() const { return Instant::from_microseconds(int8() + microseconds_from_1970_to_2000); }

IdBytes Field::uuid() const {
    IdBytes id;
    if (value_.size() == id.bytes.size()) std::memcpy(id.bytes.data(), value_.data(), id.bytes.size());
    return id;
}

void Field::array_into(std::vector<Field>& elements) const {
    elements.clear();
    if (value_.size() < 20 || big_endian(value_.substr(0, 4)) != 1) return;
    const auto count = big_endian(value_.substr(12, 4));
    std::string_view rest = value_.substr(20);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto element = take_field(rest);
        if (!element) return;
        elements.push_back(*element);
    }
}

std::uint64_t Field::number(std::size_t width) const { return value_.size() == width ? big_endian(value_) : 0; }

bool take_copied_row(std::string_view row, std::span<Field> fields) {
    if (row.size() < 2 || big_endian(row.substr(0, 2)) != fields.size()) return false;
    row.remove_prefix(2);
    for (Field& field : fields) {
        const auto taken = take_field(row);
        if (!taken) return false;
        field = *taken;
    }
    return true;
}

}  // namespace steadfast::ledger::postgresql
