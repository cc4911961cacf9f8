#pragma once

#include "base/when.hpp"
#include "law/timescale.hpp"

#include <string>

namespace steadfast::practice {

/// From the day on which somebody got in touch to the day on which it was decided what follows.
extern const law::Timescale contact_decided;

/// From when an agency was asked what it knows to its answer, also where it declines.
extern const law::Timescale agency_check_answered;

/// Until when a contact is to be decided on. The law counts days; a contact that came by a minute of a working day is
/// aimed to be decided by the same minute of the next one, and any other by the end of that day.
struct DecideBy {
    Date day;
    std::optional<Instant> minute;   ///< None: by the end of the day.

    /// "decide by 14:10 tomorrow", "decide by the end of Mon 8 June 2026", "2 hours late: was to be decided by 14:10 today",
    /// "3 working days late: was to be decided by Wed 3 June 2026".
    [[nodiscard]] std::string words(Instant now) const;
    [[nodiscard]] bool is_over(Instant now) const;
    /// For ordering: the moment at which it runs out.
    [[nodiscard]] Instant runs_out() const;
};

/// None where nobody recorded the day.
[[nodiscard]] std::optional<DecideBy> decide_by(const When& received);

}  // namespace steadfast::practice
