#include "practice/in_need/timescales.hpp"

#include "record/meetings/meeting.hpp"

namespace steadfast::practice {

using namespace law::literals;

constinit const law::Timescale in_need_reviewed{
    .key = "in_need_review",
    .name = "Review of the child in need plan",
    .says = "Review a child in need plan in a meeting every 3 months",
    .source =
        "This council's own procedures; Working Together to Safeguard Children (2023), chapter 3, wants the plan reviewed and leaves the interval to them",
    .steps = {law::every(3_months)},
    .local_says = "Review a child in need plan in a meeting every {}",
};

std::vector<record::Duty> duties_of_in_need() {
    using record::meetings::Meeting;
    return {{
        .timescale = &in_need_reviewed,
        .over = record::in_need_plan,
        .met_by = {record::any(&Meeting::held_at).where(&Meeting::kind, {"in_need_meeting"})},
    }};
}

}  // namespace steadfast::practice
