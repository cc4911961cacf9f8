#include "record/slice.hpp"
#include "practice/case_summary/case_summary.hpp"
#include "practice/case_summary/summary_pages.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_case_summary() {
    static const record::Slice slice{
        .key = "case_summary",
        .name = "Case summary",
        .items = {&record::type_of<CaseSummary>()},
        .add_pages = add_summary_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
