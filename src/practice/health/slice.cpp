#include "record/slice.hpp"
#include "practice/health/health_of_the_year.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_health() {
    static const record::Slice slice{
        .key = "health",
        .name = "Health",
        .items = {&record::type_of<HealthOfTheYear>()},
    };
    return slice;
}

}  // namespace steadfast::practice
