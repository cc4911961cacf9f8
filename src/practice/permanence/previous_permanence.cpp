#include "practice/permanence/previous_permanence.hpp"

using steadfast::practice::PreviousPermanence;

namespace steadfast::record {

template <>
const ItemType& type_of<PreviousPermanence>() {
    // The return asks once about each child: the child alone is the key.
    static const ItemType type(
        {.key = "previous_permanence",
         .name = "Permanent home before care",
         .plural = "Permanent homes before care",
         .happened = "ordered",
         .ended = "",
         .summary = {"option"}},
        {
            field<&PreviousPermanence::option>("option", "Kind of permanence").from("ssda903", "prev_perm", "PREV_PERM"),
            field<&PreviousPermanence::authority>("authority", "Council that was responsible")
                .from("ssda903", "prev_perm", "LA_PERM"),
            field<&PreviousPermanence::ordered>("ordered", "Order made").from("ssda903", "prev_perm", "DATE_PERM"),
        });
    return type;
}

}  // namespace steadfast::record
