#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// Who a child is and how things stand, in a few sentences: the first thing that anybody reads who did not know the child.
struct CaseSummary {
    std::optional<Date> written_on;
    record::Narrative words;
};

/// After so many months a summary is said to be out of date. Local practice: no regulation sets one.
constexpr int case_summary_months = 3;

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::CaseSummary>();
