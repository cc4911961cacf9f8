#include "demo/told_meetings.hpp"

#include "law/london.hpp"

namespace steadfast::demo {
namespace {

constexpr int came = 84;   // Of a hundred who were invited.

}  // namespace

When at_hour(Date day, int hour) {
    const auto when = law::london_when(day, static_cast<unsigned>(hour), 0, law::OnOctoberNight::before_the_clock_went_back);
    return when ? *when : When::day(day);
}

std::vector<ledger::SubjectId> on_record_by(const std::vector<Child*>& children, Date day) {
    std::vector<ledger::SubjectId> there;
    for (const Child* child : children)
        if (child->born < day && child->person.version > 0) there.push_back(child->subject);
    return there;
}

void tell_who_came(const Case& what, ledger::ItemId meeting, std::span<const AtTheTable> people,
                   const std::vector<ledger::SubjectId>& about, Date invited, ledger::WorkerId by, Moment at) {
    for (const AtTheTable& one : people) {
        record::meetings::Invitation invitation;
        invitation.meeting.item = meeting;
        invitation.who = one.who;
        invitation.standing.code = one.standing;
        invitation.capacity = one.capacity;
        invitation.agency.code = one.agency;
        invitation.invited_on = invited;
        invitation.came.code = what.dice().happens_in(came) ? "in_person" : "apologies";
        Written written;
        what.story.save(written, invitation, about, by, at);
    }
}

}  // namespace steadfast::demo
