#include "record/slice.hpp"
#include "practice/allocation/social_worker_episode.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_allocation() {
    static const record::Slice slice{
        .key = "allocation",
        .name = "Allocation",
        .items = {&record::type_of<SocialWorkerEpisode>()},
    };
    return slice;
}

}  // namespace steadfast::practice
