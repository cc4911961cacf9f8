#include "record/slice.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/looked_after/periods.hpp"
#include "practice/looked_after/where_they_live.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_looked_after() {
    static const record::Slice slice{
        .key = "looked_after",
        .name = "Looked after",
        .items = {&record::type_of<LookedAfterEpisode>()},
        .periods = periods_of_looked_after(),
        .add_pages = [](record::Record&, record::pages::PageParts& parts) { add_where_they_live(parts); },
    };
    return slice;
}

}  // namespace steadfast::practice
