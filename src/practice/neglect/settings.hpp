#pragma once

#include "record/book/book.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// When this council calls it drift. There is one in a store, the last saved; what it leaves empty is as usual. No law fixes any of it.
struct DriftSettings {
    std::optional<std::int32_t> plan_months;  ///< A protection plan in force for longer.
    std::optional<std::int32_t> need_months;  ///< Open as in need for longer, without a protection plan and outside care.
    std::optional<std::int32_t> workers;  ///< So many allocated workers in two years.
    std::optional<std::int32_t> nothing_further;  ///< So many contacts or referrals in two years that ended with nothing.
    std::optional<std::int32_t> missed;  ///< So many times health or school missed in half a year.
    std::optional<std::int32_t> profile_months;  ///< Since the last profile of care.
};

/// The same with every number filled in.
struct DriftLimits {
    std::int32_t plan_months = 15;
    std::int32_t need_months = 12;
    std::int32_t workers = 4;
    std::int32_t nothing_further = 3;
    std::int32_t missed = 3;
    std::int32_t profile_months = 6;
};
[[nodiscard]] DriftLimits drift_limits(const record::Book& book);

[[nodiscard]] ledger::ItemId drift_settings_item();

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::DriftSettings>();
