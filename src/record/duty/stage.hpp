#pragma once

#include "record/duty/duties.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace steadfast::record {

/// As what the council works with a child at the moment: what stands beside the child's name.
struct Stage {
    std::string_view words;        ///< "Looked after"
    std::optional<Date> since;     ///< None: the record does not say.

    [[nodiscard]] std::string in_words() const;   ///< "Looked after since 3 March 2024"
};

/// What most binds the council of what goes on today: looked after, then a protection plan, then a child in need plan, then open
/// since a referral. None where nothing of these goes on, as far as the viewer may see.
[[nodiscard]] std::optional<Stage> stage_of(const Duties& duties, const SeenBook& book, const SeenChild& child);

}  // namespace steadfast::record
