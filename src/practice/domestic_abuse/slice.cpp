#include "record/slice.hpp"
#include "practice/domestic_abuse/domestic_abuse.hpp"
#include "practice/domestic_abuse/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_domestic_abuse() {
    static const record::Slice slice{
        .key = "domestic_abuse",
        .name = "Domestic abuse",
        .items = {&record::type_of<DomesticAbuse>(), &record::type_of<Marac>()},
        .duties = duties_of_domestic_abuse(),
    };
    return slice;
}

}  // namespace steadfast::practice
