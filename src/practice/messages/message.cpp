#include "practice/messages/message.hpp"

using steadfast::practice::Message;

namespace steadfast::record {

template <>
const ItemType& type_of<Message>() {
    static const ItemType type({.key = "message", .name = "Message to a colleague", .plural = "Messages to colleagues", .happened = "sent", .ended = "",
                                .summary = {}, .written = Written::on_its_own_pages, .goes_out = GoesOut::when_asked_for},
                               {
                                   field<&Message::sent>("sent", "Sent").required(),
                                   field<&Message::to>("to", "To").required(),
                                   field<&Message::from>("from", "From").the_recorder(),
                                   field<&Message::words>("words", "Message").required(),
                                   field<&Message::dealt_with>("dealt_with", "Dealt with"),
                               });
    return type;
}

}  // namespace steadfast::record
