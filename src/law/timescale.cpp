#include "law/timescale.hpp"

#include "law/london.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace steadfast::law {
namespace {

using State = StepStanding::State;

bool has_come(const std::optional<Date>& day, Date today) { return day && *day <= today; }

std::vector<Moment> moments_that_count(const Course& course, Date today) {
    std::vector<Moment> moments;
    for (const Moment& moment : course.met_on) {
        const bool too_early = moment.day < course.start->day;
        const bool too_late = moment.day > today || (course.end && moment.day > *course.end);
        if (!too_early && !too_late) moments.push_back(moment);
    }
    std::ranges::sort(moments, {}, [](const Moment& moment) { return std::tuple(moment.day, !moment.minute, moment.minute); });
    // Two entries of one day are one doing: two children's reviews at one meeting, or one typed twice.
    const auto repeated = std::ranges::unique(moments, {}, &Moment::day);
    moments.erase(repeated.begin(), repeated.end());
    return moments;
}

/// The first day of what shows that something was done since `from`.
std::optional<Date> shown_since(Date from, const Course& course, Date today) {
    std::optional<Date> first;
    for (const Date day : course.shown_on)
        if (day >= from && day <= today && (!first || day < *first)) first = day;
    return first;
}

State state_of_open_step(Date due, const Course& course, Date today) {
    const bool ended = has_come(course.end, today);
    if (ended) return *course.end > due ? State::missed : State::ended;
    return today > due ? State::overdue : State::due;
}

/// A step that is counted from a moment, as nobody has done it yet.
StepStanding counted(std::size_t number, const Step& step, const Timescale& law, const Moment& from, const std::optional<Date>& named) {
    StepStanding standing;
    standing.number = number;
    standing.step = step;
    standing.law = &law;
    standing.counted_from = from.day;
    if (step.is_on_a_named_day) {
        standing.due = named;
        return standing;
    }
    if (step.limit.unit == TimeLimit::Unit::hours && from.minute) {
        standing.due_at = step.limit.from(*from.minute);
        standing.due = london_date(*standing.due_at);
        return standing;
    }
    standing.due = step.limit.from(from.day);
    return standing;
}

State state_when_done(const StepStanding& standing, const Moment& done) {
    if (!standing.due) return State::met_unknown;
    if (standing.step.limit.unit != TimeLimit::Unit::hours || standing.step.is_on_a_named_day)
        return done.day <= *standing.due ? State::met_in_time : State::met_late;
    if (standing.due_at && done.minute) return *done.minute <= *standing.due_at ? State::met_in_time : State::met_late;
    if (done.day == *standing.due) return State::met_unknown;
    return done.day < *standing.due ? State::met_in_time : State::met_late;
}

/// The step that follows one whose day nobody knows.
StepStanding of_unknown_start(std::size_t number, const Step& step, const Timescale& law) {
    StepStanding unknown;
    unknown.number = number;
    unknown.step = step;
    unknown.law = &law;
    return unknown;
}

}  // namespace

Date first_day_after_years(Date start, int years) {
    const Date corresponding = start.plus_years(years);
    return corresponding.day() < start.day() ? corresponding.plus_days(1) : corresponding;
}

Step Step::counted_from(Date day, Date start) const {
    Step counted = *this;
    if (later.after_years > 0 && day >= first_day_after_years(start, later.after_years)) counted.limit.count = later.count;
    return counted;
}

const Timescale* Timescale::in_force_on(Date start) const {
    if (!in_force_from || start >= *in_force_from) return this;
    for (const Timescale& earlier : before)
        if (!earlier.in_force_from || start >= *earlier.in_force_from) return &earlier;
    return nullptr;
}

std::vector<StepStanding> standing(const Timescale& timescale, const Course& course, Date today) {
    if (!course.start) {
        const Step* first = timescale.steps.at(1);
        if (first == nullptr) return {};
        return {of_unknown_start(1, *first, timescale)};
    }

    const Timescale* const at_start = timescale.in_force_on(course.start->day);
    if (at_start == nullptr) return {};
    const auto law_on = [&](Date day) { return timescale.is_local() ? timescale.in_force_on(day) : at_start; };

    std::vector<StepStanding> found;
    Moment from = *course.start;
    std::size_t number = 1;
    for (const Moment& done : moments_that_count(course, today)) {
        const Timescale* const law = law_on(from.day);
        const Step* step = law->steps.at(number);
        if (step == nullptr) return found;
        StepStanding& met = found.emplace_back(counted(number++, step->counted_from(from.day, course.start->day), *law, from, course.named));
        met.state = state_when_done(met, done);
        met.met_on = done.day;
        met.met_at = done.minute;
        from = done;
    }

    const Timescale* const law = law_on(from.day);
    const Step* const step = law->steps.at(number);
    if (step == nullptr) return found;
    StepStanding open = counted(number, step->counted_from(from.day, course.start->day), *law, from, course.named);
    if (!open.due) {
        found.push_back(of_unknown_start(number, *step, *law));
        return found;
    }
    if (const auto shown = shown_since(from.day, course, today)) {
        open.state = *shown <= *open.due ? State::met_in_time : State::met_unknown;
        open.met_on = shown;
        open.is_met_day_shown_only = true;
        found.push_back(open);
        if (const Step* next = law->steps.at(++number)) found.push_back(of_unknown_start(number, *next, *law));
        return found;
    }
    open.state = state_of_open_step(*open.due, course, today);
    if (open.state == State::ended || open.state == State::missed) open.ended_on = course.end;
    found.push_back(open);
    return found;
}

std::string StepStanding::words(Date today) const {
    const TimeLimit::Unit unit = step.limit.unit;
    const std::string at = due_at ? " at " + london_time(*due_at) : std::string();
    switch (state) {
        case State::start_unknown:
            return step.is_on_a_named_day ? "can't be worked out: nobody said by which day" : "can't be worked out: the day it starts from is not known";
        case State::due:
            if (today == *due) return fmt::format("due today, {}{}", due->words_with_weekday(), at);
            return fmt::format("due {}{}, in {}", due->words_with_weekday(), at, apart_in_words(today, *due, unit));
        case State::overdue: return fmt::format("{} overdue, was due {}{}", apart_in_words(*due, today, unit), due->words_with_weekday(), at);
        case State::met_in_time: return fmt::format("done {}{}, in time", is_met_day_shown_only ? "by " : "", met_on->words());
        case State::met_late:
            if (*met_on == *due) return fmt::format("done {} at {}, late: was due at {}", met_on->words(), london_time(*met_at), london_time(*due_at));
            return fmt::format("done {}, {} late", met_on->words(), apart_in_words(*due, *met_on, unit));
        case State::met_unknown:
            if (!is_met_day_shown_only && due) return fmt::format("done {}, but not known at what time: was due {}{}", met_on->words(), due->words(), at);
            if (!due) return fmt::format("done {}, but nobody said by which day", met_on->words());
            return fmt::format("done by {}, but the day was not recorded: was due {}", met_on->words(), due->words());
        case State::ended: return fmt::format("not needed: ended {}, before it was due", ended_on->words());
        case State::missed: return fmt::format("never done: was due {}{}, ended {}", due->words(), at, ended_on->words());
    }
    return {};
}

}  // namespace steadfast::law
