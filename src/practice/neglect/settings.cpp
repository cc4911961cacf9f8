#include "practice/neglect/settings.hpp"

#include "record/pages/settings_page.hpp"

using steadfast::practice::DriftSettings;

namespace steadfast::practice {

DriftLimits drift_limits(const record::Book& book) {
    DriftLimits limits;
    const auto found = book.find(drift_settings_item());
    if (!found || &found->type() != &record::type_of<DriftSettings>() || !book.is_visible(*found->table, found->row))
        return limits;
    const auto said = found->table->item<DriftSettings>(found->row);
    limits.plan_months = said.plan_months.value_or(limits.plan_months);
    limits.need_months = said.need_months.value_or(limits.need_months);
    limits.workers = said.workers.value_or(limits.workers);
    limits.nothing_further = said.nothing_further.value_or(limits.nothing_further);
    limits.missed = said.missed.value_or(limits.missed);
    limits.profile_months = said.profile_months.value_or(limits.profile_months);
    return limits;
}

ledger::ItemId drift_settings_item() { return record::pages::item_called("drift settings.."); }

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<DriftSettings>() {
    static const ItemType type(
        {.key = "drift_settings",
         .name = "Drift settings",
         .plural = "Drift settings",
         .happened = "",
         .ended = "",
         .summary = {"plan_months"},
         .written = Written::by_its_room},
        {
            field<&DriftSettings::plan_months>("plan_months", "A protection plan in force for more than so many months")
                .with_hint("15 if you leave it empty"),
            field<&DriftSettings::need_months>("need_months", "In need, without a protection plan, for more than so many months")
                .with_hint("12 if you leave it empty"),
            field<&DriftSettings::workers>("workers", "So many allocated workers in two years, or more")
                .with_hint("4 if you leave it empty"),
            field<&DriftSettings::nothing_further>(
                "nothing_further", "So many contacts or referrals in two years that ended with nothing further, or more")
                .with_hint("3 if you leave it empty"),
            field<&DriftSettings::missed>("missed", "Health or school missed so many times in half a year, or more")
                .with_hint("3 if you leave it empty"),
            field<&DriftSettings::profile_months>("profile_months", "More than so many months since the last profile of care")
                .with_hint("6 if you leave it empty"),
        });
    return type;
}

}  // namespace steadfast::record
