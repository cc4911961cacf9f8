#include "record/slice.hpp"
#include "practice/harmful_sexual_behaviour/harmful_behaviour.hpp"
#include "practice/harmful_sexual_behaviour/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_harmful_sexual_behaviour() {
    static const record::Slice slice{
        .key = "harmful_sexual_behaviour",
        .name = "Harmful sexual behaviour",
        .items = {&record::type_of<HarmfulBehaviour>()},
        .duties = duties_of_harmful_sexual_behaviour(),
    };
    return slice;
}

}  // namespace steadfast::practice
