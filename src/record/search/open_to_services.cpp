#include "record/search/open_to_services.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

std::vector<const Period*> periods_of_service(const Duties& duties) {
    std::vector<const Period*> periods;
    for (const PeriodName& name : {episode_of_need, care_period})
        if (const Period* const period = duties.period(name)) periods.push_back(period);
    return periods;
}

}  // namespace

IsOpen open_to_services(const Duties& duties) {
    return [periods = periods_of_service(duties)](const SeenBook& book, const SeenChild& child) {
        std::vector<Found> items;
        book.each_about(child, [&](const Found& found) {
            const bool makes_one = std::any_of(periods.begin(), periods.end(), [&found](const Period* period) { return period->began.is_of(found); });
            if (makes_one && counts_for_duties(found)) items.push_back(found);
        });
        return std::any_of(periods.begin(), periods.end(), [&items](const Period* period) {
            const auto stretches = stretches_of(*period, items);
            return std::any_of(stretches.begin(), stretches.end(), [](const Stretch& stretch) { return !stretch.ended; });
        });
    };
}

}  // namespace steadfast::record
