#include "practice/unaccompanied/unaccompanied_asylum_seeker.hpp"

using steadfast::practice::UnaccompaniedAsylumSeeker;

namespace steadfast::record {

template <>
const ItemType& type_of<UnaccompaniedAsylumSeeker>() {
    // There is one for a child, so the child alone is the key: a changed end date is a correction of it.
    static const ItemType type(
        {.key = "unaccompanied_asylum_seeker",
         .name = "Unaccompanied asylum-seeking child",
         .plural = "Unaccompanied asylum-seeking children",
         .happened = "",
         .ended = "",
         .summary = {"came_alone", "until"}},
        {
            // Only the XML form of the return has this flag; in the tables, being listed says it.
            field<&UnaccompaniedAsylumSeeker::came_alone>("came_alone", "Came alone and sought asylum")
                .from("ssda903", "uasc", "UASC"),
            field<&UnaccompaniedAsylumSeeker::sex>("sex", "Sex, as given with it").from("ssda903", "uasc", "SEX"),
            field<&UnaccompaniedAsylumSeeker::until>("until", "Stopped or stops being counted as one")
                .from("ssda903", "uasc", "DUC"),
        });
    return type;
}

}  // namespace steadfast::record
