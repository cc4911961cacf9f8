#include "record/slice.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/looked_after/periods.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_looked_after() {
    static const record::Slice slice{
        .key = "looked_after",
        .name = "Looked after",
        .items = {&record::type_of<LookedAfterEpisode>()},
        .periods = periods_of_looked_after(),
    };
    return slice;
}

}  // namespace steadfast::practice
