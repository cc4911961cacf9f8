#include "record/slice.hpp"
#include "practice/case_notes/case_note.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_case_notes() {
    static const record::Slice slice{
        .key = "case_notes",
        .name = "Case notes",
        .items = {&record::type_of<CaseNote>()},
    };
    return slice;
}

}  // namespace steadfast::practice
