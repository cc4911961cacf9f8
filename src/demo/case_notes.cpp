#include "demo/case.hpp"
#include "demo/words.hpp"
#include "law/london.hpp"
#include "practice/case_notes/case_note.hpp"

#include <algorithm>

namespace steadfast::demo {
namespace {

constexpr double on_the_wrong_family = 0.7;
constexpr double words_are_added_later = 4;

/// A time in the working day, to five minutes, by the clock on the wall.
When some_time(Dice& dice, Date day) {
    const auto when =
        law::london_when(day, dice.between(9, 18), 5 * dice.between(0, 11), law::OnOctoberNight::before_the_clock_went_back);
    return when ? *when : When::day(day);
}

std::vector<ledger::SubjectId> subjects_of(const std::vector<Child*>& children) {
    std::vector<ledger::SubjectId> subjects;
    subjects.reserve(children.size());
    for (const Child* child : children) subjects.push_back(child->subject);
    return subjects;
}

/// Only those who are born by then and already have a record can be seen.
std::vector<Child*> there_on(const std::vector<Child*>& children, Date day) {
    std::vector<Child*> there;
    for (Child* child : children)
        if (child->born < day && child->person.version > 0) there.push_back(child);
    return there;
}

void tell_note(const Case& what, const std::vector<Child*>& children, Date day, std::string_view kind, std::string words) {
    practice::CaseNote note;
    Written written;
    const auto subjects = subjects_of(children);
    const ledger::WorkerId by = kind == "oversight" ? what.manager() : what.social_worker(day);
    const Moment at = what.story.typed_up(day);
    note.happened = kind == "oversight" ? When::day(day) : some_time(what.dice(), day);
    note.kind.code = kind;
    note.words.text = std::move(words);
    what.story.save(written, note, subjects, by, at);
    if (what.dice().happens_in(words_are_added_later)) {
        note.words.text += "\n\nAdded: the school rang back and has seen no change in the last week.";
        what.story.save(written, note, subjects, by, at.next());
    } else if (what.dice().happens_in(on_the_wrong_family)) {
        what.story.withdraw<practice::CaseNote>(written, subjects, "Written on the wrong family's record.", by, at.next());
    }
}

}  // namespace

void tell_visits(const Case& what, const std::vector<Child*>& children, const Visits& visits) {
    Dice& dice = what.dice();
    Date day = visits.from.plus_days(dice.between(1, 6));
    for (int nth = 0; nth < visits.at_most && day < visits.to && what.story.has_happened(day); ++nth) {
        const auto there = there_on(children, day);
        const bool in_care = what.family.came_alone || (there.size() == 1 && visits.every_days > 35);
        if (!there.empty()) {
            if (dice.happens_in(78))
                tell_note(what, there, day, "visit", words_of_a_visit(dice, what.family, there, day, in_care));
            else if (in_care && !what.family.came_alone)
                tell_note(what, there, day, "family_time", words_of_family_time(dice, what.family, there));
            else tell_note(what, there, day, "call", words_of_a_call(dice, what.family, there));
        }
        day = day.plus_days(visits.every_days + dice.between(-visits.every_days / 5, visits.every_days / 4));
    }
}

void tell_decision(const Case& what, const std::vector<Child*>& children, Date day, std::string_view decision) {
    std::vector<Child*> known;
    for (Child* child : children)
        if (child->person.version > 0) known.push_back(child);
    if (known.empty() || !what.story.has_happened(day)) return;
    tell_note(what, known, day, "oversight", words_of_a_decision(what.dice(), known, decision));
}

}  // namespace steadfast::demo
