#include "practice/deprivation_of_liberty/deprivation_of_liberty.hpp"

using steadfast::practice::DeprivationOfLiberty;

namespace steadfast::record {

template <>
const ItemType& type_of<DeprivationOfLiberty>() {
    static const ItemType type(
        {.key = "deprivation_of_liberty",
         .name = "Deprivation of liberty order",
         .plural = "Deprivation of liberty orders",
         .happened = "began",
         .ended = "ended",
         .summary = {"ended"}},
        {
            field<&DeprivationOfLiberty::began>("began", "Order began").natural_key().from("ssda903", "dolo", "DOLO_START"),
            field<&DeprivationOfLiberty::ended>("ended", "Order ended").from("ssda903", "dolo", "DOLO_END"),
        });
    return type;
}

}  // namespace steadfast::record
