#include "record/pages/words.hpp"

#include "law/age.hpp"

#include <cstdlib>
#include <fmt/format.h>

namespace steadfast::record::pages {

std::string from_today(Date day, Date today) {
    const int days = day - today;
    if (days == 0) return "today";
    if (days == 1) return "tomorrow";
    if (days == -1) return "yesterday";

    const int distance = std::abs(days);
    const auto [number, unit] = distance < 21      ? std::pair(distance, "day")
                                : distance < 61    ? std::pair(distance / 7, "week")
                                : distance < 730   ? std::pair(distance * 12 / 365, "month")
                                                   : std::pair(distance * 4 / 1461, "year");
    const std::string length = fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
    return days < 0 ? length + " ago" : "in " + length;
}

std::string with_distance(Date day, Date today) { return fmt::format("{} ({})", day.words_with_weekday(), from_today(day, today)); }

std::string born_in_words(const std::optional<Date>& born, const std::optional<Date>& expected, Date today) {
    if (born) {
        const auto age = law::age_on(*born, today);
        return age ? fmt::format("{}, aged {}", born->words(), *age) : born->words();
    }
    if (!expected) return "Not recorded";
    return *expected < today ? fmt::format("Expected {}, birth not recorded", expected->words()) : fmt::format("Not yet born, expected {}", expected->words());
}

std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    if (count == 0) return fmt::format("no {}", many);
    return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

std::optional<Date> typed_date(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (const auto british = Date::parse_british(text)) return british;
    return Date::parse_iso(text);
}

}  // namespace steadfast::record::pages
