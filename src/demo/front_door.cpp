#include "demo/case.hpp"
#include "law/london.hpp"
#include "law/working_days.hpp"
#include "practice/contact/agency_check.hpp"
#include "practice/contact/contact.hpp"
#include "practice/contact/night_handover.hpp"
#include "practice/contact/settings.hpp"

#include <array>

namespace steadfast::demo {
namespace {

constexpr std::uint64_t agencies_asked = 13;   // Of the family's dice, the ones for this.
constexpr std::array<Share, 5> ways{{{"telephone", 46}, {"notice", 24}, {"public_form", 16}, {"email", 12}, {"in_person", 2}}};
constexpr std::array<Share, 3> without_referral{{{"advice", 45}, {"early_help", 30}, {"nothing", 25}}};
constexpr std::array<std::string_view, 4> worries{
    "There was shouting again last night and the children came in tired and quiet. The younger one cried when it was time to go home.",
    "Nobody came to collect them until after five, for the third time this month. They had not eaten since breakfast.",
    "A neighbour heard a child scream and then a door. It has been like that on and off since the summer.",
    "There is a bruise on the arm that does not fit what we were told. The child looked away when asked."};
constexpr std::array<std::string_view, 3> said{"I don't like it when they fight.", "It is quieter at my gran's.", "Nothing was said; the child stayed close to the teacher all morning."};

std::vector<ledger::SubjectId> subjects_of(const std::vector<Child*>& children) {
    std::vector<ledger::SubjectId> subjects;
    for (const Child* child : children) subjects.push_back(child->subject);
    return subjects;
}

When some_time(Dice& dice, Date day) {
    const auto when = law::london_when(day, dice.between(9, 16), dice.between(0, 59), law::OnOctoberNight::before_the_clock_went_back);
    return when ? *when : When::day(day);
}

practice::Contact some_contact(Dice& dice, Date day, std::string_view source) {
    practice::Contact contact;
    contact.received = some_time(dice, day);
    contact.who_contacted.code = source;
    contact.came_by.code = dice.one_of(ways);
    contact.worries.text = dice.one_of(worries);
    contact.child_says.text = dice.one_of(said);
    contact.danger.code = dice.happens_in(6) ? "yes" : "no";
    contact.parents_told.code = dice.happens_in(60) ? "told" : "not_told";
    contact.consent.code = contact.parents_told.is("told") ? "given" : "not_asked";
    contact.ring_back = "01632 960" + std::to_string(dice.between(100, 999));
    return contact;
}

/// Which threshold a decision says was met.
std::string_view threshold_of(std::string_view decision) {
    if (decision == "assessment") return "in_need";
    return decision == "early_help" ? "early_help" : "universal";
}

void decide(const Case& what, practice::Contact& contact, std::string_view decision, std::string_view why, Date day) {
    contact.decision.code = decision;
    contact.decision_why.text = why;
    contact.threshold.code = threshold_of(decision);
    contact.threshold_why.text = decision == "assessment" ? "The guide's signs of a child who falls behind in health or development." : "None of the guide's signs of harm; the family has people who help.";
    contact.decided = When::day(day);
    contact.decided_by.item = ledger::ItemId(what.manager().bytes());
}

struct Asked {
    std::string_view agency, organisation, knows;
};
constexpr std::array<Asked, 3> agencies{{{"police", "The county's police", "Two calls to the address this year, both about noise. Nobody was hurt."},
                                         {"school", "", "Bright and liked. Tired on Mondays, and twice without lunch."},
                                         {"health_visitor", "", "Seen at the two-year check: growing well, words come late."}}};

practice::AgencyCheck some_check(Dice& dice, const Case& what, const Asked& asked, ledger::ItemId contact, Date day) {
    practice::AgencyCheck check;
    check.contact.item = contact;
    check.agency.code = asked.agency;
    check.organisation = asked.organisation;
    check.asked_at = some_time(dice, day);
    check.asked_by.item = ledger::ItemId(what.front_door().bytes());
    check.question.text = "What do you know of this family, and are you worried?";
    check.basis.code = dice.happens_in(60) ? "agreed" : "unsafe_to_ask";
    if (check.basis.is("unsafe_to_ask")) check.basis_why.text = "Who is at home is not known, and asking might put a child at risk.";
    return check;
}

/// Mostly within the hour, where both sit in one room.
void answer(Dice& dice, practice::AgencyCheck& check, const Asked& asked, Date day) {
    const bool is_same_day = check.asked_at.first_day() == day && check.asked_at.start().precision == When::Precision::minute;
    check.answered_at = is_same_day ? law::london_minute(Instant::from_seconds((std::int64_t{check.asked_at.start().at} + dice.between(5, 55)) * 60)) : some_time(dice, day);
    check.answer.code = dice.happens_in(80) ? "known" : dice.happens_in(75) ? "not_known" : "declined";
    if (check.answer.is("known")) check.known_of_family.text = asked.knows;
    if (check.answer.is("declined")) check.declined_why.text = "They want the family's agreement first.";
    check.answered_by = "Duty officer";
}

/// Whom the front door asked what they know, and what they answered. @param some_wait nobody has decided yet, and not all have answered.
void tell_checks(const Case& what, const std::vector<ledger::SubjectId>& about, ledger::ItemId contact, Date day, bool some_wait) {
    Dice& dice = what.dice();
    // Who was asked changes nothing of what befalls the family.
    const Dice goes_on = dice;
    dice = dice.for_the(agencies_asked);
    const bool any = dice.happens_in(40);
    for (const Asked& one : agencies) {
        if (!any || !dice.happens_in(75)) continue;
        practice::AgencyCheck check = some_check(dice, what, one, contact, day);
        Written written;
        what.story.save(written, check, about, what.front_door(), what.story.typed_up(day, Typed::at_once));
        const Date answered = day.plus_days(dice.happens_in(86) ? 0 : dice.between(2, 5));
        if ((some_wait && dice.happens_in(50)) || !what.story.has_happened(answered)) continue;
        answer(dice, check, one, answered);
        what.story.save(written, check, about, what.front_door(), what.story.typed_up(answered, Typed::at_once));
    }
    dice = goes_on;
}

}  // namespace

void tell_contact(const Case& what, const std::vector<Child*>& children, std::string_view source, Date received, Date decided, bool goes_on) {
    Written written;
    practice::Contact contact = some_contact(what.dice(), received, source);
    const auto subjects = subjects_of(children);
    const Moment at = what.story.typed_up(received, Typed::at_once);
    what.story.save(written, contact, subjects, what.front_door(), at);
    tell_checks(what, subjects, written.item, received, false);
    decide(what, contact, goes_on ? "assessment" : "nothing", goes_on ? "The children may be in need or at risk, and what is known is not enough to say more." : "What was told does not show a child in need.", decided);
    what.story.save(written, contact, subjects, what.manager(), what.story.typed_up(decided, Typed::at_once));
}

void tell_contact_without_referral(const Case& what, const std::vector<Child*>& children, Date received) {
    Written written;
    practice::Contact contact = some_contact(what.dice(), received, "2A");
    const auto subjects = subjects_of(children);
    what.story.save(written, contact, subjects, what.front_door(), what.story.typed_up(received, Typed::at_once));
    tell_checks(what, subjects, written.item, received, false);
    const Date decided = law::add_working_days(received, 1);
    decide(what, contact, what.dice().one_of(without_referral), "Help can come from those who know the family; nothing was said of harm.", decided);
    what.story.save(written, contact, subjects, what.manager(), what.story.typed_up(decided, Typed::at_once));
    if (contact.decision.is("early_help")) tell_early_help(what, children, written.item, decided);
}

void tell_waiting_contact(const Case& what, const std::vector<Child*>& children) {
    Written written;
    const Date day = law::add_working_days(what.story.today(), -1);
    practice::Contact contact = some_contact(what.dice(), day, what.dice().happens_in(50) ? "6" : "2A");
    const auto subjects = subjects_of(children);
    const Moment at = what.story.typed_up(day, Typed::at_once);
    what.story.save(written, contact, subjects, what.front_door(), at);
    tell_checks(what, subjects, written.item, day, true);
    if (!what.dice().happens_in(25)) return;
    practice::NightHandover handover;
    Written as_handover;
    handover.handed_over = When::day(day);
    handover.done.text = "Spoke to the police and to the grandmother, with whom the children slept.";
    handover.to_do.text = "See the children today, before they go home from school.";
    handover.by_whom = "Duty social worker";
    handover.by_when = "before 3 o'clock";
    handover.contact.item = written.item;
    what.story.save(as_handover, handover, subjects, what.front_door(), {day, Moment::slots - 1});
}

void open_front_door(Story& story, const Staff& staff, Moment at) {
    practice::FrontDoorSettings settings;
    settings.is_public_form_on = true;
    settings.phone = "01632 960100";
    settings.night_phone = "01632 960199";
    settings.on_call = "Emergency duty social worker, 01632 960198";
    settings.threshold_guide.text =
        "Early help: the family wants help with something that one or two services can change, and the children are safe meanwhile.\n\n"
        "Assessment: without our help a child would not reach, or would fall behind in, health or development; or a child is disabled.\n\n"
        "Strategy discussion: there is reason to think that a child suffers significant harm, or is likely to. Do not wait for proof.";
    Written written;
    written.item = practice::front_door_settings_item();
    story.save(written, settings, {}, staff.administrator().id, at);
}

}  // namespace steadfast::demo
