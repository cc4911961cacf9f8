#include "practice/visits/duties.hpp"

#include "practice/visits/timescales.hpp"
#include "practice/visits/visit.hpp"

namespace steadfast::practice {

std::vector<record::Duty> duties_of_visits() {
    const auto seen = record::any(&Visit::happened).where(&Visit::seen, {"alone", "seen"});
    return {
        {.timescale = &protection_visit, .over = record::protection_plan, .met_by = {seen}},
        {.timescale = &in_need_visit, .over = record::in_need_plan, .met_by = {seen}},
        {.timescale = &private_fostering_visit, .over = record::private_fostering, .met_by = {seen}},
        {.timescale = &private_fostering_first_visit, .over = record::private_fostering_proposed, .met_by = {seen}},
        // On a day on which the child is there: a visit at home is none.
        {.timescale = &short_break_visit,
         .over = record::short_breaks,
         .met_by = {record::any(&Visit::happened).where(&Visit::seen, {"alone", "seen"}).where(&Visit::place, {"placement"})}},
    };
}

}  // namespace steadfast::practice
