#include "record/slice.hpp"
#include "practice/young_carers/timescales.hpp"
#include "practice/young_carers/young_carer.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_young_carers() {
    static const record::Slice slice{
        .key = "young_carers",
        .name = "Young carers",
        .items = {&record::type_of<YoungCarerAssessment>()},
        .duties = duties_of_young_carers(),
    };
    return slice;
}

}  // namespace steadfast::practice
