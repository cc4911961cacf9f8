#include "record/slice.hpp"
#include "practice/court/legal_planning.hpp"
#include "practice/court/proceedings.hpp"
#include "practice/court/section_20.hpp"
#include "practice/court/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_court() {
    static const record::Slice slice{
        .key = "court",
        .name = "Court",
        .items = {&record::type_of<Section20Agreement>(), &record::type_of<LegalPlanning>(), &record::type_of<CourtProceedings>(),
                  &record::type_of<CourtHearing>()},
        .duties = duties_of_court(),
    };
    return slice;
}

}  // namespace steadfast::practice
