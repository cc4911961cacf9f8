#include "demo/case.hpp"
#include "demo/words.hpp"
#include "law/london.hpp"
#include "practice/case_notes/case_note.hpp"
#include "practice/case_summary/case_summary.hpp"
#include "practice/key_events/key_event.hpp"
#include "practice/visits/planned_visit.hpp"
#include "practice/visits/visit.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

constexpr double on_the_wrong_family = 0.7;
constexpr double words_are_added_later = 4;
constexpr double key_events = 20;
constexpr int diaries_reach = 10;   // Days.
constexpr std::array<std::string_view, 4> purposes{"To hear how the week was", "To go through the plan with both parents", "To see the children alone after school",
                                                   "To look at what was agreed about mornings"};
constexpr std::uint64_t after_the_visits = 8;
constexpr int visits_on_their_form = 95;   // Of a hundred; of the others there is a note alone.
constexpr int visits_for_one = 4;   // A council that writes everything down tells this many where the smallest tells one and stops.

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

/// How far into a stretch of work a day lies.
Stage stage_of(const Visits& visits, Date day) {
    const int whole = std::max(1, visits.to - visits.from);
    const int done = day - visits.from;
    return done * 3 < whole ? Stage::beginning : done * 3 < whole * 2 ? Stage::middle : Stage::end;
}

/// A visit on the form made for it: what belongs to one child alone stands in the part about that child.
void tell_visit_on_its_form(const Case& what, const Scene& scene) {
    const record::ItemType& type = record::type_of<practice::Visit>();
    Dice& dice = what.dice();
    practice::Visit visit;
    visit.happened = some_time(dice, scene.day);
    visit.place.code = scene.in_care ? "placement" : dice.happens_in(88) ? "home" : "school";
    visit.words.text = words_of_a_visit(dice, scene);
    if (dice.happens_in(60)) visit.worries.text = words_about_the_trouble(dice, scene);
    visit.next.text = words_of_next_steps(dice, scene);
    record::Content content;
    content.values = type.values_of(visit);
    for (const Child* child : scene.children) {
        practice::Visit about;
        about.seen.code = dice.happens_in(62) ? "alone" : dice.happens_in(75) ? "seen" : "not_seen";
        if (about.seen.is("not_seen")) about.why_not_seen = "At a friend's; seen at school on the next day.";
        else about.child_words.text = words_of_a_child(dice, scene, *child);
        content.about.emplace_back().values = type.values_of(about);
    }
    Written written;
    what.story.save(written, type, content, subjects_of(scene.children), what.social_worker(scene.day), what.story.typed_up(scene.day));
}

/// The next visit, which is in somebody's diary and has not been made.
void tell_plan_of_a_visit(const Case& what, const std::vector<Child*>& children, Date day) {
    const Date written_on = what.story.today().plus_days(-1);
    if (children.empty() || day - what.story.today() > diaries_reach) return;
    const record::ItemType& type = record::type_of<practice::PlannedVisit>();
    practice::PlannedVisit plan;
    plan.planned_for = some_time(what.dice(), day);
    plan.worker.item = ledger::ItemId(what.social_worker(written_on).bytes());
    plan.place.code = "home";
    plan.purpose = what.dice().one_of(purposes);
    Written written;
    record::Content content;
    content.values = type.values_of(plan);
    what.story.save(written, type, content, subjects_of(children), what.social_worker(written_on), {written_on, 1});
}

/// What is written between two visits where a council writes everything down: calls, letters and meetings.
void tell_what_lies_between(const Case& what, const Visits& visits, const std::vector<Child*>& children, Date from, Date to, bool in_care) {
    Dice& dice = what.dice();
    const int more = what.place.scale().notes - 1;
    for (int nth = 0; nth < more; ++nth) {
        const Date day = dice.day_between(from.plus_days(1), to.plus_days(-1));
        if (!what.story.has_happened(day) || day >= visits.to) continue;
        const Scene scene{what.family, children, day, stage_of(visits, day), in_care};
        const int kind = dice.between(1, 100);
        if (in_care && kind <= 25) tell_note(what, children, day, "family_time", words_of_family_time(dice, scene));
        else if (kind <= 55) tell_note(what, children, day, "call", words_of_a_call(dice, scene));
        else if (kind <= 80) tell_note(what, children, day, "message", words_of_a_message(dice, scene));
        else tell_note(what, children, day, "meeting", words_of_a_meeting(dice, scene));
    }
}

void tell_summary(const Case& what, const Scene& scene) {
    for (const Child* child : scene.children) {
        practice::CaseSummary summary;
        Written written;
        summary.written_on = scene.day;
        summary.words.text = words_of_a_summary(what.dice(), scene);
        what.story.save(written, summary, {child->subject}, what.social_worker(scene.day), what.story.typed_up(scene.day, Typed::at_once));
    }
}

}  // namespace

void tell_visits(const Case& what, const std::vector<Child*>& children, const Visits& visits) {
    Dice& dice = what.dice();
    // How much is written of visits changes nothing of what befalls the family afterwards.
    const Dice goes_on = dice.for_the(after_the_visits);
    const bool writes_everything = what.place.scale().notes > 1;
    const int at_most = writes_everything ? visits.at_most * visits_for_one : visits.at_most;
    Date day = visits.from.plus_days(dice.between(1, 6));
    for (int nth = 0; nth < at_most && day < visits.to && what.story.has_happened(day); ++nth) {
        const auto there = there_on(children, day);
        const bool in_care = what.family.came_alone || (there.size() == 1 && visits.every_days > 35);
        const Date next = day.plus_days(visits.every_days + dice.between(-visits.every_days / 5, visits.every_days / 4));
        if (!there.empty()) {
            const Scene scene{what.family, there, day, stage_of(visits, day), in_care};
            if (dice.happens_in(78)) {
                if (dice.happens_in(visits_on_their_form)) tell_visit_on_its_form(what, scene);
                else tell_note(what, there, day, "visit", words_of_a_visit(dice, scene));
            } else if (in_care && !what.family.came_alone) {
                tell_note(what, there, day, "family_time", words_of_family_time(dice, scene));
            } else {
                tell_note(what, there, day, "call", words_of_a_call(dice, scene));
            }
            if (writes_everything) {
                tell_what_lies_between(what, visits, there, day, next, in_care);
                if (nth % 4 == 3) tell_summary(what, scene);
            }
        }
        day = next;
    }
    if (day < visits.to && !what.story.has_happened(day)) tell_plan_of_a_visit(what, there_on(children, what.story.today().plus_days(-1)), day);
    dice = goes_on;
}

void tell_evenings(const Case& what, Child& child, Date from, Date to) {
    Dice& dice = what.dice();
    const std::vector<Child*> alone{&child};
    for (Date day = from; day < to && what.story.has_happened(day); day = day.plus_days(1)) {
        const Scene scene{what.family, alone, day, Stage::middle, true};
        tell_note(what, alone, day, "other", words_of_an_evening(dice, scene));
    }
}

void tell_decision(const Case& what, const std::vector<Child*>& children, Date day, std::string_view decision) {
    std::vector<Child*> known;
    for (Child* child : children)
        if (child->person.version > 0) known.push_back(child);
    if (known.empty() || !what.story.has_happened(day)) return;
    const Scene scene{what.family, known, day};
    tell_note(what, known, day, "oversight", words_of_a_decision(what.dice(), scene, decision));
    if (what.place.scale().notes == 1 || !what.dice().happens_in(key_events)) return;
    practice::KeyEvent event;
    Written written;
    event.happened = When::day(day);
    event.what = decision == "into_care" ? "Came into care." : decision == "strategy" ? "An enquiry into harm began." : decision == "closed" ? "Our work ended." : "We began to assess.";
    event.meaning = words_about_the_trouble(what.dice(), scene);
    what.story.save(written, event, subjects_of(known), what.manager(), what.story.typed_up(day));
}

}  // namespace steadfast::demo
