#pragma once

#include "base/date.hpp"
#include "base/instant.hpp"

#include <compare>

namespace steadfast::demo {

/// When somebody sits down to type: one of five times in a working day. So few, because what is typed at one moment
/// is saved as one group, and a council of a hundred thousand children is to be made in a minute.
struct Moment {
    Date day;
    int slot = 0;   ///< 0 to 4: about nine, eleven, one, three and five o'clock.

    static constexpr int slots = 5;
    [[nodiscard]] Instant instant() const;
    [[nodiscard]] Moment next() const;   ///< The following one, on the next working day if need be.
    friend auto operator<=>(const Moment&, const Moment&) = default;
};

}  // namespace steadfast::demo
