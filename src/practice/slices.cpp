#include "practice/slices.hpp"

#include "record/plans/duties.hpp"

#include <vector>

namespace steadfast::practice {

void add_items(record::Catalogue& catalogue) {
    for (const record::Slice* slice : all_slices())
        for (const record::ItemType* type : slice->items) catalogue.add(*type);
}

void add_pages(record::Record& record, record::pages::PageParts& parts) {
    for (const record::Slice* slice : all_slices())
        if (slice->add_pages) slice->add_pages(record, parts);
}

const record::Duties& all_duties() {
    static const record::Duties duties = [] {
        std::vector<const record::Slice*> slices(all_slices().begin(), all_slices().end());
        slices.push_back(&record::plans::slice_of_plans());
        return record::Duties(slices);
    }();
    return duties;
}

}  // namespace steadfast::practice
