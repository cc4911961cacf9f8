#include "record/slice.hpp"
#include "practice/referral/duties.hpp"
#include "practice/referral/periods.hpp"
#include "practice/referral/referral.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_referral() {
    static const record::Slice slice{
        .key = "referral",
        .name = "Referral",
        .items = {&record::type_of<Referral>()},
        .periods = periods_of_referral(),
        .duties = duties_of_referral(),
    };
    return slice;
}

}  // namespace steadfast::practice
