#include "record/slice.hpp"
#include "practice/pre_proceedings/begin_pages.hpp"
#include "practice/pre_proceedings/pre_proceedings.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_pre_proceedings() {
    static const record::Slice slice{
        .key = "pre_proceedings",
        .name = "Pre-proceedings",
        .items = {&record::type_of<PreProceedings>()},
        .add_pages = add_pre_proceedings_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
