#include "practice/slices.hpp"

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
    static const record::Duties duties(all_slices());
    return duties;
}

}  // namespace steadfast::practice
