#include "practice/missing/missing_episode.hpp"

using steadfast::practice::MissingEpisode;

namespace steadfast::practice {
namespace {

// The worst first, as a list of missing children is read.
constexpr law::Code missing_risk_codes[] = {
    {.code = "high", .says = "High"},
    {.code = "medium", .says = "Medium"},
    {.code = "low", .says = "Low"},
    {.code = "none", .says = "No apparent risk"},
};

}  // namespace

constinit const law::CodeSet missing_risk{"missing_risk", "Risk to a missing child", "Steadfast", missing_risk_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<MissingEpisode>() {
    // Missing or away is a judgement that is corrected later, so it is no part of the key.
    static const ItemType type(
        {.key = "missing_episode",
         .name = "Missing episode",
         .plural = "Missing episodes",
         .happened = "from",
         .ended = "found",
         .summary = {"kind", "found", "risk", "found_where"}},
        {
            field<&MissingEpisode::kind>("kind", "Missing or away").from("ssda903", "missing", "MISSING"),
            field<&MissingEpisode::from>("from", "Went").natural_key().from("ssda903", "missing", "MIS_START"),
            field<&MissingEpisode::found>("found", "Found or came back").not_before_the("from").from("ssda903", "missing", "MIS_END"),
            field<&MissingEpisode::went_at>("went_at", "When they went, to the minute").with_hint("On the day above; leave it empty if nobody knows the time"),
            field<&MissingEpisode::is_start_unsure>("is_start_unsure", "Is it unknown when they went?").with_hint("The day is then the one on which they were first known to be gone"),
            field<&MissingEpisode::found_at>("found_at", "When they came back, to the minute").with_hint("On the day above. The return interview is due 72 hours after it"),
            field<&MissingEpisode::reported_at>("reported_at", "Reported to us"),
            field<&MissingEpisode::reported_by>("reported_by", "Who reported it"),
            field<&MissingEpisode::police_told_at>("police_told_at", "Police told"),
            field<&MissingEpisode::police_reference>("police_reference", "Police reference"),
            field<&MissingEpisode::risk>("risk", "Risk"),
            field<&MissingEpisode::risk_because>("risk_because", "Why that risk"),
            field<&MissingEpisode::last_seen_where>("last_seen_where", "Last seen where"),
            field<&MissingEpisode::who_with>("who_with", "Who they may be with").with_hint("With commas between the names"),
            field<&MissingEpisode::different_this_time>("different_this_time", "What is different this time"),
            field<&MissingEpisode::parent_told_at>("parent_told_at", "Parent told"),
            field<&MissingEpisode::carer_told_at>("carer_told_at", "Carer told"),
            field<&MissingEpisode::authority_told_at>("authority_told_at", "Placing authority told"),
            field<&MissingEpisode::night_team_told_at>("night_team_told_at", "Out-of-hours team told"),
            field<&MissingEpisode::together>("together", "Went together with"),
            field<&MissingEpisode::found_where>("found_where", "Where they were found"),
            field<&MissingEpisode::found_how>("found_how", "How they came back, and how they are"),
            field<&MissingEpisode::is_followed_up>("is_followed_up", "A return interview is owed").for_the_program(),
            field<&MissingEpisode::interview_by>("interview_by", "Who owes the return interview"),
        });
    return type;
}

}  // namespace steadfast::record
