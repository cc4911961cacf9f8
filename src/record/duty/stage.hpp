#pragma once

#include "record/duty/duties.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// As what the council works with a child at the moment: what stands beside the child's name.
struct Stage {
    std::string_view words;        ///< "Looked after"
    std::optional<Date> since;     ///< None: the record does not say.
    Found shown_by;                ///< The plan, the referral, or the first of the episodes that say so.

    [[nodiscard]] std::string in_words() const;   ///< "Looked after since 3 March 2024"
};

/// All of what goes on with a child, as far as the viewer may see, what most binds the council first: looked after, then a protection
/// plan, then a child in need plan, then open since a referral.
[[nodiscard]] std::vector<Stage> stages_of(const Duties& duties, const SeenBook& book, const SeenChild& child);

/// The first of them; none where nothing of these goes on.
[[nodiscard]] std::optional<Stage> stage_of(const Duties& duties, const SeenBook& book, const SeenChild& child);

}  // namespace steadfast::record
