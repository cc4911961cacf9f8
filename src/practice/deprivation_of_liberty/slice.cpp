#include "record/slice.hpp"
#include "practice/deprivation_of_liberty/deprivation_of_liberty.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_deprivation_of_liberty() {
    static const record::Slice slice{
        .key = "deprivation_of_liberty",
        .name = "Deprivation of liberty",
        .items = {&record::type_of<DeprivationOfLiberty>()},
    };
    return slice;
}

}  // namespace steadfast::practice
