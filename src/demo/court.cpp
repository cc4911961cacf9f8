#include "demo/told_meetings.hpp"

#include "law/working_days.hpp"
#include "practice/court/legal_planning.hpp"
#include "practice/court/proceedings.hpp"

#include <array>

namespace steadfast::demo {
namespace {

using practice::CourtHearing;
using practice::CourtProceedings;

constexpr std::uint64_t court = 41;   // Of the family's dice, the ones for this.
constexpr int ends_in_time = 45;      // Of a hundred: a share of our own choosing.
constexpr int nobody_asked_for_longer = 15;   // Of those that do not.
constexpr int filed_in_time = 88;

constexpr std::array<Share, 4> outcomes{{{"care", 55}, {"placement", 20}, {"supervision", 10}, {"guardianship", 15}}};
constexpr std::array<std::string_view, 3> wants{"I want the judge to know that I have a dog at home.",
                                                "I want to stay with my brother, wherever.",
                                                "I don't want to choose. Somebody else has to say it."};

struct Hearing {
    std::string_view kind;
    int after_days;
    std::string_view files;   ///< What the council must file because of it; empty: nothing.
};
constexpr std::array<Hearing, 3> hearings{{{"case_management", 16, "Parenting assessment of both parents"},
                                           {"issues", 130, "Final evidence and care plan"},
                                           {"final", 170, ""}}};

void tell_legal_planning(const Case& what, const Child& child, Date issued) {
    practice::LegalPlanning meeting;
    meeting.held_on = law::add_working_days(issued, -what.dice().between(2, 9));
    meeting.lawyer = "Ms Adeyemi";
    meeting.advice.text =
        "The threshold is crossed by what the enquiry found. The court will ask what was offered, and what came of it.";
    meeting.threshold.code = "crossed";
    meeting.decision.code = "court";
    meeting.why.text = "Nothing that was offered has kept the child safe, and it is not safe to wait.";
    Written written;
    what.story.save(written, meeting, {child.subject}, what.manager(), what.story.typed_up(*meeting.held_on));
}

void tell_hearing(const Case& what, const Child& child, Date issued, const Hearing& one) {
    Dice& dice = what.dice();
    const Date day = law::add_working_days(issued.plus_days(one.after_days - 1), 1);
    const Date listed_on = issued.plus_days(one.after_days > 20 ? 20 : 1);
    if (!what.story.has_happened(listed_on)) return;
    CourtHearing hearing;
    hearing.listed_for = at_hour(day, 10);
    hearing.kind.code = one.kind;
    hearing.before_whom = "District Judge Harland";
    const std::vector<ledger::SubjectId> about{child.subject};
    Written written;
    what.story.save(written, hearing, about, what.social_worker(listed_on), what.story.typed_up(listed_on, Typed::at_once));
    if (!what.story.has_happened(day)) return;
    hearing.held_at = hearing.listed_for;
    hearing.ordered.text = "The child stays where the child is. The guardian sees the child before the next hearing.";
    hearing.must_file = !one.files.empty();
    std::vector<CourtHearing> parts(1);
    if (dice.happens_in(60)) parts.front().child_says.text = dice.one_of(wants);
    if (!one.files.empty()) {
        hearing.ordered_on = day;
        hearing.what_to_file = one.files;
        hearing.file_by = law::add_working_days(day, dice.between(15, 30));
    }
    tell_about_each(what, written, hearing, parts, about, what.social_worker(day), what.story.typed_up(day, Typed::at_once));
    if (!hearing.file_by) return;
    const Date filed = dice.happens_in(filed_in_time) ? law::add_working_days(*hearing.file_by, -dice.between(0, 3))
                                                      : law::add_working_days(*hearing.file_by, dice.between(1, 6));
    if (!what.story.has_happened(filed)) return;
    hearing.filed_on = filed;
    tell_about_each(what, written, hearing, parts, about, what.social_worker(filed), what.story.typed_up(filed, Typed::at_once));
}

void tell_proceedings(const Case& what, const Child& child, Date issued) {
    Dice& dice = what.dice();
    const bool is_in_time = dice.happens_in(ends_in_time);
    const Date ended = issued.plus_days(is_in_time ? dice.between(150, 181) : dice.between(190, 330));
    CourtProceedings proceedings;
    proceedings.issued_on = issued;
    proceedings.application.code = "care";
    proceedings.court_and_number =
        "Family Court, ZZ" + std::to_string(dice.between(10, 99)) + "C" + std::to_string(dice.between(10000, 99999));
    proceedings.guardian = "Rosa Whitlock";
    Written written;
    const std::vector<ledger::SubjectId> about{child.subject};
    what.story.save(written, proceedings, about, what.social_worker(issued), what.story.typed_up(issued, Typed::at_once));
    for (const Hearing& one : hearings) tell_hearing(what, child, issued, one);
    const Date extended = issued.plus_days(170);
    const bool asks_for_longer = !is_in_time && !dice.happens_in(nobody_asked_for_longer);
    if (asks_for_longer && what.story.has_happened(extended)) {
        proceedings.is_extended = true;
        proceedings.extended_to = issued.plus_days(26 * 7 + 8 * 7);
        proceedings.why_extended = "An expert's report on the father came late, and the court cannot decide justly without it.";
        what.story.save(written, proceedings, about, what.social_worker(extended), what.story.typed_up(extended, Typed::at_once));
    }
    if (!what.story.has_happened(ended)) return;
    proceedings.ended_on = ended;
    proceedings.outcome.code = dice.one_of(outcomes);
    proceedings.what_it_means.text =
        "A judge listened to everybody and decided where you live and who looks after you. You can ask about it as often as you like.";
    what.story.save(written, proceedings, about, what.social_worker(ended), what.story.typed_up(ended, Typed::at_once));
}

}  // namespace

void tell_court(const Case& what, const Child& child, Date issued) {
    Dice& dice = what.dice();
    // What is told of the court changes nothing of what befalls the child.
    const Dice goes_on = dice;
    dice = dice.for_the(court);
    tell_legal_planning(what, child, issued);
    tell_proceedings(what, child, issued);
    dice = goes_on;
}

}  // namespace steadfast::demo
