#include "record/slice.hpp"
#include "practice/missing/missing_pages.hpp"
#include "practice/missing/return_interview.hpp"
#include "practice/missing/settings.hpp"
#include "practice/missing/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_missing() {
    static const record::Slice slice{
        .key = "missing",
        .name = "Missing",
        .items = {&record::type_of<MissingEpisode>(), &record::type_of<InterviewOffer>(), &record::type_of<ReturnInterview>(), &record::type_of<MissingSettings>()},
        .duties = duties_of_missing(),
        .add_pages = add_missing_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
