#pragma once

#include "law/timescale.hpp"
#include "record/duty/period.hpp"

#include <variant>
#include <vector>

namespace steadfast::record {

/// An item whose day meets a duty, or shows that it was met.
struct Meeting {
    enum class Whose : std::uint8_t {
        own,             ///< The item that the clock runs over.
        linked,          ///< Items that say themselves that they belong to it.
        childs,          ///< The child's items of the type, by when they happened.
        linked_anyhow,   ///< Items of any type with a link to it, by when they happened.
    };
    Whose whose = Whose::own;
    FieldOf day;     ///< Not of `linked_anyhow`.
    FieldOf link;    ///< Of `linked` alone.
    std::vector<Where> only = {};   ///< What must hold for an item to be one: the child was seen.

    /// any(&Visit::happened).where(&Visit::seen, {"alone", "seen"})
    template <class T, class Member>
    [[nodiscard]] Meeting where(Member T::* member, std::vector<std::string_view> codes) && {
        only.push_back({field_of(member), std::move(codes)});
        return std::move(*this);
    }
    template <class T>
    [[nodiscard]] Meeting where(std::optional<bool> T::* member) && {
        only.push_back({field_of(member), {}});
        return std::move(*this);
    }
};

/// Any of the child's, so long as the period lasts: any(&LookedAfterReview::held_on)
template <class T, class Day>
[[nodiscard]] Meeting any(Day T::* day) {
    return {Meeting::Whose::childs, field_of(day), {}};
}
/// Any that links to the item that the clock runs over: any(&Assessment::authorised_on, &Assessment::referral)
template <class T, class Day, class To>
[[nodiscard]] Meeting any(Day T::* day, Link<To> T::* link) {
    return {Meeting::Whose::linked, field_of(day), field_of(link)};
}
/// A day of that item itself: its_own(&Referral::decided_on)
template <class T, class Day>
[[nodiscard]] Meeting its_own(Day T::* day) {
    return {Meeting::Whose::own, field_of(day), {}};
}
/// The first of whatever links to it, of any type: work that could only follow.
[[nodiscard]] inline Meeting whatever_links_to_it() { return {Meeting::Whose::linked_anyhow, {}, {}}; }

/// A duty of the law, bound to the items that set its clock going, stop it and meet it. This one value gives the task,
/// the overdue flag, the share in time and the row of the inspection list.
struct Duty {
    const law::Timescale* timescale = nullptr;
    std::variant<PeriodName, Period> over;    ///< A period that a slice of any name keeps, or one of the duty's own.
    std::vector<Meeting> met_by;
    /// What can only have followed, where the day itself was not recorded: see law::Course::shown_on.
    std::vector<Meeting> shown_by = {};
    /// Of a duty by a day that somebody named (law::by_the_day_named): where the item that the clock runs over says which day.
    std::optional<FieldOf> due_on = std::nullopt;
    /// A worker in that item who owes it; otherwise whoever the child is allocated to.
    std::optional<FieldOf> owed_by = std::nullopt;
    /// What ends it without its being done, as a refusal ends the duty to hold an interview: it is owed no more from then on…
    std::vector<Meeting> ended_by = {};
    /// …until one of these comes after it: the interview is offered again.
    std::vector<Meeting> resumed_by = {};
    std::string_view ended_words = {};   ///< What that end is, in a word: "refused".
};

}  // namespace steadfast::record
