#include "demo/told_meetings.hpp"

#include "law/working_days.hpp"
#include "practice/protection/conference_decision.hpp"
#include "practice/protection/strategy_decision.hpp"
#include "practice/protection/written_enquiry.hpp"

#include <array>

namespace steadfast::demo {
namespace {

using record::meetings::Meeting;

constexpr std::uint64_t conferences = 21;   // Of the family's dice, the ones for this.
constexpr int held_within_a_day = 92;       // Of a hundred strategy discussions.
constexpr int with_the_police = 40;
constexpr int somebody_disagrees = 12;

constexpr std::array<std::string_view, 3> safe_today{
    "The children sleep at their grandmother's tonight, and the police know the address.",
    "The mother's partner stays away until the enquiry is written; the mother agreed to it on the telephone.",
    "A worker sees the children at school before the end of the day, and rings the duty manager from there."};
constexpr std::array<std::string_view, 3> asked_of{
    "Ms Okafor, class teacher: tired in the mornings, and hungry. Jan Frost, health visitor: two visits without an answer. The police: called to the house twice since Christmas.",
    "The GP: no appointment kept in a year. School: in on four days of five. The police know nothing of the family.",
    "The health visitor sees a warm mother who is worn out. School is worried about what the older one says at the gate."};
constexpr std::array<std::string_view, 3> parents_say{
    "We had a bad winter. We are not bad parents, and nobody asked us before now.",
    "I know it can't go on. I want help with the nights.", "It is the neighbours who say that. You can look in every cupboard."};
constexpr std::array<std::string_view, 4> child_says{"I don't like it when the door bangs.",
                                                     "I make the tea when Mum is asleep. I can do beans.",
                                                     "Nothing happened. Can I go back to class?", "I would like it to be quiet."};
constexpr std::array<std::string_view, 3> about_a_child{
    "Thin, and quick to watch a grown-up's face. Warm with the class teacher.", "Well, loud and cross, and clean today.",
    "Slow to speak. Drew the house without windows."};
constexpr std::array<std::string_view, 3> disagrees{"The father: nobody hurt anybody, and a plan says that we did.",
                                                    "The head teacher would have gone on with a child in need plan.",
                                                    "The health visitor wanted a plan for the youngest only."};
constexpr std::array<Share, 2> without_conference{{{"not_substantiated", 35}, {"no_continuing_risk", 65}}};

std::vector<AtTheTable> professionals(const Case& what) {
    return {{"DS Marlow", "professional", "Detective sergeant", "police"},
            {"Jan Frost", "professional", "Health visitor", "health_visitor"},
            {"Ms Okafor", "professional", "Designated safeguarding lead, " + what.family.primary_school, "school"}};
}

std::vector<AtTheTable> everybody(const Case& what) {
    std::vector<AtTheTable> all = professionals(what);
    all.insert(all.begin(),
               {{what.family.mother, "family", "Mother", ""}, {what.family.grandmother, "family", "Grandmother", ""}});
    return all;
}

Meeting meeting_of(const Case& what, std::string_view kind, Date day, int hour) {
    Meeting meeting;
    meeting.kind.code = kind;
    meeting.planned_for = meeting.held_at = at_hour(day, hour);
    meeting.called_by.item = ledger::ItemId(what.social_worker(day).bytes());
    return meeting;
}

/// What each child said at a meeting, where somebody asked.
std::vector<Meeting> words_at(const Case& what, std::size_t children) {
    std::vector<Meeting> parts(children);
    for (Meeting& one : parts)
        if (what.dice().happens_in(60)) one.child_words.text = what.dice().one_of(child_says);
    return parts;
}

/// One meeting that was held, who came to it, and what was decided of each child.
template <class Decision>
void tell_held(const Case& what, const Meeting& meeting, std::span<const AtTheTable> people, Decision shared,
               const Decision& of_each, const std::vector<ledger::SubjectId>& about, ledger::WorkerId by) {
    const Date day = *meeting.held_at.first_day();
    const Moment at = what.story.typed_up(day);
    Written as_meeting;
    tell_about_each(what, as_meeting, meeting, words_at(what, about.size()), about, by, at);
    tell_who_came(what, as_meeting.item, people, about, std::min(day, *meeting.planned_for.first_day()), by, at);
    shared.meeting.item = as_meeting.item;
    shared.decided_on = day;
    Written as_decision;
    tell_about_each(what, as_decision, shared, std::vector<Decision>(about.size(), of_each), about, by, at);
}

void tell_strategy_discussion(const Case& what, const std::vector<ledger::SubjectId>& about, Date day) {
    Dice& dice = what.dice();
    Meeting meeting = meeting_of(what, "strategy_discussion", day, 15);
    meeting.needed_since = at_hour(dice.happens_in(held_within_a_day) ? day : day.plus_days(-2), 9);
    meeting.chaired_by = "The team manager";
    practice::StrategyDecision shared;
    shared.safe_today.text = dice.one_of(safe_today);
    practice::StrategyDecision of_each;
    of_each.outcome.code = dice.happens_in(with_the_police) ? "enquiry_joint" : "enquiry_single";
    of_each.because.text = "What school saw, what the police know and what the child said fit together.";
    tell_held(what, meeting, professionals(what), shared, of_each, about, what.social_worker(day));
}

void tell_what_it_found(const Case& what, const std::vector<ledger::SubjectId>& about, const Enquired& enquired) {
    Dice& dice = what.dice();
    practice::WrittenEnquiry shared;
    const Date written_on = law::add_working_days(enquired.concluded.plus_days(1), -2);
    if (!what.story.has_happened(written_on)) return;
    shared.written_on = written_on;
    shared.lead.item = ledger::ItemId(what.social_worker(written_on).bytes());
    shared.asked_of.text = dice.one_of(asked_of);
    shared.parents_say.text = dice.one_of(parents_say);
    shared.analysis.text =
        "What harms is what happens again and again, more than any one day. The grandmother protects, where she is asked.";
    shared.safe_now.text = dice.one_of(safe_today);
    const std::string outcome(enquired.has_conference ? std::string_view("continuing_risk") : dice.one_of(without_conference));
    std::vector<practice::WrittenEnquiry> parts(about.size());
    for (practice::WrittenEnquiry& one : parts) {
        one.child_says.text = dice.one_of(child_says);
        one.seen_on = one.seen_alone_on = std::min(written_on, law::add_working_days(enquired.began, dice.between(0, 3)));
        one.about_child.text = dice.one_of(about_a_child);
        one.outcome.code = outcome;
    }
    Written written;
    tell_about_each(what, written, shared, parts, about, what.social_worker(written_on),
                    what.story.typed_up(written_on, Typed::at_once));
}

void tell_initial_conference(const Case& what, const std::vector<ledger::SubjectId>& about, const Enquired& enquired) {
    Dice& dice = what.dice();
    Meeting meeting = meeting_of(what, "initial_conference", enquired.concluded, 10);
    meeting.place = "Council offices, room 2";
    meeting.chaired_by = "The reviewing officer";
    if (dice.happens_in(somebody_disagrees)) meeting.who_disagreed.text = dice.one_of(disagrees);
    practice::InitialConferenceDecision of_each;
    of_each.outcome.code = enquired.category.empty() ? "in_need" : "plan";
    of_each.category.code = enquired.category;
    of_each.because.text = "Everybody at the table said what would have to be different, and the family can say it too.";
    tell_held(what, meeting, everybody(what), practice::InitialConferenceDecision(), of_each, about, what.reviewing_officer());
}

/// Its dice are its own: what is told of meetings changes nothing of what befalls the family.
class DiceOfConferences {
public:
    explicit DiceOfConferences(const Case& what, std::uint64_t nth) : dice_(what.dice()), goes_on_(what.dice()) {
        dice_ = dice_.for_the(conferences + nth);
    }
    ~DiceOfConferences() { dice_ = goes_on_; }
    DiceOfConferences(const DiceOfConferences&) = delete;
    DiceOfConferences& operator=(const DiceOfConferences&) = delete;

private:
    Dice& dice_;
    Dice goes_on_;
};

}  // namespace

void tell_enquiry(const Case& what, const std::vector<Child*>& children, const Enquired& enquired) {
    const DiceOfConferences of_its_own(what, 0);
    const auto about = on_record_by(children, enquired.began);
    if (about.empty() || !what.story.has_happened(enquired.began)) return;
    tell_strategy_discussion(what, about, enquired.began);
    tell_what_it_found(what, about, enquired);
    if (enquired.has_conference && what.story.has_happened(enquired.concluded)) tell_initial_conference(what, about, enquired);
}

void tell_review_conferences(const Case& what, const std::vector<Child*>& children, std::vector<Date> days, Date ended) {
    const DiceOfConferences of_its_own(what, 1);
    days.push_back(ended);
    for (const Date day : days) {
        const auto about = on_record_by(children, day);
        if (about.empty() || !what.story.has_happened(day)) return;
        Meeting meeting = meeting_of(what, "review_conference", day, 13);
        meeting.place = "Council offices, room 2";
        meeting.chaired_by = "The reviewing officer";
        practice::ReviewConferenceDecision of_each;
        of_each.outcome.code = day == ended ? "ends_in_need" : "goes_on";
        of_each.because.text = day == ended ? "What had to be different is different, and has been for three months."
                                            : "Better, and not yet long enough to be sure of it.";
        tell_held(what, meeting, everybody(what), practice::ReviewConferenceDecision(), of_each, about, what.reviewing_officer());
    }
}

}  // namespace steadfast::demo
