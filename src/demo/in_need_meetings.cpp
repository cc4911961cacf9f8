#include "demo/told_meetings.hpp"

#include "law/working_days.hpp"
#include "practice/in_need/family_group.hpp"
#include "practice/in_need/in_need_review.hpp"

#include <array>

namespace steadfast::demo {
namespace {

using record::meetings::Meeting;

constexpr std::uint64_t in_need_meetings = 17;   // Of the family's dice, the ones for this.
constexpr int families_offered = 25;        // Of a hundred.
constexpr std::array<std::string_view, 4> differs{
    "The children are in school and on time.", "The house is warm, and the younger one has a bed of her own.",
    "The mother has gone to the group twice and liked it.", "Nothing has changed since the last time, and we say so."};
constexpr std::array<Share, 3> outcomes{{{"goes_on", 70}, {"change_plan", 26}, {"strategy", 4}}};
constexpr std::array<Share, 3> answers{{{"accepted", 45}, {"declined", 35}, {"not_yet", 20}}};

void tell_review(const Case& what, const std::vector<ledger::SubjectId>& about, Date day, bool is_last) {
    Dice& dice = what.dice();
    Meeting meeting;
    meeting.kind.code = "in_need_meeting";
    meeting.planned_for = meeting.held_at = at_hour(day, 11);
    meeting.place = "The family's living room";
    meeting.chaired_by = "The social worker";
    meeting.called_by.item = ledger::ItemId(what.social_worker(day).bytes());
    meeting.what_was_decided.text = dice.one_of(differs);
    Written as_meeting;
    const Moment at = what.story.typed_up(day);
    what.story.save(as_meeting, meeting, about, what.social_worker(day), at);
    practice::InNeedReview review;
    review.meeting.item = as_meeting.item;
    review.decided_on = day;
    review.different_now.text = dice.one_of(differs);
    std::vector<practice::InNeedReview> parts(about.size());
    for (practice::InNeedReview& of_child : parts) of_child.outcome.code = is_last ? "ends" : dice.one_of(outcomes);
    Written as_review;
    tell_about_each(what, as_review, review, parts, about, what.social_worker(day), at);
}

void tell_offer(const Case& what, const std::vector<ledger::SubjectId>& about, Date day) {
    practice::FamilyGroupOffer offer;
    offer.offered_on = day;
    offer.offered_to = what.family.mother;
    offer.why_now.text = "There are grandparents and an uncle who want to help, and nobody has asked them together.";
    offer.answer.code = what.dice().one_of(answers);
    offer.answered_on = day;
    Written written;
    what.story.save(written, offer, about, what.social_worker(day), what.story.typed_up(day));
}

}  // namespace

void tell_in_need_meetings(const Case& what, const std::vector<Child*>& children, Date began, Date ended) {
    Dice& dice = what.dice();
    // What is told of meetings changes nothing of what befalls the family.
    const Dice goes_on = dice;
    dice = dice.for_the(in_need_meetings);
    std::vector<ledger::SubjectId> about;
    for (const Child* child : children)
        if (child->born < began && child->person.version > 0 && child->turns(18) > ended) about.push_back(child->subject);
    if (const Date offered = began.plus_days(dice.between(3, 20));
        !about.empty() && dice.happens_in(families_offered) && what.story.has_happened(offered))
        tell_offer(what, about, offered);
    for (Date day = began.plus_days(dice.between(40, 84)); !about.empty() && day < ended && what.story.has_happened(day);
         day = day.plus_days(dice.happens_in(90) ? dice.between(60, 84) : dice.between(94, 115))) {
        const Date held = law::add_working_days(day.plus_days(-1), 1);
        if (held < ended && what.story.has_happened(held)) tell_review(what, about, held, ended - held < 20);
    }
    dice = goes_on;
}

}  // namespace steadfast::demo
