#include "demo/case.hpp"
#include "demo/time_in_care.hpp"
#include "practice/adoption/adoption_match.hpp"
#include "practice/adoption/placed_for_adoption.hpp"
#include "practice/permanence/previous_permanence.hpp"
#include "practice/pre_proceedings/pre_proceedings.hpp"
#include "practice/unaccompanied/unaccompanied_asylum_seeker.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

constexpr std::array<Share, 5> permanence_before{{{"Z1", 94}, {"P1", 2}, {"P2", 2}, {"P3", 1}, {"P4", 1}}};
constexpr std::array<Share, 4> adopters{{{"MF", 78}, {"F1", 11}, {"FF", 5}, {"MM", 6}}};
constexpr double court_was_expected = 55;

/// The months of warning before court, where the council could still wait.
void tell_pre_proceedings(const Case& what, const OpenReferral& referral, Date to_court) {
    Dice& dice = what.dice();
    practice::PreProceedings proceedings;
    Written written;
    proceedings.referral.item = referral.written.item;
    proceedings.began = to_court.plus_days(-dice.between(60, 170));
    proceedings.letter_sent_on = proceedings.began->plus_days(dice.between(1, 12));
    proceedings.family_meeting_offered = dice.happens_in(82);
    const auto& about = referral.child->subject;
    what.story.save(written, proceedings, {about}, what.manager(), what.story.typed_up(*proceedings.letter_sent_on));
    proceedings.first_meeting_on = proceedings.letter_sent_on->plus_days(dice.between(7, 20));
    proceedings.family_meeting_held = *proceedings.family_meeting_offered && dice.happens_in(60);
    what.story.save(written, proceedings, {about}, what.social_worker(*proceedings.first_meeting_on),
                    what.story.typed_up(*proceedings.first_meeting_on));
    proceedings.review_meetings = dice.between(1, 3);
    proceedings.decided_on = to_court.plus_days(-dice.between(3, 14));
    proceedings.outcome.code = "Decision to Issue Care Proceedings";
    proceedings.applied_to_court_on = to_court;
    what.story.save(written, proceedings, {about}, what.manager(), what.story.typed_up(to_court));
}

void record_episodes(const Case& what, const Child& child, const TimeInCare& time) {
    for (const auto& whole : time.episodes) {
        if (!what.story.has_happened(*whole.began)) return;
        practice::LookedAfterEpisode known = whole;
        known.ended = std::nullopt;
        known.why_it_ended.code.clear();
        known.why_the_placement_changed.code.clear();
        Written written;
        what.story.save(written, known, {child.subject}, what.social_worker(*whole.began), what.story.typed_up(*whole.began));
        // Where a child goes is typed up with where they leave: nobody is ever on record in two places.
        if (what.story.has_happened(*whole.ended))
            what.story.save(written, whole, {child.subject}, what.social_worker(*whole.ended), what.story.typed_up(*whole.ended, Typed::at_once));
    }
}

void record_adoption(const Case& what, const Child& child, const TimeInCare::Adoption& adoption) {
    practice::PlacedForAdoption plan;
    Written plan_written;
    plan.decided_on = adoption.decided;
    what.story.save(plan_written, plan, {child.subject}, what.manager(), what.story.typed_up(adoption.decided));

    practice::AdoptionMatch match;
    Written written;
    match.decided_on = adoption.decided;
    match.matched_on = adoption.matched;
    match.adopted_by_foster_carers = adoption.by_foster_carers;
    match.adopters_sex.code = what.dice().one_of(adopters);
    match.number_of_adopters.code = match.adopters_sex.code == "F1" ? "1" : "2";
    const std::string_view status = match.adopters_sex.code == "F1"   ? "L0"
                                    : match.adopters_sex.code == "MF" ? "L11"
                                    : what.dice().happens_in(70)      ? "L12"
                                                                      : "L2";
    match.adopters_legal_status.code = status;
    what.story.save(written, match, {child.subject}, what.manager(), what.story.typed_up(adoption.matched));
}

void record_what_came_before(const Case& what, const Child& child, Date began) {
    practice::PreviousPermanence before;
    Written written;
    before.option.code = what.dice().one_of(permanence_before);
    const bool was_ordered = before.option.code == "P1" || before.option.code == "P2" || before.option.code == "P3";
    if (was_ordered && child.age_on(began) >= 3) {
        before.authority = "990";
        before.ordered = When::year(began.year() - what.dice().between(1, child.age_on(began) - 1));
    } else if (was_ordered) {
        before.option.code = "Z1";
    }
    what.story.save(written, before, {child.subject}, what.social_worker(began), what.story.typed_up(began));
    if (!what.family.came_alone) return;
    practice::UnaccompaniedAsylumSeeker alone;
    Written alone_written;
    alone.came_alone = true;
    alone.sex.code = child.sex;
    alone.until = child.turns(18);
    what.story.save(alone_written, alone, {child.subject}, what.social_worker(began), what.story.typed_up(began));
}

}  // namespace

InCare tell_care(const Case& what, OpenReferral& referral, Date began, bool was_protected) {
    Child& child = *referral.child;
    const std::string& need = referral.referral.primary_need.code;
    const TimeInCare time = time_in_care(what.dice(), child, what.family, began,
                                         need.empty() || need == "N0" || need == "N9" ? "N5" : need, was_protected);
    const bool goes_to_court = time.episodes.front().legal_status.is("C1");
    if (was_protected && goes_to_court && what.dice().happens_in(court_was_expected)) tell_pre_proceedings(what, referral, began);
    if (goes_to_court) tell_court(what, child, began);
    record_episodes(what, child, time);
    record_what_came_before(what, child, began);
    if (time.adoption) record_adoption(what, child, *time.adoption);
    child.is_adopted = time.closes_with == "RC1";
    tell_life_in_care(what, child, began, time.until);
    if (child.age_on(time.until) >= 16 && time.until - began >= 91) tell_leaving_care(what, child, time.until);
    return {time.until, time.closes_with};
}

}  // namespace steadfast::demo
