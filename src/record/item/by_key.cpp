#include "record/item/by_key.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace steadfast::record {
namespace {

std::size_t position_of(const ItemType& type, std::string_view key) {
    const auto position = type.position(key);
    if (!position) throw std::logic_error(fmt::format("{} declares no field {}", type.key(), key));
    return *position;
}

}  // namespace

Value value_by_key(const ItemType& type, const Values& values, std::string_view key) { return values.at(position_of(type, key)); }

Value value_by_key(const Found& found, std::string_view key) { return found.value(position_of(found.type(), key)); }

void set_by_key(const ItemType& type, Values& values, std::string_view key, Value value) {
    values.resize(type.fields().size());
    values[position_of(type, key)] = std::move(value);
}

std::optional<Date> day_by_key(const Found& found, std::string_view key) {
    const Value value = value_by_key(found, key);
    if (const auto* day = std::get_if<Date>(&value)) return *day;
    if (const auto* when = std::get_if<When>(&value)) return when->first_day();
    return std::nullopt;
}

std::string words_by_key(const Found& found, std::string_view key) {
    return in_words(found.type().fields()[position_of(found.type(), key)], value_by_key(found, key));
}

}  // namespace steadfast::record
