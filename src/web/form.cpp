#include "web/form.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace steadfast::web {

namespace {

bool is_space(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n' || letter == '\v' || letter == '\f';
}

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "3", "03", "March" or "mar".
std::optional<unsigned> month_in(std::string_view text) {
    if (const auto number = whole_number<unsigned>(text)) return number;
    if (text.size() < 3) return std::nullopt;
    for (unsigned month = 1; month <= 12; ++month)
        if (same_ignoring_case(text, month_name(month).substr(0, text.size()))) return month;
    return std::nullopt;
}

/// Letters as a reader counts them, not bytes: the bytes that begin a code point.
std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0) != 0x80; }));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view FieldErrors::at(std::string_view field) const {
    for (const auto& error : errors_) {
        if (error.field == field) return error.says;
        for (const std::string_view part : {"day", "month", "year"})
            if (error.field.size() == field.size() + 1 + part.size() && error.field.starts_with(field) &&
                error.field[field.size()] == '-' && error.field.ends_with(part))
                return error.says;
    }
    return {};
}

std::string_view FieldErrors::part_of(std::string_view field) const {
    for (const auto& error : errors_)
        for (const std::string_view part : {"day", "month", "year"})
            if (error.field == fmt::format("{}-{}", field, part)) return part;
    return {};
}

TypedDate TypedDate::in(const Fields& form, std::string_view name) {
    const auto part = [&](std::string_view which) { return std::string(trimmed(form.get(fmt::format("{}-{}", name, which)))); };
    return {part("day"), part("month"), part("year")};
}

TypedDate TypedDate::of(const std::optional<Date>& date) {
    if (!date) return {};
    return {std::to_string(date->day()), std::to_string(date->month()), std::to_string(date->year())};
}

tl::expected<std::optional<Date>, FieldError> read_date(const TypedDate& typed, std::string_view name, std::string_view what) {
    const auto wrong = [&](std::string_view part, std::string_view says) {
        return tl::unexpected(FieldError{fmt::format("{}-{}", name, part), fmt::format("{} {}", what, says)});
    };
    if (typed.empty()) return std::optional<Date>();
    if (typed.day.empty()) return wrong("day", "must include a day");
    if (typed.month.empty()) return wrong("month", "must include a month");
    if (typed.year.empty()) return wrong("year", "must include a year");

    const auto day = whole_number<unsigned>(typed.day);
    const auto month = month_in(typed.month);
    const auto year = whole_number<int>(typed.year);
    if (!day || *day < 1 || *day > 31) return wrong("day", "must have a day from 1 to 31");
    if (!month || *month < 1 || *month > 12) return wrong("month", "must have a month from 1 to 12");
    if (!year || typed.year.size() != 4) return wrong("year", "must have a year of four digits, such as 2026");
    const auto date = Date::of(*year, *month, *day);
    if (!date) return wrong("day", "must be a day that is in the calendar");
    return date;
}

std::string FormReader::text(std::string_view name) const {
    const std::string_view raw = trimmed(form_.get(name));
    std::string text;
    text.reserve(raw.size());
    // Browsers send line ends as "\r\n" whatever was typed.
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\r') text += raw[i];
        else if (i + 1 == raw.size() || raw[i + 1] != '\n') text += '\n';
    }
    return text;
}

std::string FormReader::required_text(std::string_view name, std::string_view says_if_empty, std::size_t most_letters) {
    std::string value = text(name);
    if (value.empty()) refuse(std::string(name), std::string(says_if_empty));
    else if (letters_in(value) > most_letters)
        refuse(std::string(name), fmt::format("Shorten this to {} letters or fewer", most_letters));
    return value;
}

std::optional<Date> FormReader::date(std::string_view name, std::string_view what) {
    auto read = read_date(TypedDate::in(form_, name), name, what);
    if (read) return *read;
    refuse(std::move(read.error().field), std::move(read.error().says));
    return std::nullopt;
}

std::optional<Date> FormReader::required_date(std::string_view name, std::string_view what) {
    if (TypedDate::in(form_, name).empty()) {
        refuse(fmt::format("{}-day", name), fmt::format("Enter {}", what));
        return std::nullopt;
    }
    return date(name, what);
}

std::optional<std::int64_t> FormReader::number(std::string_view name, std::string_view what, std::int64_t least,
                                               std::int64_t most) {
    const std::string typed = text(name);
    if (typed.empty()) return std::nullopt;
    const auto value = whole_number<std::int64_t>(typed);
    if (value && *value >= least && *value <= most) return value;
    refuse(std::string(name), fmt::format("{} must be a whole number from {} to {}", what, least, most));
    return std::nullopt;
}

std::vector<std::string> FormReader::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const std::string_view value : form_.all(name)) values.emplace_back(trimmed(value));
    return values;
}

}  // namespace steadfast::web
