#include "record/workers/worker.hpp"

namespace steadfast::record {

template <>
const ItemType& type_of<Worker>() {
    static const ItemType type(
        {.key = "worker", .name = "Worker", .plural = "Workers", .happened = "", .ended = "", .summary = {"works_as"}, .written = Written::by_its_room},
        {
            field<&Worker::name>("name", "Name").required(),
            field<&Worker::sign_in_name>("sign_in_name", "Signs in as").required(),
            field<&Worker::works_as>("works_as", "Works as").required(),
            field<&Worker::left>("left", "Left on"),
        });
    return type;
}

}  // namespace steadfast::record
