#include "record/slice.hpp"
#include "practice/neglect/care_profile.hpp"
#include "practice/neglect/neglect_pages.hpp"
#include "practice/neglect/settings.hpp"
#include "practice/neglect/small_sign.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_neglect() {
    static const record::Slice slice{
        .key = "neglect",
        .name = "Neglect",
        .items = {&record::type_of<CareProfile>(), &record::type_of<SmallSign>(), &record::type_of<DriftSettings>()},
        .add_pages = add_neglect_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
