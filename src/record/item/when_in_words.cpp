#include "record/item/when_in_words.hpp"

namespace steadfast::record {
namespace {

/// One end of it, with the day and the time where they are known.
std::string point_in_words(const When::Point& point, const std::optional<Date>& day, const std::string& time) {
    constexpr std::size_t before_the_month = std::string_view("Tue 1 ").size();
    switch (point.precision) {
        case When::Precision::unknown: return "";
        case When::Precision::year: return std::to_string(day->year());
        case When::Precision::month: return day->words_with_weekday().substr(before_the_month);   // A month is held as its first day.
        case When::Precision::day: return day->words_with_weekday();
        case When::Precision::minute: break;
    }
    return day->words_with_weekday() + " at " + time;
}

}  // namespace

std::string in_words(const When& when) {
    if (!when.is_known()) return "";
    const std::string start = point_in_words(when.start(), when.first_day(), time_in_words(when));
    if (!when.has_end()) return start;
    const When end = *When::of(when.end(), {});
    // On one day the day is said once.
    const bool is_one_day = when.first_day() == when.end_day() && when.end().precision == When::Precision::minute;
    return start + " to " + (is_one_day ? time_in_words(end) : point_in_words(when.end(), when.end_day(), time_in_words(end)));
}

std::string time_in_words(const When& when) {
    if (when.start().precision != When::Precision::minute) return "";
    constexpr std::size_t before_the_time = std::string_view("2026-03-31T").size();
    return when.text().substr(before_the_time, std::string_view("14:02").size());
}

}  // namespace steadfast::record
