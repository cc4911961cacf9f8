#include "record/slice.hpp"
#include "practice/allegations/adult_case.hpp"
#include "practice/allegations/allegation.hpp"
#include "practice/allegations/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_allegations() {
    static const record::Slice slice{
        .key = "allegations",
        .name = "Allegations against adults",
        .items = {&record::type_of<Allegation>(), &record::type_of<AllegationReview>(), &record::type_of<AdultCase>(),
                  &record::type_of<AdultCaseNote>(), &record::type_of<AccusedAdult>()},
        .duties = duties_of_allegations(),
        .add_pages = add_adult_case_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
