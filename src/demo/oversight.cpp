#include "demo/case.hpp"
#include "law/working_days.hpp"
#include "practice/oversight/case_supervision.hpp"
#include "practice/oversight/challenge.hpp"
#include "practice/oversight/decision_asked.hpp"

#include <array>

namespace steadfast::demo {
namespace {

constexpr std::uint64_t supervisions = 12;   // Of the family's dice, the ones for these.
constexpr std::uint64_t answers = 13;
constexpr int a_decision_is_asked = 25;   // Of a hundred times that a worker is given a family.
constexpr int a_reviewing_officer_challenges = 14;

constexpr std::array<std::string_view, 5> changes{
    "Mornings go better. The appointment about damp has not been made, and is promised for the second time.",
    "Nothing that shows. We have written the same three sentences since spring.",
    "School says that the children come, and come on time. The parents' evening was missed.",
    "The grandmother has moved in, which is more than we hoped for.",
    "The father left and came back. The safety plan was not looked at when he did.",
};
constexpr std::array<std::string_view, 5> thoughts{
    "We hear the mother well and the children little. Who sees them alone, and what else could explain how quiet they are?",
    "Is it poverty or is it care? The money was sorted out in March, and the kitchen is the same.",
    "What protects them is their school. The holidays begin in four weeks, and we have no plan for them.",
    "We have become used to it. Somebody new to this family would be worried.",
    "The plan works. What we do not know is whether it works without us.",
};
constexpr std::array<std::string_view, 4> decisions{
    "The worker sees each child alone before the next supervision. The manager reads the chronology by Friday.",
    "The plan is looked at with the family within two weeks, and says what must be different by the summer.",
    "A family group conference is offered this week, by the worker.",
    "Goes on as planned. Step down is thought about at the next review, with the school.",
};
constexpr std::array<std::string_view, 3> asked_for{
    "A place at the holiday club for all of them for three weeks: they are safest there, and their mother sleeps after her nights.",
    "Leave to close: the last two reviews found nothing that worries anybody, and the school stays in touch with the family.",
    "A family support worker for two mornings a week, for three months, to get the day started.",
};
constexpr std::array<std::string_view, 3> answered_with{
    "Agreed for three months. Tell me at the review what has changed because of it.",
    "Agreed. The plan says it by then, in words that the family uses.",
    "Not yet: the youngest has not been seen alone for six weeks. See her, and ask again.",
};

/// The next working day on or after it: supervision is not held on a Sunday.
Date at_work(Date day) {
    while (!law::is_working_day(day)) day = day.plus_days(1);
    return day;
}

Date working_days_after(Date day, int days) { return law::add_working_days(day, days); }

using Subjects = std::vector<ledger::SubjectId>;

struct Answer {
    std::string_view code;
    std::string_view words;
};

void tell_decision_asked(const Case& what, const Subjects& about, Date day) {
    Dice& dice = what.dice();
    practice::DecisionAsked decision;
    Written written;
    decision.asked = When::day(day);
    decision.asked_by.item = ledger::ItemId(what.social_worker(day).bytes());
    decision.about_what.code = dice.happens_in(60) ? "money" : "close";
    decision.words.text = dice.one_of(asked_for);
    decision.of.item = ledger::ItemId(what.manager().bytes());
    decision.by_day = working_days_after(day, 5);
    const Answer answer = dice.happens_in(70)   ? Answer{"agreed", answered_with[0]}
                          : dice.happens_in(50) ? Answer{"conditions", answered_with[1]}
                                                : Answer{"more", answered_with[2]};
    const Date answered_on = at_work(working_days_after(day, dice.happens_in(86) ? dice.between(1, 5) : dice.between(6, 12)));
    what.story.save(written, decision, about, what.social_worker(day), what.story.typed_up(day, Typed::at_once));
    if (!what.story.has_happened(answered_on)) return;
    decision.answer.code = answer.code;
    decision.answer_words.text = answer.words;
    decision.answered = When::day(answered_on);
    decision.answered_by.item = decision.of.item;
    what.story.save(written, decision, about, what.manager(), what.story.typed_up(answered_on, Typed::at_once));
}

void tell_challenge(const Case& what, const Subjects& about, Date day) {
    Dice& dice = what.dice();
    practice::Challenge challenge;
    Written written;
    challenge.asked = When::day(day);
    challenge.asked_by.item = ledger::ItemId(what.reviewing_officer().bytes());
    challenge.raised_as.code = "reviewing_officer";
    challenge.stage.code = "team_manager";
    challenge.words.text =
        "The plan said in the spring that the assessment of the grandparents would be ready for this review. It has not begun, and the child asks me each time when it will be known where they stay.";
    challenge.wanted.text = "The assessment begins this week, by somebody named, and is ready in six weeks.";
    challenge.of.item = ledger::ItemId(what.manager().bytes());
    challenge.by_day = working_days_after(day, 5);
    challenge.first_raised_on = day;
    const Date answered_on = working_days_after(day, dice.happens_in(82) ? dice.between(1, 5) : dice.between(6, 9));
    const Date settled_on = working_days_after(answered_on, dice.happens_in(86) ? dice.between(1, 5) : dice.between(16, 24));
    what.story.save(written, challenge, about, what.reviewing_officer(), what.story.typed_up(day, Typed::at_once));
    if (!what.story.has_happened(answered_on)) return;
    challenge.answer.code = "accepted";
    challenge.answer_words.text =
        "You are right. A colleague from the kinship team begins on Monday; I have told the child's worker to tell the child.";
    challenge.answered = When::day(answered_on);
    challenge.answered_by.item = challenge.of.item;
    what.story.save(written, challenge, about, what.manager(), what.story.typed_up(answered_on, Typed::at_once));
    if (!what.story.has_happened(settled_on)) return;
    challenge.settled_on = settled_on;
    what.story.save(written, challenge, about, what.reviewing_officer(), what.story.typed_up(settled_on, Typed::at_once));
}

void tell_supervision(const Case& what, const Subjects& about, Date day) {
    Dice& dice = what.dice();
    const record::ItemType& type = record::type_of<practice::CaseSupervision>();
    practice::CaseSupervision supervision;
    Written written;
    supervision.held_on = day;
    supervision.supervisor.item = ledger::ItemId(what.manager().bytes());
    supervision.what_changed.text = dice.one_of(changes);
    supervision.thinking.text = dice.one_of(thoughts);
    supervision.decided.text = dice.one_of(decisions);
    record::Content content;
    content.values = type.values_of(supervision);
    content.about.resize(about.size());
    for (auto& part : content.about) part.values.resize(type.fields().size());
    what.story.save(written, type, content, about, what.manager(), what.story.typed_up(day));
}

}  // namespace

void tell_oversight(const Case& what, const std::vector<OpenReferral>& referrals, Date from) {
    Dice& dice = what.dice();
    // What a manager thinks and decides changes nothing of what befalls the family here.
    const Dice goes_on = dice;
    const auto open_on = [&referrals](Date day) {
        Subjects about;
        for (const OpenReferral& one : referrals)
            if (!one.referral.closed_on || day < *one.referral.closed_on) about.push_back(one.child->subject);
        return about;
    };
    const auto tell_on = [&](Date day, auto tell) {
        if (const Subjects about = open_on(day); !about.empty() && what.story.has_happened(day)) tell(what, about, day);
    };
    dice = dice.for_the(supervisions);
    for (Date day = at_work(from.plus_days(dice.between(14, 26))); what.story.has_happened(day) && !open_on(day).empty();
         day = at_work(day.plus_days(dice.happens_in(88) ? dice.between(21, 26) : dice.between(33, 50))))
        tell_supervision(what, open_on(day), day);
    dice = goes_on.for_the(answers);
    if (dice.happens_in(a_decision_is_asked)) tell_on(at_work(from.plus_days(dice.between(8, 60))), tell_decision_asked);
    if (dice.happens_in(a_reviewing_officer_challenges)) tell_on(at_work(from.plus_days(dice.between(30, 120))), tell_challenge);
    dice = goes_on;
}

}  // namespace steadfast::demo
