#include "record/slice.hpp"
#include "practice/handover/handover.hpp"
#include "practice/handover/handover_pages.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_handover() {
    static const record::Slice slice{
        .key = "handover", .name = "Handover", .items = {&record::type_of<Handover>()}, .add_pages = add_handover_pages};
    return slice;
}

}  // namespace steadfast::practice
