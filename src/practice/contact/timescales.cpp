#include "practice/contact/timescales.hpp"

#include "law/london.hpp"
#include "law/working_days.hpp"

#include <fmt/format.h>

namespace steadfast::practice {

using namespace law::literals;

// Working Together 2023, chapter 3: within one working day of a referral being received, a social worker should acknowledge
// it to the referrer and decide on the next steps. Where a council calls what comes in a contact until that is decided, the
// day runs from the contact. The limit is checked; the number of the paragraph could not be found, and is left out.
constinit const law::Timescale contact_decided{
    .key = "contact_decided",
    .name = "Decision on the contact",
    .says = "Decide what follows from a contact within 1 working day",
    .source = "Working Together to Safeguard Children (2023), chapter 3",
    .steps = {law::within(1_working_day)},
};

// The partners of each multi-agency safeguarding hub agree among themselves how soon an agency answers, often by how urgent it is. No law says.
constinit const law::Timescale agency_check_answered{
    .key = "agency_check",
    .name = "Answer to an agency check",
    .says = "Have each agency's answer within 24 hours of asking",
    .source = "This council's agreement with its partners; Working Together to Safeguard Children (2023), chapters 1 and 2, wants information shared in time and leaves the hours to them",
    .steps = {law::within(24_hours)},
    .local_says = "Have each agency's answer within {} of asking",
};

namespace {

std::string day_in_words(Date day, Date today) {
    if (day == today) return "today";
    if (day == today.plus_days(1)) return "tomorrow";
    return day.words_with_weekday();
}

std::string lateness(std::int64_t seconds) {
    const std::int64_t minutes = seconds / 60;
    if (minutes < 1) return "just now";
    if (minutes < 60) return fmt::format("{} minute{} late", minutes, minutes == 1 ? "" : "s");
    const std::int64_t hours = minutes / 60;
    return fmt::format("{} hour{} late", hours, hours == 1 ? "" : "s");
}

}  // namespace

Instant DecideBy::runs_out() const { return minute ? *minute : law::start_of_london_day(day.plus_days(1)); }

bool DecideBy::is_over(Instant now) const { return now >= runs_out(); }

std::string DecideBy::words(Instant now) const {
    const Date today = law::london_date(now);
    const std::string at = minute ? law::london_time(*minute) + " " + day_in_words(day, today) : "the end of " + day_in_words(day, today);
    if (!is_over(now)) return "decide by " + at;
    if (today == day) return fmt::format("{}: was to be decided by {}", lateness(now.seconds() - runs_out().seconds()), at);
    return fmt::format("{} late: was to be decided by {}", law::apart_in_words(day, today, law::TimeLimit::Unit::working_days), at);
}

std::optional<DecideBy> decide_by(const When& received) {
    const auto day = received.first_day();
    if (!day) return std::nullopt;
    DecideBy by{.day = law::add_working_days(*day, 1), .minute = std::nullopt};
    if (received.start().precision != When::Precision::minute || !law::is_working_day(*day)) return by;
    // The same time on the clock, which in the two weeks of the clock changes is not 24 hours later.
    const std::string time = law::london_time(Instant::from_seconds(std::int64_t{received.start().at} * 60));
    const int hour = (time[0] - '0') * 10 + (time[1] - '0');
    const int minute = (time[3] - '0') * 10 + (time[4] - '0');
    const auto when = law::london_when(by.day, hour, minute, law::OnOctoberNight::before_the_clock_went_back);
    if (when) by.minute = Instant::from_seconds(std::int64_t{when->start().at} * 60);
    return by;
}

}  // namespace steadfast::practice
