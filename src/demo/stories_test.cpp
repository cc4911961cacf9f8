#include "demo/council_for_tests.hpp"

#include "practice/allegations/adult_case.hpp"
#include "practice/court/legal_planning.hpp"
#include "practice/court/proceedings.hpp"
#include "practice/domestic_abuse/domestic_abuse.hpp"
#include "practice/exploitation/exploitation_link.hpp"
#include "practice/exploitation/network_items.hpp"
#include "practice/harmful_sexual_behaviour/harmful_behaviour.hpp"
#include "practice/missing/return_interview.hpp"
#include "practice/prevent/prevent_referral.hpp"
#include "practice/private_fostering/private_fostering.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/conference_decision.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/written_enquiry.hpp"
#include "record/duty/performance.hpp"
#include "record/meetings/meeting.hpp"

#include <map>
#include <set>

// What the stories of the invented council tell.
namespace steadfast::demo {
namespace {

TEST_F(DemoCouncil, keeps_most_of_its_duties_in_time_as_its_story_says) {
    // No plans in words yet, no discussion by telephone, nobody in police protection, no child who came to serious harm, no complaint and no court.
    const std::set<std::string_view> not_in_the_story{"plan_action", "police_protection", "emergency_protection_order", "incident_notified", "rapid_review", "complaint_first_stage",
                                                    "complaint_first_stage_extended", "complaint_second_stage", "complaint_second_stage_extended", "complaint_panel", "complaint_panel_answered",
                                                    "care_proceedings", "care_proceedings_extended", "section_20_looked_at",
        // Too few of these to say how often they are late, or none: allegations, deaths, somebody without a home, young carers, short breaks, private fostering.
        "designated_officer_told", "allegation_reviewed", "allegation_concluded", "death_notified", "joint_agency_response", "death_review_meeting", "homeless_safe_place", "homeless_advocate", "homeless_assessed", "young_carer_assessed", "transition_assessed", "short_break_review",
        "short_break_review_17", "short_break_visit", "private_fostering_visit", "private_fostering_first_visit", "private_fostering_decision",
        // Told of a few families, or not told yet: domestic abuse, Prevent; harmful sexual behaviour.
        "marac_heard", "domestic_abuse_looked_at", "channel_panel", "channel_looked_at", "harmful_behaviour_looked_at",
        // Of a few children, too few to say.
        "exploitation_looked_at_again", "nrm_referral_sent"};
    const auto kept = [](std::string_view duty) {
        return record::performance_of(*book(), *practice::all_duties().find(duty), today.plus_years(-1), today, today).whole;
    };
    // The story decides 88 of 100 referrals on the next working day and finishes 86.7 of 100 assessments within 45.
    EXPECT_NEAR(*kept("referral_decision").share_at_least(), 0.88, 0.05);
    EXPECT_NEAR(*kept("child_and_family_assessment").share_at_least(), 0.867, 0.05);
    for (const record::BoundDuty& bound : practice::all_duties().all()) {
        const std::string_view duty = bound.duty->timescale->key;
        if (not_in_the_story.contains(duty)) continue;
        EXPECT_GT(kept(duty).late, 0U) << duty << ": no council is never late";
        // Of the seven children who moved here in a year one more late conference is a seventh.
        // Somebody is out, or a worker is ill: of the many visits more are late than of anything else.
        EXPECT_GT(*kept(duty).share_at_least(), duty == "transfer_conference" ? 0.5 : duty.ends_with("_visit") ? 0.6 : 0.7) << duty;
        EXPECT_EQ(kept(duty).not_known, 0U) << duty << ": this record is its own from the beginning";
    }
}

TEST_F(DemoCouncil, holds_strategy_discussions_and_conferences_whose_decisions_agree_with_the_plans) {
    EXPECT_GT(how_many<record::meetings::Meeting>([](const auto& one) { return one.kind.is("strategy_discussion") && one.was_held(); }), 20);
    EXPECT_GT(how_many<practice::WrittenEnquiry>([](const auto& one) { return !one.lead.item.is_none(); }), 20);
    EXPECT_GT(how_many<practice::ReviewConferenceDecision>([](const auto&) { return true; }), 20);
    std::set<std::pair<ledger::SubjectId, Date>> decided;
    each<practice::InitialConferenceDecision>([&](const practice::InitialConferenceDecision& one, const record::Found& found) {
        for (const ledger::SubjectId child : book()->subjects(found)) decided.emplace(child, *one.decided_on);
    });
    std::size_t began = 0;
    each<practice::ChildProtectionPlan>([&](const practice::ChildProtectionPlan& plan, const record::Found& found) {
        if (plan.began) began += decided.contains({book()->subjects(found).front(), *plan.began}) ? 1 : 0;
    });
    EXPECT_GT(began, 20U) << "plans that a conference on record decided on";
}

TEST_F(DemoCouncil, goes_to_court_for_some_children_and_has_a_hearing_to_come) {
    EXPECT_GT(how_many<practice::CourtProceedings>([](const auto& one) { return one.ended_on && one.outcome.is_recorded(); }), 5);
    EXPECT_GT(how_many<practice::CourtHearing>([](const auto& one) { return !one.held_at.is_known(); }), 0);
    EXPECT_GT(how_many<practice::LegalPlanning>([](const auto&) { return true; }), 5);
}

TEST_F(DemoCouncil, has_a_family_that_was_heard_at_a_marac_and_somebody_whom_channel_helps) {
    EXPECT_GT(how_many<practice::DomesticAbuse>([](const auto& one) { return one.risk.is("high") && one.look_again_by; }), 0);
    EXPECT_GT(how_many<practice::Marac>([](const auto& one) { return one.heard_on && *one.heard_on <= today; }), 0);
    EXPECT_GT(how_many<practice::HarmfulBehaviour>([](const auto& one) { return one.look_again_by.has_value(); }), 0);
    EXPECT_GT(how_many<practice::PrivateFostering>([](const auto& one) { return one.suitable.is("suitable"); }), 0);
    EXPECT_GT(how_many<practice::PreventReferral>([](const auto& one) { return one.panel_on && one.agreed == true; }), 0);
}

TEST_F(DemoCouncil, has_a_few_children_who_went_missing_again_and_again_and_whose_interviews_came_out_differently) {
    std::map<ledger::SubjectId, std::size_t> times;
    each<practice::MissingEpisode>([&](const practice::MissingEpisode& episode, const record::Found& found) {
        if (episode.went_at.is_known()) ++times[book()->subjects(found).front()];
    });
    EXPECT_GE(times.size(), 5U);
    EXPECT_LE(times.size(), 60U) << "of two thousand few do";
    EXPECT_TRUE(std::ranges::any_of(times, [](const auto& one) { return one.second >= 8; }));
    EXPECT_GT(how_many<practice::InterviewOffer>([](const auto& offer) { return offer.answer.is("refused"); }), 5);
    EXPECT_GT(how_many<practice::ReturnInterview>([](const auto&) { return true; }), 50);
    EXPECT_GT(how_many<practice::MissingEpisode>([](const auto& episode) { return episode.went_at.is_known() && episode.is_open(); }), 0) << "somebody is still away";
}

TEST_F(DemoCouncil, has_a_designated_officers_case_to_every_allegation_that_names_one) {
    std::set<std::string> cases;
    each<practice::AdultCase>([&](const practice::AdultCase& one, const record::Found&) { cases.insert(one.reference); });
    std::set<std::string> named;
    each<practice::Allegation>([&](const practice::Allegation& one, const record::Found&) { named.insert(one.reference); });
    EXPECT_GE(cases.size(), 1U);
    EXPECT_EQ(cases, named);
    EXPECT_EQ(how_many<record::RoomPermit>([](const auto&) { return true; }), 2 + static_cast<int>(cases.size()))
        << "two for the network, and the officer for each case";
}

TEST_F(DemoCouncil, has_a_network_to_which_several_children_are_linked_and_which_a_few_may_see) {
    std::set<ledger::SubjectId> linked;
    each<practice::ExploitationLink>([&](const practice::ExploitationLink& link, const record::Found& found) {
        linked.insert(book()->subjects(found).front());
        EXPECT_TRUE(book()->find(link.to.item)) << "what it leads to is on record";
    });
    EXPECT_GE(linked.size(), 3U);
    EXPECT_LE(linked.size(), 40U);
    EXPECT_EQ(how_many<practice::Network>([](const auto&) { return true; }), 1);
    EXPECT_GT(how_many<practice::Intelligence>([](const auto&) { return true; }), 0);
}

}  // namespace
}  // namespace steadfast::demo
