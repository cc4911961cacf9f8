#include "record/slice.hpp"
#include "practice/child_deaths/child_death.hpp"
#include "practice/child_deaths/day_of_death.hpp"
#include "practice/child_deaths/timescales.hpp"

namespace steadfast::practice {
namespace {

void add_pages(record::Record&, record::pages::PageParts& parts) { add_day_of_death(parts); }

}  // namespace

const record::Slice& slice_of_child_deaths() {
    static const record::Slice slice{
        .key = "child_deaths",
        .name = "Child deaths",
        .items = {&record::type_of<ChildDeath>()},
        .duties = duties_of_child_deaths(),
        .add_pages = add_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
