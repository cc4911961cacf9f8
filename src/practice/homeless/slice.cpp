#include "record/slice.hpp"
#include "practice/homeless/homeless_young_person.hpp"
#include "practice/homeless/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_homeless() {
    static const record::Slice slice{
        .key = "homeless",
        .name = "Homeless at 16 or 17",
        .items = {&record::type_of<HomelessYoungPerson>()},
        .duties = duties_of_homeless(),
    };
    return slice;
}

}  // namespace steadfast::practice
