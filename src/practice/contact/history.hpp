#pragma once

#include "record/access/seen_book.hpp"
#include "record/pages/page_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::practice {

/// What the council did about a child before, in one line each.
struct HistoryLine {
    std::optional<Date> from;
    std::optional<Date> to;
    std::string what;            ///< "Referral", "Looked after".
    std::string words;
    ledger::ItemId item;
};

/// An earlier referral within twelve months, and why it closed.
struct EarlierReferral {
    Date received;
    std::optional<Date> closed;
    std::string why_closed;
    ledger::ItemId item;
};

struct ChildHistory {
    record::SeenChild child;
    std::string sibling_of;                      ///< Not on the contact: a brother or sister of this child, who is.
    std::vector<HistoryLine> lines;              ///< Latest first.
    std::optional<EarlierReferral> re_referral;  ///< The latest before the day, where it was received within twelve months.
    std::optional<ledger::ItemId> open_referral; ///< One that is still open.
};

/// What was done about some children, and their brothers and sisters as far as is recorded, before: contacts, referrals, assessments, plans, enquiries, times in care.
/// @param day the contact's: a referral of that same day is the contact's own and no earlier one.
/// @param but an item that is left out: the contact itself.
[[nodiscard]] std::vector<ChildHistory> history_of(const record::SeenBook& book, const record::Duties& duties, const std::vector<record::SeenChild>& children,
                                                   Date day, ledger::ItemId but);

}  // namespace steadfast::practice
