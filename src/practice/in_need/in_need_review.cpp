#include "practice/in_need/in_need_review.hpp"

#include "record/plans/open_plan.hpp"

#include <algorithm>
#include <fmt/format.h>

using steadfast::practice::InNeedReview;

namespace steadfast::practice {
namespace {

using record::meetings::HeldMeeting;

constexpr law::Code outcomes[] = {
    {.code = "goes_on", .says = "The plan goes on"},
    {.code = "change_plan", .says = "The plan changes"},
    {.code = "strategy", .says = "More is needed: a strategy discussion"},
    {.code = "step_down", .says = "Less is enough: step down to early help"},
    {.code = "ends", .says = "The child is no longer in need: the plan ends"},
};

InNeedReview said_of(const HeldMeeting& meeting, std::size_t child) {
    return meeting.outcome && child < meeting.outcome->about.size()
               ? record::type_of<InNeedReview>().item_from<InNeedReview>(meeting.outcome->about[child].values)
               : InNeedReview();
}

bool has_plan(const record::SeenBook& book, const record::SeenChild& child) {
    return std::ranges::any_of(record::plans::plans_of(book, child),
                               [](const auto& one) { return one.plan.kind.is("in_need") && one.plan.is_in_force(); });
}

std::vector<std::string> to_put_right(const record::SeenBook& book, const HeldMeeting& meeting) {
    std::vector<std::string> says;
    const bool was_family_there = std::ranges::any_of(meeting.invited, [](const auto& one) {
        return one.invitation.was_there() && (one.invitation.standing.is("family") || one.invitation.standing.is("child"));
    });
    if (!was_family_there) says.emplace_back("Nobody of the family is recorded as having been there.");
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        const auto decided = said_of(meeting, i);
        const bool goes = decided.outcome.is("ends") || decided.outcome.is("step_down");
        if (goes && has_plan(book, meeting.children[i]))
            says.push_back(
                fmt::format("{}'s child in need plan is still in force. End it from the plan, with when the child was last seen.",
                            meeting.children[i].name));
    }
    return says;
}

}  // namespace

constinit const law::CodeSet in_need_review_outcome{"in_need_review_outcome", "What a child in need meeting thinks", "Steadfast",
                                                    outcomes};

record::meetings::MeetingRule rule_of_child_in_need_meetings() {
    return {
        .kind = "in_need_meeting",
        .guidance =
            "The family, the lead practitioner and those who help look together at what has changed for each child, whether the plan still fits, and whether the child is still in need.",
        .source = "Working Together to Safeguard Children (2023), chapter 3",
        .outcome = &record::type_of<InNeedReview>(),
        .to_put_right = to_put_right};
}

}  // namespace steadfast::practice

namespace steadfast::record {

// The meeting is what stands in the chronology: this is what it found, shown with it (decision 21).
template <>
const ItemType& type_of<InNeedReview>() {
    static const ItemType type(
        {.key = "in_need_review",
         .name = "Review of a child in need plan",
         .plural = "Reviews of child in need plans",
         .happened = "decided_on",
         .ended = "",
         .summary = {},
         .written = Written::on_its_own_pages,
         .tells = Tells::what_is_planned},
        {
            field<&InNeedReview::meeting>("meeting", "Meeting"),
            field<&InNeedReview::decided_on>("decided_on", "Decided on"),
            field<&InNeedReview::different_now>("different_now", "What is different since the last time"),
            field<&InNeedReview::outcome>("in_need_review_outcome", "What is right for this child now").about_each(),
            field<&InNeedReview::because>("in_need_review_because", "Why").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
