#include "record/slice.hpp"
#include "practice/unaccompanied/unaccompanied_asylum_seeker.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_unaccompanied() {
    static const record::Slice slice{
        .key = "unaccompanied",
        .name = "Unaccompanied children",
        .items = {&record::type_of<UnaccompaniedAsylumSeeker>()},
    };
    return slice;
}

}  // namespace steadfast::practice
