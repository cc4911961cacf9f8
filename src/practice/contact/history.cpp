#include "practice/contact/history.hpp"

#include "record/item/by_key.hpp"
#include "record/people/family.hpp"

#include <algorithm>
#include <array>

namespace steadfast::practice {
namespace {

using record::Found;

/// What other slices keep, by the keys of their types; a slice that was taken away is simply not found.
constexpr std::array<std::string_view, 7> told_of{"contact", "early_help", "referral", "section47_enquiry", "child_protection_plan", "child_in_need_plan",
                                                  "child_and_family_assessment"};

HistoryLine line_of(const record::SeenBook& book, const Found& found) {
    const auto values = found.values();
    const When happened = found.type().happened(values);
    std::string says = found.type().summary(values);
    // Somebody else rang about the child, and nobody has decided: the two belong together.
    if (found.type().key() == "contact" && record::words_by_key(found, "decision").empty()) says += says.empty() ? "waits for a decision" : "; waits for a decision";
    return {happened.first_day(), happened.end_day(), std::string(found.type().name()), std::move(says), book.book().item_id(found)};
}

/// A time in care is many rows of a return, and one line to whoever answers the telephone.
void add_times_in_care(ChildHistory& history, const record::SeenBook& book, const record::Duties& duties, const std::vector<Found>& items) {
    const record::Period* care = nullptr;
    for (const record::BoundDuty& bound : duties.all())
        if (bound.period->name == record::care_period) care = bound.period;
    if (!care) return;
    for (const record::Stretch& stretch : record::stretches_of(*care, items))
        history.lines.push_back({stretch.began ? std::optional(stretch.began->day) : std::nullopt, stretch.ended, "Looked after", stretch.ended ? "" : "now", book.book().item_id(stretch.first)});
}

void look_at_referral(ChildHistory& history, const record::SeenBook& book, const Found& found, Date day) {
    const auto received = record::day_by_key(found, "received_on");
    const auto closed = record::day_by_key(found, "closed_on");
    const auto item = book.book().item_id(found);
    const bool opened_nothing = record::value_by_key(found, "no_further_action") == record::Value(true);
    if (!closed && !opened_nothing) history.open_referral = item;
    if (!received || *received >= day || *received < day.plus_months(-12)) return;
    if (history.re_referral && history.re_referral->received >= *received) return;
    history.re_referral = EarlierReferral{*received, closed, record::words_by_key(found, "why_closed"), item};
}

ChildHistory history_of_one(const record::SeenBook& book, const record::Duties& duties, const record::SeenChild& child, Date day, ledger::ItemId but) {
    ChildHistory history{.child = child, .sibling_of = "", .lines = {}, .re_referral = std::nullopt, .open_referral = std::nullopt};
    std::vector<Found> items;
    book.each_about(child, [&](const Found& found) {
        if (found.head().has(record::RowHead::gone) || book.book().item_id(found) == but) return;
        items.push_back(found);
        const auto key = found.type().key();
        // What this contact itself led to was not known before.
        const bool is_its_own = key == "referral" && record::day_by_key(found, "received_on") == day;
        if (!is_its_own && std::find(told_of.begin(), told_of.end(), key) != told_of.end()) history.lines.push_back(line_of(book, found));
        if (key == "referral") look_at_referral(history, book, found, day);
    });
    add_times_in_care(history, book, duties, items);
    std::stable_sort(history.lines.begin(), history.lines.end(), [](const HistoryLine& a, const HistoryLine& b) { return a.from > b.from; });
    return history;
}

}  // namespace

std::vector<ChildHistory> history_of(const record::SeenBook& book, const record::Duties& duties, const std::vector<record::SeenChild>& children, Date day,
                                     ledger::ItemId but) {
    std::vector<ChildHistory> histories;
    for (const record::SeenChild& child : children) histories.push_back(history_of_one(book, duties, child, day, but));
    for (const record::SeenChild& child : children) {
        const record::Family family = record::family_of(book, child, {.people = 30, .steps = 2});
        for (const std::size_t place : record::siblings_of(family, 0)) {
            const record::SeenChild& sibling = family.people[place];
            const bool is_there = std::any_of(histories.begin(), histories.end(), [&](const ChildHistory& one) { return one.child.id == sibling.id; });
            if (is_there) continue;
            histories.push_back(history_of_one(book, duties, sibling, day, but));
            histories.back().sibling_of = child.name;
        }
    }
    return histories;
}

}  // namespace steadfast::practice
