#include "record/slice.hpp"
#include "practice/prevent/prevent_referral.hpp"
#include "practice/prevent/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_prevent() {
    static const record::Slice slice{
        .key = "prevent",
        .name = "Prevent",
        .items = {&record::type_of<PreventReferral>()},
        .duties = duties_of_prevent(),
    };
    return slice;
}

}  // namespace steadfast::practice
