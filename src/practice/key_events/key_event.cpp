#include "practice/key_events/key_event.hpp"

using steadfast::practice::KeyEvent;

namespace steadfast::record {

template <>
const ItemType& type_of<KeyEvent>() {
    static const ItemType type({.key = "key_event", .name = "Key event", .plural = "Key events", .happened = "happened", .ended = "", .summary = {"what"}},
                               {
                                   field<&KeyEvent::happened>("happened", "When").required(),
                                   field<&KeyEvent::what>("what", "What happened").required().with_hint("In one sentence"),
                                   field<&KeyEvent::meaning>("meaning", "What it meant for the child").required(),
                                   field<&KeyEvent::told_by>("told_by", "Where it is told in full"),
                               });
    return type;
}

}  // namespace steadfast::record
