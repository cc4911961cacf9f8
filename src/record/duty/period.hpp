#pragma once

#include "record/duty/field_of.hpp"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::record {

/// A sort of time in a child's life that duties of more than one slice run over. The slice that keeps its items says
/// what it is made of; the others know its name alone.
struct PeriodName {
    std::string_view key;
    friend bool operator==(const PeriodName&, const PeriodName&) = default;
};

/// From a referral that was not closed with no further action to its closure.
inline constexpr PeriodName episode_of_need{"episode_of_need"};
/// From the day on which a child started to be looked after to the day on which that ended, whatever changed between.
inline constexpr PeriodName care_period{"care_period"};
/// While a child protection plan is in force.
inline constexpr PeriodName protection_plan{"protection_plan"};
/// While a child in need plan is in force.
inline constexpr PeriodName in_need_plan{"in_need_plan"};
/// While a child is fostered privately, from the day on which the council came to know of it.
inline constexpr PeriodName private_fostering{"private_fostering"};
/// From notice of private fostering that is yet to begin until the child lives there.
inline constexpr PeriodName private_fostering_proposed{"private_fostering_proposed"};
/// While short breaks away from home are given under section 20, from the first stay.
inline constexpr PeriodName short_breaks{"short_breaks"};

/// What makes a period: one item, or a chain of a child's items of one type.
///
///     each(&Referral::received_on, &Referral::closed_on)
///     chain(&Episode::began, &Episode::ended).starting_where(&Episode::why_it_began, {"S"}).going_on_where(&Episode::why_it_ended, {"X1"})
struct Period {
    PeriodName name;  ///< Without a key where it is one duty's own.
    FieldOf began;
    std::optional<FieldOf> began_at;   ///< What may say the minute of the day on which it began; of any other day it says nothing. Not of a chain.
    std::optional<FieldOf> ended;  ///< None: nothing ends it but that the duty is met.
    std::vector<Where> left_out;  ///< Items that make no such period.
    std::vector<Where> only;      ///< What must hold for an item to make one.
    std::optional<Where> starts;  ///< In a chain, the items that start one.
    std::optional<Where> goes_on;  ///< In a chain, the items after whose end it goes on.

    [[nodiscard]] bool is_chain() const { return starts.has_value(); }

    template <class T>
    [[nodiscard]] Period to_the_minute(When T::* member) && {
        began_at = field_of(member);
        return std::move(*this);
    }
    [[nodiscard]] Period called(PeriodName known_as) && {
        name = known_as;
        return std::move(*this);
    }
    template <class T, class Member>
    [[nodiscard]] Period leaving_out(Member T::* member, std::vector<std::string_view> codes) && {
        left_out.push_back({field_of(member), std::move(codes)});
        return std::move(*this);
    }
    template <class T, class Member>
    [[nodiscard]] Period only_where(Member T::* member, std::vector<std::string_view> codes) && {
        only.push_back({field_of(member), std::move(codes)});
        return std::move(*this);
    }
    template <class T>
    [[nodiscard]] Period only_where(std::optional<bool> T::* member) && {
        only.push_back({field_of(member), {}});
        return std::move(*this);
    }
    template <class T>
    [[nodiscard]] Period unless(std::optional<bool> T::* member) && {
        left_out.push_back({field_of(member), {}});
        return std::move(*this);
    }
    /// Until it is said that it is not: what nobody has decided yet makes one.
    template <class T>
    [[nodiscard]] Period unless_no(std::optional<bool> T::* member) && {
        left_out.push_back({field_of(member), {Where::no}});
        return std::move(*this);
    }
};

/// Each item of a type on its own.
template <class T, class Began>
[[nodiscard]] Period each(Began T::* began) {
    Period period;
    period.began = field_of(began);
    return period;
}
template <class T, class Began, class Ended>
[[nodiscard]] Period each(Began T::* began, Ended T::* ended) {
    Period period = each(began);
    period.ended = field_of(ended);
    return period;
}

/// A chain that has not yet been told what starts it and what lets it go on.
struct UnfinishedChain {
    Period period;

    template <class T, class Member>
    [[nodiscard]] UnfinishedChain starting_where(Member T::* member, std::vector<std::string_view> codes) && {
        period.starts = Where{field_of(member), std::move(codes)};
        return std::move(*this);
    }
    template <class T, class Member>
    [[nodiscard]] Period going_on_where(Member T::* member, std::vector<std::string_view> codes) && {
        period.goes_on = Where{field_of(member), std::move(codes)};
        return std::move(period);
    }
};

/// A child's items of one type by the day they began, from one that starts the period to the first that ended for any
/// recorded reason but those for going on.
template <class T, class Began, class Ended>
[[nodiscard]] UnfinishedChain chain(Began T::* began, Ended T::* ended) {
    return {each(began, ended)};
}

/// One such time in one child's life.
struct Stretch {
    Found first;  ///< The item, or the chain's first.
    std::optional<law::Moment> began;  ///< None: the record does not say.
    std::optional<Date> ended;  ///< None: not ended, as far as the record says.
};

/// The stretches that a child's items make. `items` may hold other types, in any order.
///
/// A chain whose start is not in the record, as after the import of one late year, began on an unknown day. An end
/// without a reason, or a reason without a day, ends nothing: what is missing stays owed until somebody puts it right.
[[nodiscard]] std::vector<Stretch> stretches_of(const Period& period, std::span<const Found> items);

}  // namespace steadfast::record
