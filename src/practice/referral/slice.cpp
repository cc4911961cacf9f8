#include "practice/referral/referral.hpp"
#include "record/slice.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_referral() {
    static const record::Slice slice{
        .key = "referral",
        .name = "Referral",
        .items = {&record::type_of<Referral>()},
    };
    return slice;
}

}  // namespace steadfast::practice
