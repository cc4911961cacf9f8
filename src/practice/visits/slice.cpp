#include "record/slice.hpp"
#include "practice/visits/diary_pages.hpp"
#include "practice/visits/duties.hpp"
#include "practice/visits/planned_visit.hpp"
#include "practice/visits/quick_note.hpp"
#include "practice/visits/visit.hpp"

namespace steadfast::practice {
namespace {

void add_pages(record::Record& record, record::pages::PageParts& parts) {
    add_quick_note(record, parts);
    add_diary_pages(record, parts);
    add_childs_words(record, parts);
}

}  // namespace

const record::Slice& slice_of_visits() {
    static const record::Slice slice{
        .key = "visits",
        .name = "Visits",
        .items = {&record::type_of<Visit>(), &record::type_of<PlannedVisit>()},
        .duties = duties_of_visits(),
        .add_pages = add_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
