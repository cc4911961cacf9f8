#include "record/council/council.hpp"

#include <array>

namespace steadfast::record {
namespace {

constexpr std::array ways{
    law::Code{"every_practitioner", "Every practitioner of children's services, each reading logged"},
    law::Code{"those_with_a_part", "Those with a part in the child's life, and the front door"},
};

}  // namespace

const law::CodeSet records_open_to{"records_open_to", "Who may open an unrestricted record", "Steadfast", ways};

template <>
const ItemType& type_of<Council>() {
    static const ItemType type(
        {.key = "council", .name = "Council", .plural = "Councils", .happened = "", .ended = "", .summary = {"name", "number"}, .written = Written::by_its_room},
        {
            field<&Council::name>("name", "Name").required(),
            field<&Council::number>("number", "Number at the Department for Education"),
            field<&Council::people_are_invented>("people_are_invented", "The people are invented"),
            field<&Council::records_open_to>("records_open_to", "Who may open an unrestricted record"),
        });
    return type;
}

Council council_of(const Book& book) {
    Council council;
    book.each_of(type_of<Council>(), [&council](const Found& found) { council = found.table->item<Council>(found.row); });
    return council;
}

}  // namespace steadfast::record
