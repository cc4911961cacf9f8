#include "demo/told_meetings.hpp"

#include <array>

namespace steadfast::demo {
namespace {

using record::meetings::Invitation;
using record::meetings::Meeting;

constexpr std::uint64_t core_groups = 9;   // Of the family's dice, the ones for this.
constexpr int first_within = 13;        // Days after the conference: ten working days, mostly.
constexpr int diaries_reach = 21;       // Days.
constexpr int answers_in_time = 60;     // Of a hundred people who are invited.
constexpr std::array<std::string_view, 5> decisions{
    "The mornings are better. School rings by ten where a child is not in, and the plan says so now.",
    "The kitchen was clean at two of three visits. The family support worker comes twice a week from here.",
    "The father has not been to the alcohol service. The social worker goes with him to the first appointment.",
    "Nobody has seen the dentist's letter. The health visitor books the appointment and tells the group.",
    "The children sleep at their grandmother's at weekends, which everybody finds right. It goes on.",
};
constexpr std::array<std::string_view, 4> words{"I like it when Nan takes us.", "Can somebody tell them to stop shouting?", "School is all right now.", "I want my own bed back."};

struct SomebodyInvited {
    std::string_view who;
    std::string_view capacity;
    std::string_view agency;
};
constexpr std::array<SomebodyInvited, 3> others{{{"Ms Okafor", "Class teacher", "school"}, {"Jan Frost", "Health visitor", "health_visitor"}, {"Mr Bell", "Housing officer", "housing"}}};

Meeting core_group_on(const Case& what, Date day) {
    Meeting meeting;
    meeting.kind.code = "core_group";
    meeting.planned_for = at_hour(day, 10);
    meeting.place = "The school's small hall";
    meeting.chaired_by = "The social worker";
    meeting.called_by.item = ledger::ItemId(what.social_worker(std::min(day, what.story.today().plus_days(-1))).bytes());
    return meeting;
}

void tell_held(const Case& what, const std::vector<ledger::SubjectId>& about, Date day) {
    Meeting meeting = core_group_on(what, day);
    meeting.held_at = meeting.planned_for;
    meeting.what_was_decided.text = what.dice().one_of(decisions);
    std::vector<Meeting> parts(about.size());
    for (Meeting& of_child : parts)
        if (what.dice().happens_in(70)) of_child.child_words.text = what.dice().one_of(words);
    Written written;
    tell_about_each(what, written, meeting, parts, about, what.social_worker(day), what.story.typed_up(day));
}

/// The next one, to which people are invited; some have answered.
void tell_planned(const Case& what, const std::vector<ledger::SubjectId>& about, Date day) {
    const Date written_on = what.story.today().plus_days(-1);
    if (about.empty() || day - what.story.today() > diaries_reach) return;
    const ledger::WorkerId by = what.social_worker(written_on);
    Written meeting;
    what.story.save(meeting, core_group_on(what, day), about, by, {written_on, 1});
    for (const SomebodyInvited& one : others) {
        Invitation invitation;
        invitation.meeting.item = meeting.item;
        invitation.who = one.who;
        invitation.standing.code = "professional";
        invitation.capacity = one.capacity;
        invitation.agency.code = one.agency;
        invitation.invited_on = written_on;
        if (what.dice().happens_in(answers_in_time)) {
            invitation.answer.code = what.dice().happens_in(80) ? "comes" : "report";
            invitation.answered_on = written_on;
        }
        Written written;
        what.story.save(written, invitation, about, by, {written_on, 2});
    }
}

}  // namespace

void tell_core_groups(const Case& what, const std::vector<Child*>& children, Date began, Date ended) {
    Dice& dice = what.dice();
    // What is told of meetings changes nothing of what befalls the family.
    const Dice goes_on = dice;
    dice = dice.for_the(core_groups);
    Date day = began.plus_days(dice.between(6, first_within));
    while (day < ended && what.story.has_happened(day)) {
        if (const auto about = on_record_by(children, day); !about.empty()) tell_held(what, about, day);
        day = day.plus_days(dice.happens_in(92) ? dice.between(28, 41) : dice.between(45, 70));
    }
    if (day < ended) tell_planned(what, on_record_by(children, what.story.today().plus_days(-1)), day);
    dice = goes_on;
}

}  // namespace steadfast::demo
