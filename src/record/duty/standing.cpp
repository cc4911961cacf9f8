#include "record/duty/standing.hpp"

#include "law/london.hpp"
#include "record/duty/local_timescale.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

using State = law::StepStanding::State;

/// A day on which something was done, and the item that says so.
struct Doing {
    law::Moment at;
    Found by;
};

/// A meeting and the child's items that can be one, found once for all stretches.
struct Candidates {
    const Meeting* meeting;
    std::vector<Found> items;
};

bool can_be(const Meeting& meeting, const Found& item) {
    if (!std::ranges::all_of(meeting.only, [&item](const Where& where) { return where.field.is_of(item) && where.holds_for(item); })) return false;
    switch (meeting.whose) {
        case Meeting::Whose::own: return false;   // It is the stretch's own item, which is known.
        case Meeting::Whose::linked:
        case Meeting::Whose::childs: return meeting.day.is_of(item);
        case Meeting::Whose::linked_anyhow: return item.type().happened_field() && has_links(item.type());
    }
    return false;
}

std::vector<Candidates> candidates_for(const std::vector<Meeting>& meetings, std::span<const Found> items) {
    std::vector<Candidates> all;
    for (const Meeting& meeting : meetings) {
        Candidates& candidates = all.emplace_back(Candidates{&meeting, {}});
        for (const Found& item : items)
            if (can_be(meeting, item)) candidates.items.push_back(item);
    }
    return all;
}

std::optional<law::Moment> moment_of_meeting(const Meeting& meeting, ledger::ItemId over, const Found& item) {
    switch (meeting.whose) {
        case Meeting::Whose::own:
        case Meeting::Whose::childs: return moment_in(item, meeting.day);
        case Meeting::Whose::linked: return link_in(item, meeting.link) == over ? moment_in(item, meeting.day) : std::nullopt;
        case Meeting::Whose::linked_anyhow:
            return has_link_to(item, over) ? moment_in(item, {&item.type(), *item.type().happened_field()}) : std::nullopt;
    }
    return std::nullopt;
}

/// Whether a day would meet the very clock that days of its sort set going: looked at on Monday, look again. Of two on one day neither
/// meets the other's, so that what was recorded twice stays owed.
bool sets_the_clock_going(const Meeting& meeting, const Period& period, const Stretch& stretch, const law::Moment& at) {
    return meeting.whose == Meeting::Whose::childs && meeting.day.type == period.began.type && meeting.day.position == period.began.position && stretch.began && at.day <= stretch.began->day;
}

std::vector<Doing> doings(const std::vector<Candidates>& candidates, const Period& period, const Stretch& stretch, ledger::ItemId over) {
    std::vector<Doing> all;
    const auto take = [&](const Meeting& meeting, const Found& item) {
        const auto at = moment_of_meeting(meeting, over, item);
        if (at && !sets_the_clock_going(meeting, period, stretch, *at)) all.push_back({*at, item});
    };
    for (const auto& [meeting, items] : candidates) {
        if (meeting->whose == Meeting::Whose::own && std::ranges::all_of(meeting->only, [&](const Where& where) { return where.holds_for(stretch.first); }))
            take(*meeting, stretch.first);
        for (const Found& item : items) take(*meeting, item);
    }
    return all;
}

bool is_after(const law::Moment& a, const law::Moment& b) {
    return a.day != b.day ? a.day > b.day : a.minute && b.minute && *a.minute > *b.minute;
}

/// The latest of them until a day, that day included.
const law::Moment* latest(const std::vector<Doing>& all, Date until) {
    const law::Moment* last = nullptr;
    for (const Doing& one : all)
        if (one.at.day <= until && (!last || is_after(one.at, *last))) last = &one.at;
    return last;
}

bool is_same_item(const Found& a, const Found& b) { return a.table == b.table && a.row == b.row; }

/// The day on which it ended without being done, unless it was taken up again after that, or done all the same. Of two at the same moment
/// nobody knows which came first: what was taken up then by another item counts as later, so that it stays owed.
std::optional<Date> ended_otherwise(const std::vector<Doing>& ends, const std::vector<Doing>& resumes, const std::vector<Doing>& met, Date today) {
    const law::Moment* const end = latest(ends, today);
    if (!end) return std::nullopt;
    if (const law::Moment* const done = latest(met, today); done && is_after(*done, *end)) return std::nullopt;
    const bool is_resumed = std::ranges::any_of(resumes, [&](const Doing& one) {
        if (one.at.day > today || is_after(*end, one.at)) return false;
        return is_after(one.at, *end) || std::ranges::none_of(ends, [&one](const Doing& other) { return is_same_item(one.by, other.by); });
    });
    return is_resumed ? std::nullopt : std::optional(end->day);
}

/// What happened to a duty's clock in one stretch.
law::Course course_of(const Duty& duty, const Stretch& stretch, const std::vector<Doing>& met, const std::vector<Doing>& shown) {
    law::Course course{.start = stretch.began, .end = stretch.ended, .met_on = {}};
    for (const Doing& doing : met) course.met_on.push_back(doing.at);
    for (const Doing& doing : shown) course.shown_on.push_back(doing.at.day);
    if (duty.due_on) course.named = day_in(stretch.first, *duty.due_on);
    return course;
}

const Found* done_on(Date day, const std::vector<Doing>& all) {
    const auto doing = std::ranges::find(all, day, [](const Doing& one) { return one.at.day; });
    return doing == all.end() ? nullptr : &doing->by;
}

/// The last save is the only one that the Book knows. By the due day, it was all there by then; where it was the only
/// one, it was not. An import tells when the council's files came, not when its workers wrote.
Recorded when_recorded(const RowHead& head, Date recorded_on, Date due) {
    if (head.has(RowHead::imported)) return Recorded::not_known;
    if (recorded_on <= due) return Recorded::by_then;
    return head.version == 1 ? Recorded::late : Recorded::not_known;
}

void say_who_met_it(DutyStanding& standing, const Book& book, const Found& by) {
    standing.met_by = book.item_id(by);
    standing.recorded_on = law::london_date(Instant::from_seconds(by.head().recorded_at));
    if (standing.step.due) standing.recorded = when_recorded(by.head(), *standing.recorded_on, *standing.step.due);
}

}  // namespace

std::string DutyStanding::words(Date today) const {
    std::string words = step.words(today);
    if (is_ended_otherwise) {
        words = fmt::format("{} {}", duty->ended_words, step.ended_on->words());
        if (step.state == State::missed) words += fmt::format(", after it was due {}", step.due->words());
    }
    if (recorded == Recorded::late) words += fmt::format("; recorded late, on {}", recorded_on->words());
    return words;
}

bool DutyStanding::is_owed(Date today) const {
    switch (step.state) {
        case State::due:
        case State::overdue: return true;
        case State::start_unknown: return !ended || *ended > today;
        case State::met_in_time:
        case State::met_late:
        case State::met_unknown:
        case State::ended:
        case State::missed: return false;
    }
    return true;
}

std::vector<DutyStanding> standings_of(const Book& book, const BoundDuty& bound, ledger::SubjectId child,
                                       std::span<const Found> items, Date today) {
    const law::Timescale& timescale = as_the_council_has_it(book, *bound.duty->timescale);
    const auto can_meet = candidates_for(bound.duty->met_by, items);
    const auto can_show = candidates_for(bound.duty->shown_by, items);
    const auto can_end = candidates_for(bound.duty->ended_by, items);
    const auto can_resume = candidates_for(bound.duty->resumed_by, items);
    std::vector<DutyStanding> all;
    for (const Stretch& stretch : stretches_of(*bound.period, items)) {
        if (stretch.began && stretch.began->day > today) continue;
        const ledger::ItemId over = book.item_id(stretch.first);
        const auto met = doings(can_meet, *bound.period, stretch, over);
        const auto shown = doings(can_show, *bound.period, stretch, over);
        law::Course course = course_of(*bound.duty, stretch, met, shown);
        const auto otherwise = ended_otherwise(doings(can_end, *bound.period, stretch, over), doings(can_resume, *bound.period, stretch, over), met, today);
        const bool ends_so = otherwise && (!course.end || *otherwise < *course.end);
        if (ends_so) course.end = otherwise;
        for (const law::StepStanding& step : law::standing(timescale, course, today)) {
            DutyStanding standing{.duty = bound.duty, .law = step.law, .child = child, .over = over, .over_type = &stretch.first.type(),
                                  .ended = stretch.ended, .step = step, .met_by = std::nullopt, .recorded_on = std::nullopt};
            standing.is_ended_otherwise = ends_so && step.ended_on.has_value();
            if (bound.duty->owed_by) standing.owed_by = link_in(stretch.first, *bound.duty->owed_by);
            if (step.met_on)
                if (const Found* const by = done_on(*step.met_on, step.is_met_day_shown_only ? shown : met))
                    say_who_met_it(standing, book, *by);
            all.push_back(std::move(standing));
        }
    }
    return all;
}

bool counts_for_duties(const Found& found) {
    return !found.head().has(RowHead::withdrawn) && !found.head().has(RowHead::gone) && !found.head().has(RowHead::destroyed);
}

}  // namespace steadfast::record
