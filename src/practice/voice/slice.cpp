#include "record/slice.hpp"
#include "practice/voice/advocacy.hpp"
#include "practice/voice/complaint.hpp"
#include "practice/voice/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_voice() {
    static const record::Slice slice{
        .key = "voice",
        .name = "The child's voice",
        .items = {&record::type_of<Advocacy>(), &record::type_of<Complaint>()},
        .duties = duties_of_voice(),
    };
    return slice;
}

}  // namespace steadfast::practice
