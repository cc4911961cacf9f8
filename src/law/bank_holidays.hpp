#pragma once

#include "base/date.hpp"

#include <optional>
#include <string_view>

namespace steadfast::law {

/// Easter Sunday of a Gregorian year (1583 or later), by the rule of the Calendar (New Style) Act 1750.
[[nodiscard]] Date easter_sunday(int year);

/// The name of the bank or public holiday that falls on a weekday in England, or none. A holiday that falls on a
/// Saturday or Sunday has none of its own: the weekday that stands in for it does.
///
/// Banking and Financial Dealings Act 1971, section 1 and schedule 1, with the royal proclamations made under it for
/// New Year's Day, the first Monday in May, substitute days and days of national occasion. Good Friday and Christmas
/// Day are holidays at common law. The days of national occasion are complete from 1978 to 2027; a later proclamation
/// needs a line in the table.
[[nodiscard]] std::optional<std::string_view> bank_holiday(Date day);

}  // namespace steadfast::law
