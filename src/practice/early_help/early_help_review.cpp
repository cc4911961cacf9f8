#include "practice/early_help/early_help_review.hpp"

#include "practice/early_help/under_way.hpp"

#include <algorithm>
#include <fmt/format.h>

using steadfast::practice::EarlyHelpReview;

namespace steadfast::practice {
namespace {

using record::meetings::HeldMeeting;

constexpr law::Code outcomes[] = {
    {.code = "goes_on", .says = "The plan goes on as it is"},
    {.code = "change_plan", .says = "The plan changes"},
    {.code = "step_up", .says = "This child needs more: step up"},
    {.code = "ends", .says = "This child needs it no longer"},
};

bool was_family_there(const HeldMeeting& meeting) {
    return std::ranges::any_of(meeting.invited, [](const auto& one) {
        return one.invitation.was_there() && (one.invitation.standing.is("family") || one.invitation.standing.is("child"));
    });
}

EarlyHelpReview said_of(const HeldMeeting& meeting, std::size_t child) {
    return meeting.outcome && child < meeting.outcome->about.size()
               ? record::type_of<EarlyHelpReview>().item_from<EarlyHelpReview>(meeting.outcome->about[child].values)
               : EarlyHelpReview();
}

std::vector<std::string> to_put_right(const record::SeenBook& book, const HeldMeeting& meeting) {
    std::vector<std::string> says;
    if (!was_family_there(meeting)) says.emplace_back("Nobody of the family is recorded as having been there.");
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        const record::SeenChild& child = meeting.children[i];
        const auto help = open_early_help_of(book, child);
        if (!help) says.push_back(fmt::format("{} has no early help in force on record.", child.name));
        else if (said_of(meeting, i).outcome.is("step_up"))
            says.push_back(fmt::format("{} needs more: step up from the page of the early help.", child.name));
    }
    return says;
}

}  // namespace

constinit const law::CodeSet early_help_review_outcome{"early_help_review_outcome", "What a team around the family thinks",
                                                       "Steadfast", outcomes};

record::meetings::MeetingRule rule_of_teams_around_families() {
    return {
        .kind = "team_around_family",
        .guidance =
            "The family, whoever leads the help and those who give it look together at what has changed for each child, whether the plan still fits, and who does what next.",
        .source = "Working Together to Safeguard Children (2023), chapter 3",
        .outcome = &record::type_of<EarlyHelpReview>(),
        .to_put_right = to_put_right};
}

}  // namespace steadfast::practice

namespace steadfast::record {

// The meeting is what stands in the chronology: this is what it found, shown with it (decision 21).
template <>
const ItemType& type_of<EarlyHelpReview>() {
    static const ItemType type(
        {.key = "early_help_review",
         .name = "Review by a team around the family",
         .plural = "Reviews by teams around families",
         .happened = "decided_on",
         .ended = "",
         .summary = {},
         .written = Written::on_its_own_pages,
         .tells = Tells::what_is_planned},
        {
            field<&EarlyHelpReview::meeting>("meeting", "Meeting"),
            field<&EarlyHelpReview::decided_on>("decided_on", "Decided on"),
            field<&EarlyHelpReview::plan_reviewed>("plan_reviewed", "Did you go through the whole plan?")
                .with_hint("If you did, this counts as its review"),
            field<&EarlyHelpReview::different_now>("different_now", "What is different since the last time"),
            field<&EarlyHelpReview::outcome>("early_help_review_outcome", "What is right for this child now").about_each(),
            field<&EarlyHelpReview::because>("early_help_review_because", "Why").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
