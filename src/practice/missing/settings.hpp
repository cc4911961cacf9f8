#pragma once

#include "record/book/book.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// After how many episodes this council talks about a child again. There is one in a store, the last saved.
struct MissingSettings {
    std::optional<std::int32_t> many_times;   ///< So many episodes…
    std::optional<std::int32_t> in_days;      ///< …in so many days…
    std::string then;                         ///< …and what the council does then.
};

inline constexpr std::int32_t usual_many_times = 3;
inline constexpr std::int32_t usual_in_days = 90;
inline constexpr std::string_view usual_then = "hold a strategy discussion";

/// As the council says it; what it does not say is as usual. No law fixes any of it: it is local procedure.
struct RepeatRule {
    std::int32_t times = usual_many_times;
    std::int32_t days = usual_in_days;
    std::string then{usual_then};
};
[[nodiscard]] RepeatRule repeat_rule(const record::Book& book);

[[nodiscard]] ledger::ItemId missing_settings_item();

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::MissingSettings>();
