#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

struct Referral;

/// A last chance for a family, with its lawyer, to put things right before the council goes to court for a care order;
/// and the family's own meeting to make a plan. Asked for by the census from 2026.
struct PreProceedings {
    record::Link<Referral> referral;
    std::optional<Date> began;
    std::optional<Date> letter_sent_on;
    std::optional<bool> family_meeting_offered;
    std::optional<bool> family_meeting_held;
    std::optional<Date> first_meeting_on;
    std::optional<std::int32_t> review_meetings;
    std::optional<Date> decided_on;
    record::Coded<law::pre_proceedings_outcome> outcome;
    std::optional<Date> applied_to_court_on;
    std::optional<Date> letter_of_issue_on;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::PreProceedings>();
