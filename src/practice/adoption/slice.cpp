#include "record/slice.hpp"
#include "practice/adoption/adoption_match.hpp"
#include "practice/adoption/placed_for_adoption.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_adoption() {
    static const record::Slice slice{
        .key = "adoption",
        .name = "Adoption",
        .items = {&record::type_of<PlacedForAdoption>(), &record::type_of<AdoptionMatch>()},
    };
    return slice;
}

}  // namespace steadfast::practice
