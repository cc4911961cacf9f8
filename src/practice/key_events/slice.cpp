#include "record/slice.hpp"
#include "practice/key_events/key_event.hpp"
#include "practice/key_events/key_event_pages.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_key_events() {
    static const record::Slice slice{
        .key = "key_events",
        .name = "Key events",
        .items = {&record::type_of<KeyEvent>()},
        .add_pages = add_key_event_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
