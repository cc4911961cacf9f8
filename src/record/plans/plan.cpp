#include "record/plans/plan.hpp"

using steadfast::record::plans::Plan;

namespace steadfast::record::plans {
namespace {

constexpr law::Code plan_kind_codes[] = {
    {.code = "early_help", .says = "Early help plan"},
    {.code = "in_need", .says = "Child in need plan"},
    {.code = "protection", .says = "Child protection plan"},
    {.code = "looked_after", .says = "Care plan"},
    {.code = "pathway", .says = "Pathway plan"},
    {.code = "safety", .says = "Safety plan"},
};
constexpr law::Code plan_end_codes[] = {
    {.code = "reached", .says = "What had to be different is different"},
    {.code = "next_plan", .says = "The next plan took over"},
    {.code = "step_down", .says = "Less help is enough"},
    {.code = "step_up", .says = "The child needs more than this plan"},
    {.code = "no_longer_wanted", .says = "The family no longer wants it"},
    {.code = "moved_away", .says = "The family moved to another authority"},
    {.code = "grown_up", .says = "The young person is grown up"},
    {.code = "died", .says = "The child died"},
    {.code = "other", .says = "Another reason"},
};

}  // namespace

constinit const law::CodeSet plan_kind{"plan_kind", "Kind of plan", "Steadfast", plan_kind_codes};
constinit const law::CodeSet plan_end{"plan_end", "Why a plan ended", "Steadfast", plan_end_codes};

}  // namespace steadfast::record::plans

namespace steadfast::record {

template <>
const ItemType& type_of<Plan>() {
    static const ItemType type(
        {.key = "plan",
         .name = "Plan",
         .plural = "Plans",
         .happened = "agreed_on",
         .ended = "ended",
         .summary = {"kind", "must_be_different"},
         .written = Written::on_its_own_pages},
        {
            field<&Plan::kind>("kind", "What kind of plan").required(),
            field<&Plan::agreed_on>("agreed_on", "Agreed on").required(),
            field<&Plan::review_by>("review_by", "To be reviewed by").not_before_the("agreed_on"),
            field<&Plan::reviewed_on>("reviewed_on", "Last reviewed on").not_before_the("agreed_on").with_hint("If this change comes from a review"),
            field<&Plan::lead>("lead", "Who leads it").the_recorder(),
            field<&Plan::led_elsewhere>("led_elsewhere", "If somebody of another agency leads it")
                .with_hint("Their name and job, for example a school nurse. The colleague above answers for it here"),
            field<&Plan::after>("after", "The plan before it"),
            field<&Plan::must_be_different>("must_be_different", "What has to be different").required().with_hint(
                "In one sentence that everybody at the table understands"),
            field<&Plan::worries>("worries", "What we are worried about"),
            field<&Plan::going_well>("going_well", "What is going well"),
            field<&Plan::family_words>("family_words", "What the family says").with_hint("In their own words, each of them"),
            field<&Plan::if_not_better>("if_not_better", "What happens if it does not get better"),
            field<&Plan::ended>("ended", "Ended on").not_before_the("agreed_on"),
            field<&Plan::ended_because>("ended_because", "Why it ended"),
            field<&Plan::ended_words>("ended_words", "How it ended").with_hint("What is different now, and who helps the family from here"),
            field<&Plan::child_words>("child_words", "What the child says").about_each().with_hint("In the child's own words, or what a baby shows"),
            field<&Plan::what_matters>("what_matters", "What matters to this child").about_each(),
            field<&Plan::last_seen_on>("last_seen_on", "Last seen before it ended").about_each(),
            field<&Plan::why_not_seen>("why_not_seen", "Why not seen since").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
