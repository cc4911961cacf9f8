#pragma once

#include "base/date.hpp"
#include "law/time_limit.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::law {

/// A day that is known when the program is written, such as the one on which a regulation came into force. One that
/// is not in the calendar does not compile.
[[nodiscard]] consteval Date calendar_day(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day calendar{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!calendar.ok()) throw std::invalid_argument("There is no such day.");
    return Date::from_days(static_cast<std::int32_t>(std::chrono::sys_days(calendar).time_since_epoch().count()));
}

/// Another number of the same unit, from the second or a later year of the whole period on: every twelve weeks rather than six.
struct LaterCount {
    std::uint8_t after_years = 0;   ///< 0: none, the limit never changes.
    std::uint8_t count = 0;

    friend bool operator==(const LaterCount&, const LaterCount&) = default;
};

/// The first day after so many years that begin with a day. That day is the first of its year, so a year ends with the day before the
/// corresponding one, and the year of a 29 February with 28 February.
[[nodiscard]] Date first_day_after_years(Date start, int years);

/// One thing that must be done by a time: the first counted from the start, each later one from the day on which
/// the one before it was done.
struct Step {
    TimeLimit limit;
    bool repeats = false;  ///< Again and again, until the period ends.
    bool is_on_a_named_day = false;   ///< By a day that somebody named, as one promises something; there is no limit then.
    LaterCount later = {};            ///< Goes by the day from which the step is counted.

    /// then_every(6_weeks).but_after_years(1, 12): once a year of the period has gone by, every 12 weeks.
    [[nodiscard]] constexpr Step but_after_years(std::uint8_t years, std::uint8_t count) const {
        Step changed = *this;
        changed.later = {years, count};
        return changed;
    }
    /// With the limit that holds where it is counted from a day of a period that began on another.
    [[nodiscard]] Step counted_from(Date day, Date start) const;

    friend bool operator==(const Step&, const Step&) = default;
};

[[nodiscard]] constexpr Step within(TimeLimit limit) { return {.limit = limit}; }
[[nodiscard]] constexpr Step then(TimeLimit limit) { return {.limit = limit}; }
[[nodiscard]] constexpr Step then_every(TimeLimit limit) { return {.limit = limit, .repeats = true}; }
[[nodiscard]] constexpr Step every(TimeLimit limit) { return {.limit = limit, .repeats = true}; }
[[nodiscard]] constexpr Step by_the_day_named() { return {.is_on_a_named_day = true}; }

/// When something happened: the day, and the minute where that is known.
struct Moment {
    Date day;
    std::optional<Instant> minute;

    constexpr Moment(Date on_day) : day(on_day) {}   // NOLINT(google-explicit-constructor): a day is a moment of unknown minute.
    constexpr Moment(Date on_day, std::optional<Instant> at) : day(on_day), minute(at) {}
    friend bool operator==(const Moment&, const Moment&) = default;
};

/// Days of which nobody knows the minute.
[[nodiscard]] inline std::vector<Moment> on_days(std::span<const Date> days) { return {days.begin(), days.end()}; }

/// A few steps in order, held in place so that a timescale can be a constant. Only the last may repeat.
class Steps {
public:
    static constexpr std::size_t most = 6;

    constexpr Steps() = default;
    constexpr Steps(std::initializer_list<Step> steps) {
        for (const Step& step : steps) {
            if (count_ == most) throw std::length_error("A timescale has more steps than there is room for.");
            if (count_ > 0 && steps_[count_ - 1].repeats) throw std::invalid_argument("A step follows one that repeats for ever.");
            steps_[count_++] = step;
        }
    }

    /// The step numbered from 1, or none past the last where that does not repeat.
    [[nodiscard]] constexpr const Step* at(std::size_t number) const {
        if (count_ == 0 || number == 0) return nullptr;
        if (number <= count_) return &steps_[number - 1];
        return steps_[count_ - 1].repeats ? &steps_[count_ - 1] : nullptr;
    }
    [[nodiscard]] constexpr std::size_t size() const { return count_; }
    /// The same with another limit of the last step: a council's own interval.
    [[nodiscard]] constexpr Steps with_last(TimeLimit limit) const {
        Steps changed = *this;
        if (count_ > 0) changed.steps_[count_ - 1].limit = limit;
        return changed;
    }

private:
    std::array<Step, most> steps_{};
    std::size_t count_ = 0;
};

/// A duty that must be done by a time, as a value. What starts it, ends it and meets it is bound to it where items
/// are known; here are plain dates.
struct Timescale {
    std::string_view key;     ///< "looked_after_review": never reused for another duty.
    std::string_view name;    ///< What is to be done: "Looked-after review".
    std::string_view says;    ///< The duty in one sentence, in a practitioner's words.
    std::string_view source;  ///< The regulation or guidance, with its paragraph where that could be checked.
    Steps steps;
    std::optional<Date> in_force_from = std::nullopt;  ///< None: for as long as anybody needs to know.
    std::span<const Timescale> before = {};            ///< What was in force before that, the newest first.
    /// Where no law fixes the last step's limit and each council says its own: `says` with "{}" where that limit stands. What a
    /// council changes counts for every step that is counted from that day on, also in a period that began before.
    std::string_view local_says = {};

    [[nodiscard]] bool is_local() const { return !local_says.empty(); }

    /// The version in force on the day on which a clock started, or none where the duty did not yet exist.
    [[nodiscard]] const Timescale* in_force_on(Date start) const;
};

/// How one step stands, seen from a day.
struct StepStanding {
    enum class State : std::uint8_t {
        start_unknown,  ///< Nothing can be worked out: the day it starts from is not known.
        due,            ///< Not done, and there is still time.
        overdue,        ///< Not done, and the time is up.
        met_in_time,
        met_late,
        met_unknown,  ///< Done, but perhaps late: the day was not recorded, or of a limit in hours the time of day.
        ended,   ///< The period ended before the time was up, so it is no longer owed.
        missed,  ///< The time was up before the period ended, and it was never done.
    };

    std::size_t number = 1;  ///< 1 is the first.
    Step step;
    State state = State::start_unknown;
    const Timescale* law = nullptr;   ///< The version that this step goes by.
    std::optional<Date> counted_from;
    std::optional<Date> due;
    std::optional<Instant> due_at;    ///< Of a limit in hours that a known minute set going.
    std::optional<Date> met_on;    ///< Where the day was not recorded, the last on which it can have been done.
    std::optional<Instant> met_at; ///< Where the minute is known.
    std::optional<Date> ended_on;  ///< Of `ended` and `missed`.
    bool is_met_day_shown_only = false;  ///< That last day: what followed shows that it was done by then.

    /// From the day seen from: "due Mon 8 June 2026, in 3 working days", "done 8 June 2026, 3 working days late".
    [[nodiscard]] std::string words(Date today) const;
};

/// What happened to one duty's clock.
struct Course {
    std::optional<Moment> start;     ///< As amended, where it was. None: not known.
    std::optional<Date> end;         ///< When the period ended, if it did. Nothing more is owed after that day.
    std::vector<Moment> met_on;      ///< When it was done, in any order.
    std::vector<Date> shown_on = {}; ///< Days of what can't have come before it was done, in any order.
    std::optional<Date> named = {};  ///< The day by which somebody said that it would be done.
};

/// Every step that was met, in order, and after them the one that is open, if any. As seen on `today`: what happened
/// after that day has not happened, which is how a past day's figures are worked out anew. Days before the start or
/// after the end meet nothing. Empty where no version was in force on the day of the start.
///
/// Where the open step's day was not recorded but what can only follow it was, the step counts as done by that day: in
/// time if that day was, otherwise `met_unknown`, and what is counted from it can't be worked out.
///
/// A limit in hours is judged by the minutes where both are known. Where one is not it is judged by the days: in time or late
/// where that is certain whatever the time of day, and otherwise `met_unknown`. Not done, it is overdue from the day after.
[[nodiscard]] std::vector<StepStanding> standing(const Timescale& timescale, const Course& course, Date today);

}  // namespace steadfast::law
