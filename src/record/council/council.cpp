#include "record/council/council.hpp"

namespace steadfast::record {

template <>
const ItemType& type_of<Council>() {
    static const ItemType type(
        {.key = "council", .name = "Council", .plural = "Councils", .happened = "", .ended = "", .summary = {"name", "number"}, .written = Written::by_its_room},
        {
            field<&Council::name>("name", "Name").required(),
            field<&Council::number>("number", "Number at the Department for Education"),
            field<&Council::people_are_invented>("people_are_invented", "The people are invented"),
        });
    return type;
}

}  // namespace steadfast::record
