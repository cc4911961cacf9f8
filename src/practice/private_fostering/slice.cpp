#include "record/slice.hpp"
#include "practice/private_fostering/private_fostering.hpp"
#include "practice/private_fostering/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_private_fostering() {
    static const record::Slice slice{
        .key = "private_fostering",
        .name = "Private fostering",
        .items = {&record::type_of<PrivateFostering>()},
        .periods = periods_of_private_fostering(),
        .duties = duties_of_private_fostering(),
    };
    return slice;
}

}  // namespace steadfast::practice
