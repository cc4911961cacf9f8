#include "record/slice.hpp"
#include "practice/visits/quick_note.hpp"
#include "practice/visits/visit.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_visits() {
    static const record::Slice slice{
        .key = "visits",
        .name = "Visits",
        .items = {&record::type_of<Visit>()},
        .add_pages = add_quick_note,
    };
    return slice;
}

}  // namespace steadfast::practice
