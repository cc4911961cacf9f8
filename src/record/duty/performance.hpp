#pragma once

#include "record/duty/standing.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace steadfast::record {

/// How many steps of a duty came out how.
struct Tally {
    std::size_t in_time = 0;
    std::size_t late = 0;
    std::size_t overdue = 0;      ///< Not done, and the time is up.
    std::size_t never_done = 0;   ///< The period ended after the time was up, without it.
    std::size_t not_known = 0;    ///< The record does not say when the clock started, or when it was done.

    void count(law::StepStanding::State state);   ///< One step that came out so; what is due or was not needed is not counted.
    [[nodiscard]] std::size_t all() const { return in_time + late + overdue + never_done + not_known; }
    /// The share done in time, 0 to 1, if all that is not known was not in time; and if all of it was. None of none.
    [[nodiscard]] std::optional<double> share_at_least() const;
    [[nodiscard]] std::optional<double> share_at_most() const;

    friend bool operator==(const Tally&, const Tally&) = default;
};

/// What fell due in one calendar month.
struct MonthOfDuty {
    Date month;    ///< Its first day.
    Tally tally;
};

/// How a council kept a duty over a time.
struct Performance {
    Tally whole;
    std::vector<MonthOfDuty> months;  ///< Every month of the time, with or without anything due. Unknown starts are in none.
    std::vector<DutyStanding> behind;  ///< Each step that was counted, by the day it was due; unknown starts first.
};

/// What steps that fell due from `from` to `to` come to. `behind` is as performance_of gives it, or some of that: one team's.
[[nodiscard]] Performance performance_from(std::vector<DutyStanding> behind, Date from, Date to);

/// Judges every step that fell due from `from` to `to` inclusive and before `today`, once for each child it was owed to.
/// Counting by the day due leaves nothing out: a review that is never held counts as overdue, where counting by the day
/// held would not see it. What is due today or was no longer needed is not counted. Clocks with an unknown start count as
/// not known if their period had not ended before `from`.
///
/// It counts over the whole Book. Names of children behind a figure are shown through a SeenBook.
[[nodiscard]] Performance performance_of(const Book& book, const BoundDuty& bound, Date from, Date to, Date today);
/// The same of several duties, in their order. Each child's record is looked through once for all of them.
[[nodiscard]] std::vector<Performance> performances_of(const Book& book, std::span<const BoundDuty> duties, Date from, Date to, Date today);

}  // namespace steadfast::record
