#pragma once

#include "practice/contact/agency_checks.hpp"
#include "practice/contact/contact_list.hpp"
#include "record/pages/site.hpp"

#include <string_view>

namespace steadfast::practice {

/// By what the contacts that wait are put in order. To begin with, children in immediate danger stand first, then the least time left.
enum class WaitingOrder : std::uint8_t { by_danger_and_time, by_child, by_came, by_from, by_danger, by_taken };

/// How long a contact has waited.
enum class WaitingAge : std::uint8_t { any, came_today, within_its_day, past_its_day };

struct WaitingFilter {
    WaitingOrder order = WaitingOrder::by_danger_and_time;
    std::string danger;            ///< Of immediate_danger; "unsaid": nobody said. Empty: all.
    ledger::WorkerId taken_by;     ///< None: anybody.
    ledger::ItemId team;           ///< Taken by somebody of this team, or of one that is part of it. None: any.
    WaitingAge age = WaitingAge::any;

    [[nodiscard]] bool narrows() const { return !danger.empty() || !taken_by.is_none() || !team.is_none() || age != WaitingAge::any; }
    /// The same list at an address; without its order where the order is what the address is to change.
    [[nodiscard]] web::Link at(web::Link address, bool with_order = true) const;
};

[[nodiscard]] WaitingFilter read_waiting_filter(const web::Fields& query);

/// A contact that waits, with who took it.
struct WaitingRow {
    ContactRow contact;
    ledger::WorkerId taken_by;     ///< None: it came by the public form.
    std::string taken_by_name;
    ChecksInNumbers checks = {};   ///< What other agencies were asked.
};

/// What waits, narrowed down and in the order that is asked for; `takers` is everybody who took one that waits, by name.
struct WaitingList {
    std::vector<WaitingRow> rows;
    std::size_t whole = 0;         ///< How many wait, whatever is asked for.
    std::vector<std::pair<ledger::WorkerId, std::string>> takers;
    std::vector<std::pair<ledger::ItemId, std::string>> teams;
};
[[nodiscard]] WaitingList waiting_list(const record::SeenBook& book, const WaitingFilter& filter, Instant now);

struct AgeWords {
    WaitingAge age;
    std::string_view value;
    std::string_view words;
};
inline constexpr AgeWords waiting_ages[] = {
    {WaitingAge::any, "", "However long"},
    {WaitingAge::came_today, "today", "Came today"},
    {WaitingAge::within_its_day, "within", "Still within the working day"},
    {WaitingAge::past_its_day, "past", "Past the working day"},
};

}  // namespace steadfast::practice
