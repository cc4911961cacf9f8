#include "record/slice.hpp"
#include "practice/pre_proceedings/begin_pages.hpp"
#include "practice/pre_proceedings/letter_before.hpp"
#include "practice/pre_proceedings/letter_pages.hpp"
#include "practice/pre_proceedings/pre_proceedings.hpp"

namespace steadfast::practice {
namespace {

void add_pages(record::Record& record, record::pages::PageParts& parts) {
    add_pre_proceedings_pages(record, parts);
    add_letter_before_pages(record, parts);
}

}  // namespace

const record::Slice& slice_of_pre_proceedings() {
    static const record::Slice slice{
        .key = "pre_proceedings",
        .name = "Pre-proceedings",
        .items = {&record::type_of<PreProceedings>(), &record::type_of<LetterBefore>()},
        .add_pages = add_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
