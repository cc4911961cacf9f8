#include "demo/case.hpp"
#include "law/london.hpp"
#include "law/working_days.hpp"
#include "practice/early_help/early_help_review.hpp"
#include "practice/early_help/family_assessment.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

constexpr std::uint64_t early_help = 11;   // Of the family's dice, the ones for this.
constexpr int days_at_most = 260;

constexpr std::array<std::string_view, 3> whys{
    "The mornings are hard. The children come late and have not eaten.",
    "The parents separated in the summer, and nobody has told the children what happens next.",
    "Letters about the rent lie unopened, and the family may lose the flat."};
constexpr std::array<std::string_view, 3> words{"I want us to get up in time.", "Can Dad still come on Sundays?",
                                                "I like it when the lady comes and we cook."};
constexpr std::array<std::string_view, 3> good{"The children are loved, and they say so.", "Grandmother comes twice a week.",
                                               "School is a place where all of them feel safe."};
constexpr std::array<std::string_view, 3> comes_to{
    "With somebody in the mornings for a few weeks, and a plan for the evenings, this family can do the rest.",
    "The parents need help to talk with one another about the children. Mediation, and a worker who keeps the children's words in the room.",
    "The debts come first. With these in order the rest gets easier."};
constexpr std::array<std::string_view, 3> differs{"The children were in time on four days of five.",
                                                  "The parents met once and agreed on Sundays.",
                                                  "The landlord has agreed to instalments."};
constexpr std::array<Share, 5> outcomes{{{"met", 46}, {"universal", 27}, {"not_wanted", 12}, {"moved_away", 6}, {"other", 3}}};
constexpr std::array<Share, 3> found{{{"right", 70}, {"change_plan", 22}, {"needs_less", 8}}};

/// Somebody who works with families and is no social worker.
const Colleague& family_worker_of(const Case& what) {
    std::vector<const Colleague*> workers;
    for (const Colleague& one : what.staff().all())
        if (one.role_code == "family_support_worker") workers.push_back(&one);
    return *workers.at(what.family.number % workers.size());
}

/// Content of which what is said of each child stands apart.
template <class T, class SayOfEach>
record::Content content_of(const T& shared, std::size_t children, SayOfEach say) {
    const record::ItemType& type = record::type_of<T>();
    record::Content content;
    content.values = type.values_of(shared);
    for (std::size_t i = 0; i < children; ++i) {
        T of_child;
        say(of_child);
        content.about.emplace_back().values = type.values_of(of_child);
    }
    return content;
}

struct Help {
    const Case& what;
    std::vector<ledger::SubjectId> about;
    const Colleague& lead;
    Written written;
    practice::EarlyHelp help;
    Date until;   ///< Its end, perhaps in days to come.

    void save(Date day) {
        Dice words_of = what.dice().for_the(1);
        const auto content =
            content_of(help, about.size(), [&](practice::EarlyHelp& one) { one.child_words.text = words_of.one_of(words); });
        what.story.save(written, record::type_of<practice::EarlyHelp>(), content, about, lead.id, what.story.typed_up(day));
    }
    void tell_assessment() {
        Dice& dice = what.dice();
        practice::FamilyAssessment assessment;
        assessment.early_help.item = written.item;
        assessment.began = *help.began;
        assessment.assessed_by.item = ledger::ItemId(lead.id.bytes());
        assessment.going_well.text = dice.one_of(good);
        assessment.worries.text = help.why.text;
        assessment.comes_to.text = dice.one_of(comes_to);
        const Date finished = help.began->plus_days(dice.happens_in(86) ? dice.between(18, 38) : dice.between(48, 66));
        const Date told = finished < until && what.story.has_happened(finished) ? finished : *help.began;
        if (told == finished) assessment.finished = finished;
        const auto content = content_of(assessment, about.size(),
                                        [&](practice::FamilyAssessment& one) { one.child_words.text = dice.one_of(words); });
        Written as_assessment;
        what.story.save(as_assessment, record::type_of<practice::FamilyAssessment>(), content, about, lead.id,
                        what.story.typed_up(told));
    }
    void tell_team(Date day, bool goes_through_the_plan) {
        Dice& dice = what.dice();
        record::meetings::Meeting meeting;
        meeting.kind.code = "team_around_family";
        const auto at_three = law::london_when(day, 15, 0, law::OnOctoberNight::before_the_clock_went_back);
        meeting.planned_for = at_three ? *at_three : When::day(day);
        meeting.held_at = meeting.planned_for;
        meeting.place = "The school's small hall";
        meeting.chaired_by = help.led_by;
        meeting.called_by.item = ledger::ItemId(lead.id.bytes());
        meeting.what_was_decided.text = dice.one_of(differs);
        Written as_meeting;
        const Moment at = what.story.typed_up(day);
        what.story.save(as_meeting, meeting, about, lead.id, at);
        practice::EarlyHelpReview review;
        review.meeting.item = as_meeting.item;
        review.decided_on = day;
        review.plan_reviewed = goes_through_the_plan;
        review.different_now.text = dice.one_of(differs);
        const auto content = content_of(review, about.size(), [&](practice::EarlyHelpReview& one) {
            one.outcome.code = dice.happens_in(75) ? "goes_on" : "change_plan";
        });
        Written as_review;
        what.story.save(as_review, record::type_of<practice::EarlyHelpReview>(), content, about, lead.id, at);
    }
    void tell_teams() {
        Dice& dice = what.dice();
        bool whole_plan = false;
        for (Date day = help.began->plus_days(dice.between(14, 40)); day < until && what.story.has_happened(day);
             day = day.plus_days(dice.happens_in(90) ? dice.between(26, 40) : dice.between(46, 60))) {
            const Date held = law::add_working_days(day.plus_days(-1), 1);
            if (held < until && what.story.has_happened(held)) tell_team(held, whole_plan);
            whole_plan = !whole_plan;
        }
    }
    void tell_oversight() {
        Dice& dice = what.dice();
        for (Date day = help.began->plus_days(dice.between(10, 26)); day < until && what.story.has_happened(day);
             day = day.plus_days(dice.happens_in(88) ? dice.between(18, 28) : dice.between(31, 44))) {
            practice::EarlyHelpOversight looked;
            looked.early_help.item = written.item;
            looked.looked_on = day;
            looked.looked_by = help.overseen_by;
            looked.found.code = dice.one_of(found);
            looked.words.text = dice.one_of(differs);
            Written as_oversight;
            what.story.save(as_oversight, looked, about, what.manager(), what.story.typed_up(day, Typed::at_once));
        }
    }
};

}  // namespace

void tell_early_help(const Case& what, const std::vector<Child*>& children, ledger::ItemId contact, Date decided) {
    Dice& dice = what.dice();
    // What is told of early help changes nothing of what befalls the family.
    const Dice goes_on = dice;
    dice = dice.for_the(early_help);
    Help told{.what = what, .about = {}, .lead = family_worker_of(what), .written = {}, .help = {}, .until = decided};
    for (const Child* child : children)
        if (child->person.version > 0 && child->turns(18) > decided.plus_days(days_at_most)) told.about.push_back(child->subject);
    const Date began = law::add_working_days(decided, dice.between(1, 4));
    if (!told.about.empty() && what.story.has_happened(began)) {
        practice::EarlyHelp& help = told.help;
        help.began = began;
        help.kind.code = dice.happens_in(60) ? "early_help" : "family_help";
        help.came_from.code = "contact";
        help.contact.item = contact;
        help.why.text = dice.one_of(whys);
        help.known.text = "The school and the health visitor know the family and want to help.";
        help.agreed.code = "agreed";
        help.led_by = told.lead.name;
        help.lead.item = ledger::ItemId(told.lead.id.bytes());
        help.overseen_by.item = ledger::ItemId(what.manager().bytes());
        told.until = began.plus_days(dice.between(110, days_at_most));
        told.save(began);
        told.tell_assessment();
        told.tell_teams();
        told.tell_oversight();
        if (what.story.has_happened(told.until)) {
            help.ended = told.until;
            help.outcome.code = dice.one_of(outcomes);
            help.outcome_words.text = "The family does this alone now, with the school and the grandmother.";
            told.save(told.until);
        }
    }
    dice = goes_on;
}

}  // namespace steadfast::demo
