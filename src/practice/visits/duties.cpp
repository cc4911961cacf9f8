#include "practice/visits/duties.hpp"

#include "practice/visits/timescales.hpp"
#include "practice/visits/visit.hpp"

namespace steadfast::practice {

std::vector<record::Duty> duties_of_visits() {
    const auto seen = record::any(&Visit::happened).where(&Visit::seen, {"alone", "seen"});
    return {
        {.timescale = &protection_visit, .over = record::protection_plan, .met_by = {seen}},
        {.timescale = &in_need_visit, .over = record::in_need_plan, .met_by = {seen}},
    };
}

}  // namespace steadfast::practice
