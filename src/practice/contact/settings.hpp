#pragma once

#include "record/book/book.hpp"
#include "record/item/item_type.hpp"
#include "record/record.hpp"

#include <string>

namespace steadfast::practice {

/// How a council's front door works. There is one in a store, the last saved; without one, nothing is open to anybody.
struct FrontDoorSettings {
    std::optional<bool> is_public_form_on;
    std::string phone;                          ///< To ring by day, shown to anybody.
    std::string night_phone;                    ///< The emergency duty team's.
    std::optional<std::int32_t> most_an_hour;   ///< Forms taken in an hour from everybody together.
    std::string on_call;                        ///< Who is on call at night and how to reach them; for workers alone.
    record::Narrative threshold_guide;          ///< The local safeguarding partners' threshold document in short (Working Together 2023, chapter 2).
};

constexpr std::int32_t usual_most_an_hour = 60;

[[nodiscard]] FrontDoorSettings front_door_settings(const record::Book& book);
/// What stands beside a decision: which worry asks for what, in the council's own words. Empty where nobody wrote it.
[[nodiscard]] std::string threshold_guide(record::Record& record, const record::Book& book);
/// The item that holds them: the same id in every store.
[[nodiscard]] ledger::ItemId front_door_settings_item();

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::FrontDoorSettings>();
