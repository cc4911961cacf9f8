#include "practice/disabled_children/timescales.hpp"

#include "practice/disabled_children/disabled_child.hpp"

namespace steadfast::practice {

using namespace law::literals;

// Three months and six were read where councils tell their reviewing officers of regulation 48; the regulation's own text was not read so far.
constinit const law::Timescale short_break_review{
    .key = "short_break_review",
    .name = "Review of short breaks under section 20",
    .says = "Review short breaks under section 20 within 3 months of the first stay, then every 6 months",
    .source = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48(3)",
    .steps = {law::within(3_months), law::then_every(6_months)},
    .in_force_from = law::calendar_day(2011, 4, 1),
};

constinit const law::Timescale short_break_review_17{
    .key = "short_break_review_17",
    .name = "Review of short breaks under section 17",
    .says = "Review short breaks under section 17 every 6 months",
    .source = "The council's own procedures; Short breaks: statutory guidance (2010)",
    .steps = {law::every(6_months)},
    .local_says = "Review short breaks under section 17 every {}",
};

std::vector<record::Period> periods_of_disabled_children() {
    return {record::each(&ShortBreaks::began, &ShortBreaks::ended)
                .only_where(&ShortBreaks::basis, {"section_20_short"})
                .called(record::short_breaks)};
}

std::vector<record::Duty> duties_of_disabled_children() {
    // With all rules for looked-after children, the duties of the care period are owed and nothing here.
    return {
        {.timescale = &short_break_review, .over = record::short_breaks, .met_by = {record::any(&ShortBreakReview::held_on)}},
        {.timescale = &short_break_review_17,
         .over = record::each(&ShortBreaks::began, &ShortBreaks::ended).only_where(&ShortBreaks::basis, {"section_17"}),
         .met_by = {record::any(&ShortBreakReview::held_on)}},
    };
}

}  // namespace steadfast::practice
