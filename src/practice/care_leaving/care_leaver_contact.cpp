#include "practice/care_leaving/care_leaver_contact.hpp"

using steadfast::practice::CareLeaverContact;

namespace steadfast::record {

template <>
const ItemType& type_of<CareLeaverContact>() {
    static const ItemType type(
        {.key = "care_leaver_contact",
         .name = "Care leaver's year",
         .plural = "Care leavers' years",
         .happened = "return_year",
         .ended = "",
         .summary = {"in_touch", "activity", "accommodation"}},
        {
            field<&CareLeaverContact::return_year>("return_year", "Return year").return_year(),
            field<&CareLeaverContact::in_touch>("in_touch", "In touch").from("ssda903", "oc3", "IN_TOUCH"),
            field<&CareLeaverContact::activity>("activity", "Main activity").from("ssda903", "oc3", "ACTIV"),
            field<&CareLeaverContact::accommodation>("accommodation", "Where they live").from("ssda903", "oc3", "ACCOM"),
        });
    return type;
}

}  // namespace steadfast::record
