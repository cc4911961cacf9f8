#include "record/slice.hpp"
#include "practice/messages/message.hpp"
#include "practice/messages/message_pages.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_messages() {
    static const record::Slice slice{
        .key = "messages",
        .name = "Messages",
        .items = {&record::type_of<Message>()},
        .add_pages = add_message_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
