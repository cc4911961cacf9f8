#include "record/slice.hpp"
#include "practice/missing/missing_episode.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_missing() {
    static const record::Slice slice{
        .key = "missing",
        .name = "Missing",
        .items = {&record::type_of<MissingEpisode>()},
    };
    return slice;
}

}  // namespace steadfast::practice
