#include "record/slice.hpp"
#include "practice/disabled_children/disabled_child.hpp"
#include "practice/disabled_children/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_disabled_children() {
    static const record::Slice slice{
        .key = "disabled_children",
        .name = "Disabled children",
        .items = {&record::type_of<DisabilityRegistration>(), &record::type_of<ShortBreaks>(),
                  &record::type_of<ShortBreakReview>()},
        .periods = periods_of_disabled_children(),
        .duties = duties_of_disabled_children(),
    };
    return slice;
}

}  // namespace steadfast::practice
