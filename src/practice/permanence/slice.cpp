#include "record/slice.hpp"
#include "practice/permanence/previous_permanence.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_permanence() {
    static const record::Slice slice{
        .key = "permanence",
        .name = "Permanence",
        .items = {&record::type_of<PreviousPermanence>()},
    };
    return slice;
}

}  // namespace steadfast::practice
