#include "law/timescale.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::law {
namespace {

using State = StepStanding::State;

bool has_come(const std::optional<Date>& day, Date today) { return day && *day <= today; }

std::vector<Date> days_that_count(const Course& course, Date today) {
    std::vector<Date> days;
    for (const Date day : course.met_on) {
        const bool too_early = day < *course.start;
        const bool too_late = day > today || (course.end && day > *course.end);
        if (!too_early && !too_late) days.push_back(day);
    }
    std::ranges::sort(days);
    // Two entries of one day are one doing: two children's reviews at one meeting, or one typed twice.
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
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

}  // namespace

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
        StepStanding unknown;
        unknown.step = *first;
        return {unknown};
    }

    const Timescale* law = timescale.in_force_on(*course.start);
    if (law == nullptr) return {};

    std::vector<StepStanding> found;
    Date from = *course.start;
    std::size_t number = 1;
    for (const Date day : days_that_count(course, today)) {
        const Step* step = law->steps.at(number);
        if (step == nullptr) return found;
        const Date due = step->limit.from(from);
        found.push_back({number++, *step, day <= due ? State::met_in_time : State::met_late, from, due, day, std::nullopt});
        from = day;
    }

    if (const Step* step = law->steps.at(number)) {
        const Date due = step->limit.from(from);
        if (const auto shown = shown_since(from, course, today)) {
            const State state = *shown <= due ? State::met_in_time : State::met_unknown;
            found.push_back({number, *step, state, from, due, shown, std::nullopt, true});
            if (const Step* next = law->steps.at(++number)) {
                StepStanding unknown;
                unknown.number = number;
                unknown.step = *next;
                found.push_back(unknown);
            }
            return found;
        }
        const State state = state_of_open_step(due, course, today);
        const bool over = state == State::ended || state == State::missed;
        found.push_back({number, *step, state, from, due, std::nullopt, over ? course.end : std::nullopt});
    }
    return found;
}

std::string StepStanding::words(Date today) const {
    switch (state) {
        case State::start_unknown: return "can't be worked out: the day it starts from is not known";
        case State::due:
            if (today == *due) return fmt::format("due today, {}", due->words_with_weekday());
            return fmt::format("due {}, in {}", due->words_with_weekday(), apart_in_words(today, *due, step.limit.unit));
        case State::overdue:
            return fmt::format("{} overdue, was due {}", apart_in_words(*due, today, step.limit.unit), due->words_with_weekday());
        case State::met_in_time: return fmt::format("done {}{}, in time", is_met_day_shown_only ? "by " : "", met_on->words());
        case State::met_late: return fmt::format("done {}, {} late", met_on->words(), apart_in_words(*due, *met_on, step.limit.unit));
        case State::met_unknown:
            return fmt::format("done by {}, but the day was not recorded: was due {}", met_on->words(), due->words());
        case State::ended: return fmt::format("not needed: ended {}, before it was due", ended_on->words());
        case State::missed: return fmt::format("never done: was due {}, ended {}", due->words(), ended_on->words());
    }
    return {};
}

}  // namespace steadfast::law
