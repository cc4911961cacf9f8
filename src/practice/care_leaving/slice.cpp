#include "record/slice.hpp"
#include "practice/care_leaving/care_leaver_contact.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_care_leaving() {
    static const record::Slice slice{
        .key = "care_leaving",
        .name = "Care leaving",
        .items = {&record::type_of<CareLeaverContact>()},
    };
    return slice;
}

}  // namespace steadfast::practice
