#include "practice/missing/return_interview.hpp"

using steadfast::practice::InterviewOffer;
using steadfast::practice::ReturnInterview;

namespace steadfast::practice {
namespace {

constexpr law::Code answer_codes[] = {
    {.code = "agreed", .says = "Agreed to it"},
    {.code = "refused", .says = "Refused it"},
};
constexpr law::Code refuser_codes[] = {
    {.code = "child", .says = "The child"},
    {.code = "parent", .says = "A parent or carer"},
    {.code = "both", .says = "Both"},
};
constexpr law::Code outcome_codes[] = {
    {.code = "plan", .says = "The plan was changed"},
    {.code = "action", .says = "Somebody promised to do something"},
    {.code = "nothing", .says = "Nothing changes, because"},
};

}  // namespace

constinit const law::CodeSet interview_answer{"interview_answer", "Answer to a return interview", "Steadfast", answer_codes};
constinit const law::CodeSet interview_refuser{"interview_refuser", "Who refused a return interview", "Steadfast", refuser_codes};
constinit const law::CodeSet interview_outcome{"interview_outcome", "What a return interview led to", "Steadfast", outcome_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<InterviewOffer>() {
    static const ItemType type({.key = "return_interview_offer", .name = "Return interview offered", .plural = "Offers of a return interview", .happened = "offered_at", .ended = "",
                                .summary = {"answer", "refused_by", "offered_by"}},
                               {
                                   field<&InterviewOffer::episode>("episode", "The missing episode"),
                                   field<&InterviewOffer::offered_at>("offered_at", "When it was offered").required(),
                                   field<&InterviewOffer::offered_by>("offered_by", "Who offered it"),
                                   field<&InterviewOffer::answer>("answer", "What they said").with_hint("Leave it empty until there is an answer"),
                                   field<&InterviewOffer::answered_at>("answered_at", "When they said so"),
                                   field<&InterviewOffer::refused_by>("refused_by", "Who refused"),
                                   field<&InterviewOffer::why>("why", "Why not, in their own words"),
                                   field<&InterviewOffer::carers_said>("carers_said", "What parents or carers told us instead").with_hint("Ask them where the child does not want to talk"),
                               });
    return type;
}

template <>
const ItemType& type_of<ReturnInterview>() {
    static const ItemType type(
        {.key = "return_interview", .name = "Return interview", .plural = "Return interviews", .happened = "held_at", .ended = "", .summary = {"held_by", "outcome", "outcome_words"}},
        {
            field<&ReturnInterview::episode>("episode", "The missing episode"),
            field<&ReturnInterview::held_at>("held_at", "When it was held").required(),
            field<&ReturnInterview::held_by>("held_by", "Who held it"),
            field<&ReturnInterview::is_independent>("is_independent", "Were they independent of whoever looks after the child?").with_hint("Not a parent, a carer or staff of the placement"),
            field<&ReturnInterview::where>("where", "Where it was held"),
            field<&ReturnInterview::outcome>("outcome", "What it led to"),
            field<&ReturnInterview::plan>("plan", "The plan that was changed"),
            field<&ReturnInterview::action>("action", "What was promised"),
            field<&ReturnInterview::outcome_words>("outcome_words", "What changed, or why nothing does"),
            field<&ReturnInterview::child_words>("child_words", "What the child said, in their own words").about_each(),
            field<&ReturnInterview::why_they_went>("why_they_went", "Why they went").about_each(),
            field<&ReturnInterview::where_they_were>("where_they_were", "Where they were").about_each(),
            field<&ReturnInterview::with_whom>("with_whom", "Who they were with").about_each(),
            field<&ReturnInterview::harm>("harm", "What harm they came to, or might have").about_each(),
            field<&ReturnInterview::what_would_stop_it>("what_would_stop_it", "What would stop it happening again").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
