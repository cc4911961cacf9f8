#include "practice/missing/timescales.hpp"

#include "practice/missing/return_interview.hpp"

namespace steadfast::practice {

using namespace law::literals;

// The guidance says that a child who is found must be offered an independent return interview, and that it should be carried out within
// 72 hours of their return. So it is the interview held that meets the duty, and an offer alone does not.
constinit const law::Timescale return_interview_held{
    .key = "return_interview",
    .name = "Return interview",
    .says = "Hold a return interview within 72 hours of a missing child's return",
    .source = "Statutory guidance on children who run away or go missing from home or care (Department for Education, January 2014), independent return interviews",
    .steps = {law::within(72_hours)},
    .in_force_from = law::calendar_day(2014, 1, 1),
};

// No child can be made to talk. The guidance asks in that case what parents and carers know, and gives no other time. So a refusal after
// an offer ends what is owed: in time, it counts neither for nor against the council; after the time was up, the interview counts as never
// held, because it was offered too late. Offered again, it is owed again, and late from the same return on.
//
// It runs over what somebody here said of a return. A row of a yearly return alone owes nothing: it comes up to a year later, and does
// not say whether anybody spoke with the child.
std::vector<record::Duty> duties_of_missing() {
    return {{
        .timescale = &return_interview_held,
        .over = record::each(&MissingEpisode::found).to_the_minute(&MissingEpisode::found_at).only_where(&MissingEpisode::is_followed_up),
        .met_by = {record::any(&ReturnInterview::held_at, &ReturnInterview::episode)},
        .owed_by = record::field_of(&MissingEpisode::interview_by),
        .ended_by = {record::any(&InterviewOffer::answered_at, &InterviewOffer::episode).where(&InterviewOffer::answer, {"refused"})},
        .resumed_by = {record::any(&InterviewOffer::offered_at, &InterviewOffer::episode)},
        .ended_words = "refused",
    }};
}

}  // namespace steadfast::practice
