#include "practice/neglect/drift.hpp"

#include "practice/neglect/care_profile.hpp"
#include "practice/neglect/small_sign.hpp"
#include "record/allocation/allocation.hpp"
#include "record/item/by_key.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace steadfast::practice {
namespace {

using record::day_by_key;
using record::Found;

constexpr int two_years = 24;    // Months.
constexpr int half_a_year = 6;

/// What the rules look at, gathered in one pass over the child's items. Items of other slices are known by their keys.
struct Gathered {
    struct Span {
        Date began;
        std::optional<Date> ended;
        [[nodiscard]] bool is_open_on(Date day) const { return began <= day && (!ended || *ended > day); }
    };
    struct Profile {
        Date done_on;
        Found found;
    };
    std::vector<Span> protection_plans;
    std::vector<Span> referrals;
    std::vector<Span> in_care;
    std::vector<Date> ended_with_nothing;
    std::vector<Date> missed;
    std::vector<Profile> profiles;
    std::int32_t plans_elsewhere = 0;   ///< As the latest plan says, which counts those of other authorities too.
    std::set<ledger::ItemId> workers;
};

std::string code_by_key(const Found& found, std::string_view key) {
    const record::Value value = record::value_by_key(found, key);
    const auto* code = std::get_if<std::string>(&value);
    return code ? *code : "";
}

void add_span(std::vector<Gathered::Span>& spans, const Found& found, std::string_view from, std::string_view to) {
    if (const auto began = day_by_key(found, from)) spans.push_back({*began, day_by_key(found, to)});
}

void take_referral(Gathered& all, const Found& found) {
    const record::Value nothing = record::value_by_key(found, "no_further_action");
    const auto* yes = std::get_if<bool>(&nothing);
    const auto received = day_by_key(found, "received_on");
    if (yes && *yes) {
        if (received) all.ended_with_nothing.push_back(*received);
        return;
    }
    add_span(all.referrals, found, "received_on", "closed_on");
}

void take(Gathered& all, const Found& found, Date today) {
    const std::string_view key = found.type().key();
    if (key == "child_protection_plan") {
        add_span(all.protection_plans, found, "began", "ended");
        const record::Value before = record::value_by_key(found, "earlier_plans");
        if (const auto* number = std::get_if<std::int32_t>(&before)) all.plans_elsewhere = std::max(all.plans_elsewhere, *number);
    } else if (key == "referral") {
        take_referral(all, found);
    } else if (key == "looked_after_episode") {
        add_span(all.in_care, found, "began", "ended");
    } else if (key == "contact") {
        if (const auto day = day_by_key(found, "received"); day && code_by_key(found, "decision") == "nothing")
            all.ended_with_nothing.push_back(*day);
    } else if (&found.type() == &record::type_of<SmallSign>()) {
        const std::string kind = code_by_key(found, "kind");
        if (const auto day = found.happened_on(); day && (kind == "health" || kind == "teeth" || kind == "school"))
            all.missed.push_back(*day);
    } else if (&found.type() == &record::type_of<CareProfile>()) {
        if (const auto day = found.happened_on()) all.profiles.push_back({*day, found});
    } else if (&found.type() == &record::type_of<record::Allocation>()) {
        const auto allocation = found.table->item<record::Allocation>(found.row);
        const bool is_recent = !allocation.to || *allocation.to > today.plus_months(-two_years);
        if (record::is_main_worker(allocation.as_what.code) && !allocation.worker.item.is_none() && is_recent)
            all.workers.insert(allocation.worker.item);
    }
}

Gathered gathered(const record::SeenBook& book, const record::SeenChild& child, Date today) {
    // Most of a long record is visits and notes, which no rule looks at.
    static const record::WantedTypes wanted = [&book] {
        constexpr std::array<std::string_view, 4> of_other_slices{"child_protection_plan", "referral", "looked_after_episode", "contact"};
        record::WantedTypes types{&record::type_of<SmallSign>(), &record::type_of<CareProfile>(), &record::type_of<record::Allocation>()};
        for (const auto& table : book.book().tables())
            if (std::ranges::find(of_other_slices, table->type().key()) != of_other_slices.end()) types.insert(&table->type());
        return types;
    }();
    Gathered all;
    book.each_about(child, wanted, [&](const Found& found) { take(all, found, today); });
    std::ranges::sort(all.protection_plans, {}, &Gathered::Span::began);
    std::ranges::sort(all.referrals, {}, &Gathered::Span::began);
    std::ranges::sort(all.ended_with_nothing);
    std::ranges::sort(all.profiles, {}, &Gathered::Profile::done_on);
    return all;
}

const Gathered::Span* open_one(const std::vector<Gathered::Span>& spans, Date today) {
    const auto found = std::ranges::find_if(spans, [today](const Gathered::Span& one) { return one.is_open_on(today); });
    return found == spans.end() ? nullptr : &*found;
}

int whole_months(Date from, Date to) {
    int months = 0;
    while (from.plus_months(months + 1) <= to) ++months;
    return months;
}

std::string nth(std::int32_t number) {
    constexpr std::array<std::string_view, 6> words{"", "first", "second", "third", "fourth", "fifth"};
    return number < static_cast<std::int32_t>(words.size()) ? std::string(words[static_cast<std::size_t>(number)])
                                                            : fmt::format("{}th", number);
}

void another_plan(const Gathered& all, Date today, std::vector<Drift>& drifts) {
    if (!open_one(all.protection_plans, today)) return;
    const auto nth_here = static_cast<std::int32_t>(all.protection_plans.size());
    const std::int32_t number = std::max(nth_here, all.plans_elsewhere + 1);
    if (number < 2) return;
    std::string says = fmt::format("This is the {} child protection plan.", nth(number));
    if (nth_here > 1 && all.protection_plans[all.protection_plans.size() - 2].ended)
        says += fmt::format(" The one before ended on {}.", all.protection_plans[all.protection_plans.size() - 2].ended->words());
    drifts.push_back({"another_plan", std::move(says)});
}

void long_open(const Gathered& all, const DriftLimits& limits, Date today, std::vector<Drift>& drifts) {
    if (const auto* plan = open_one(all.protection_plans, today)) {
        if (const int months = whole_months(plan->began, today); months > limits.plan_months)
            drifts.push_back({"long_plan", fmt::format("The child protection plan has been in force for {} months, since {}.",
                                                       months, plan->began.words())});
        return;
    }
    const auto* need = open_one(all.referrals, today);
    if (!need || open_one(all.in_care, today)) return;
    if (const int months = whole_months(need->began, today); months > limits.need_months)
        drifts.push_back(
            {"long_need", fmt::format("Open as a child in need for {} months, since {}.", months, need->began.words())});
}

void nothing_further(const Gathered& all, const DriftLimits& limits, Date today, std::vector<Drift>& drifts) {
    const Date from = today.plus_months(-two_years);
    const auto times =
        std::ranges::count_if(all.ended_with_nothing, [from, today](Date day) { return day > from && day <= today; });
    if (times < limits.nothing_further) return;
    drifts.push_back(
        {"nothing_further", fmt::format("{} contacts or referrals in two years ended with nothing further, the last of {}.",
                                        times, all.ended_with_nothing.back().words())});
}

void missed(const Gathered& all, const DriftLimits& limits, Date today, std::vector<Drift>& drifts) {
    const Date from = today.plus_months(-half_a_year);
    const auto times = std::ranges::count_if(all.missed, [from, today](Date day) { return day > from && day <= today; });
    if (times >= limits.missed)
        drifts.push_back(
            {"missed", fmt::format("Health or school was missed {} {} in half a year.", times, times == 1 ? "time" : "times")});
}

std::size_t step_of(const Found& found, std::string_view part) {
    return care_grade.find(code_by_key(found, part)).value_or(care_grade.codes.size());
}

/// What the last two profiles say of each other, part for part: no sum of them is made.
void profiles(const Gathered& all, const DriftLimits& limits, Date today, std::vector<Drift>& drifts) {
    if (all.profiles.empty()) return;
    const Gathered::Profile& last = all.profiles.back();
    if (const int months = whole_months(last.done_on, today); months > limits.profile_months)
        drifts.push_back(
            {"old_profile", fmt::format("The last profile of care is {} months old, of {}.", months, last.done_on.words())});
    if (all.profiles.size() < 2) return;
    const Gathered::Profile& before = all.profiles[all.profiles.size() - 2];
    std::size_t better = 0;
    std::size_t worse = 0;
    std::size_t troubling = 0;
    for (const std::string_view part : parts_of_care) {
        const std::size_t now = step_of(last.found, part);
        const std::size_t then = step_of(before.found, part);
        if (now == care_grade.codes.size()) continue;
        if (now >= 3) ++troubling;   // "Often not" and "Not".
        if (then == care_grade.codes.size()) continue;
        better += now < then ? 1 : 0;
        worse += now > then ? 1 : 0;
    }
    if (worse > 0)
        drifts.push_back({"worse", fmt::format("Since {} the care is graded worse in {} of {} parts, and better in {}.",
                                               before.done_on.words(), worse, parts_of_care.size(), better)});
    else if (better == 0 && troubling > 0)
        drifts.push_back(
            {"no_better",
             fmt::format("Since {} the care is graded better in none of its parts, and {} of them often fail the child.",
                         before.done_on.words(), troubling)});
}

}  // namespace

std::vector<Drift> drift_of(const record::SeenBook& book, const record::SeenChild& child, const DriftLimits& limits, Date today) {
    const Gathered all = gathered(book, child, today);
    std::vector<Drift> drifts;
    if (!open_one(all.referrals, today) && !open_one(all.protection_plans, today) && !open_one(all.in_care, today)) return drifts;
    another_plan(all, today, drifts);
    long_open(all, limits, today, drifts);
    nothing_further(all, limits, today, drifts);
    missed(all, limits, today, drifts);
    if (static_cast<std::int32_t>(all.workers.size()) >= limits.workers)
        drifts.push_back({"workers", fmt::format("{} allocated workers in two years.", all.workers.size())});
    profiles(all, limits, today, drifts);
    return drifts;
}

}  // namespace steadfast::practice
