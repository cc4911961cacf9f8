#include "practice/court/timescales.hpp"

#include "practice/court/proceedings.hpp"
#include "practice/court/section_20.hpp"

namespace steadfast::practice {

using namespace law::literals;

// The Act counts 26 weeks beginning with the day of issue, so that day is the first of 182 and the last is 181 days after it.
constinit const law::Timescale care_proceedings{
    .key = "care_proceedings",
    .name = "End of care proceedings",
    .says = "Have care proceedings ended within 26 weeks, the day of issue included",
    .source = "Children Act 1989, section 32(1)(a)(ii), as amended by the Children and Families Act 2014, section 14",
    .steps = {law::within(181_days)},
    .in_force_from = law::calendar_day(2014, 4, 22),
};

namespace {

constinit const law::Timescale care_proceedings_extended{
    .key = "care_proceedings_extended",
    .name = "End of care proceedings that the court extended",
    .says = "Have care proceedings ended by the day to which the court extended them",
    .source = "Children Act 1989, section 32(5) and (8)",
    .steps = {law::by_the_day_named()},
    .in_force_from = law::calendar_day(2014, 4, 22),
};

constinit const law::Timescale court_filing{
    .key = "court_filing",
    .name = "Something to file in court",
    .says = "File what the court ordered by the day it said",
    .source = "The court's own order",
    .steps = {law::by_the_day_named()},
};

constinit const law::Timescale section_20_looked_at{
    .key = "section_20_looked_at",
    .name = "A section 20 agreement looked at again",
    .says = "Look again at an agreement that a child is accommodated by the day that was named in it",
    .source = "The council's own standard: an agreement is no way to wait (Williams v Hackney [2018] UKSC 37)",
    .steps = {law::by_the_day_named()},
};

}  // namespace

std::vector<record::Duty> duties_of_court() {
    using record::each;
    using record::field_of;
    using record::its_own;
    return {
        {.timescale = &care_proceedings,
         .over = each(&CourtProceedings::issued_on)
                     .only_where(&CourtProceedings::application, {"care"})
                     .unless(&CourtProceedings::is_extended),
         .met_by = {its_own(&CourtProceedings::ended_on)}},
        {.timescale = &care_proceedings_extended,
         .over = each(&CourtProceedings::issued_on)
                     .only_where(&CourtProceedings::application, {"care"})
                     .only_where(&CourtProceedings::is_extended),
         .met_by = {its_own(&CourtProceedings::ended_on)},
         .due_on = field_of(&CourtProceedings::extended_to)},
        {.timescale = &court_filing,
         .over = each(&CourtHearing::ordered_on).only_where(&CourtHearing::must_file),
         .met_by = {its_own(&CourtHearing::filed_on)},
         .due_on = field_of(&CourtHearing::file_by)},
        {.timescale = &section_20_looked_at,
         .over = each(&Section20Agreement::agreed_on, &Section20Agreement::ended_on),
         .met_by = {its_own(&Section20Agreement::looked_again_on)},
         .due_on = field_of(&Section20Agreement::look_again_by)},
    };
}

}  // namespace steadfast::practice
