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

/// One thing that must be done by a time: the first counted from the start, each later one from the day on which
/// the one before it was done.
struct Step {
    TimeLimit limit;
    bool repeats = false;  ///< Again and again, until the period ends.

    friend bool operator==(const Step&, const Step&) = default;
};

[[nodiscard]] constexpr Step within(TimeLimit limit) { return {limit, false}; }
[[nodiscard]] constexpr Step then(TimeLimit limit) { return {limit, false}; }
[[nodiscard]] constexpr Step then_every(TimeLimit limit) { return {limit, true}; }
[[nodiscard]] constexpr Step every(TimeLimit limit) { return {limit, true}; }

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
        met_unknown,  ///< Done, as what followed shows, but perhaps late: the day was not recorded.
        ended,   ///< The period ended before the time was up, so it is no longer owed.
        missed,  ///< The time was up before the period ended, and it was never done.
    };

    std::size_t number = 1;  ///< 1 is the first.
    Step step;
    State state = State::start_unknown;
    std::optional<Date> counted_from;
    std::optional<Date> due;
    std::optional<Date> met_on;    ///< Where the day was not recorded, the last on which it can have been done.
    std::optional<Date> ended_on;  ///< Of `ended` and `missed`.
    bool is_met_day_shown_only = false;  ///< That last day: what followed shows that it was done by then.

    /// From the day seen from: "due Mon 8 June 2026, in 3 working days", "done 8 June 2026, 3 working days late".
    [[nodiscard]] std::string words(Date today) const;
};

/// What happened to one duty's clock.
struct Course {
    std::optional<Date> start;     ///< As amended, where it was. None: not known.
    std::optional<Date> end;       ///< When the period ended, if it did. Nothing more is owed after that day.
    std::span<const Date> met_on;  ///< The days on which it was done, in any order.
    std::span<const Date> shown_on = {};  ///< Days of what can't have come before it was done, in any order.
};

/// Every step that was met, in order, and after them the one that is open, if any. As seen on `today`: what happened
/// after that day has not happened, which is how a past day's figures are worked out anew. Days before the start or
/// after the end meet nothing. Empty where no version was in force on the day of the start.
///
/// Where the open step's day was not recorded but what can only follow it was, the step counts as done by that day: in
/// time if that day was, otherwise `met_unknown`, and what is counted from it can't be worked out.
[[nodiscard]] std::vector<StepStanding> standing(const Timescale& timescale, const Course& course, Date today);

}  // namespace steadfast::law
