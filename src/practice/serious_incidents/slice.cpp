#include "record/slice.hpp"
#include "practice/serious_incidents/serious_incident.hpp"
#include "practice/serious_incidents/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_serious_incidents() {
    static const record::Slice slice{
        .key = "serious_incidents",
        .name = "Serious incidents",
        .items = {&record::type_of<SeriousIncident>()},
        .duties = duties_of_serious_incidents(),
    };
    return slice;
}

}  // namespace steadfast::practice
