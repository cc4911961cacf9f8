#include "demo/own_clocks.hpp"

#include "law/working_days.hpp"
#include "practice/allegations/allegation.hpp"
#include "practice/disabled_children/disabled_child.hpp"
#include "practice/domestic_abuse/domestic_abuse.hpp"
#include "practice/harmful_sexual_behaviour/harmful_behaviour.hpp"
#include "practice/homeless/homeless_young_person.hpp"
#include "practice/prevent/prevent_referral.hpp"
#include "practice/private_fostering/private_fostering.hpp"
#include "practice/young_carers/young_carer.hpp"

#include <algorithm>

namespace steadfast::demo {
namespace {

constexpr std::uint64_t one_family_in = 29;   // And one of these sorts of story by turns.
constexpr int days_told = 300;

/// The first child on record of this age who is still at home.
const Child* first_of(const Case& what, int youngest, int oldest) {
    const Date today = what.story.today();
    const auto fits = [&](const Child& one) {
        return one.person.version > 0 && !one.is_adopted && !one.in_care_until && one.age_on(today) >= youngest &&
               one.age_on(today) <= oldest;
    };
    const auto found = std::ranges::find_if(what.family.children, fits);
    return found == what.family.children.end() ? nullptr : &*found;
}

Date some_working_day(const Case& what, int least_days_ago) {
    const Date today = what.story.today();
    const Date known = what.family.first_known.plus_days(30);
    return law::add_working_days(
        what.dice().day_between(std::max(today.plus_days(-days_told), known), today.plus_days(-least_days_ago)), 1);
}

/// Saves what was known on the first day, and on a later one the same with what was done by then.
template <class T, class Change>
void save_twice(const Case& what, const Child& child, T item, Date first, Date later, Change change) {
    Written written;
    what.story.save(written, item, {child.subject}, what.social_worker(first), what.story.typed_up(first, Typed::at_once));
    if (!what.story.has_happened(later)) return;
    change(item);
    what.story.save(written, item, {child.subject}, what.social_worker(later), what.story.typed_up(later, Typed::at_once));
}

void tell_young_carer(const Case& what) {
    const Child* const child = first_of(what, 10, 17);
    if (!child) return;
    const Date asked = some_working_day(what, 20);
    const Date assessed =
        law::add_working_days(asked, what.dice().happens_in(80) ? what.dice().between(15, 44) : what.dice().between(46, 60));
    practice::YoungCarerAssessment assessment;
    assessment.asked_on = asked;
    assessment.asked.code = "appeared";
    assessment.cares_for.codes = {"mother"};
    assessment.what_they_do.text =
        "Cooks on four evenings, gets the younger ones up for school, and sits with their mother when she cannot sleep.";
    save_twice(what, *child, assessment, asked, assessed, [&](practice::YoungCarerAssessment& one) {
        one.assessed_on = assessed;
        one.is_too_much = true;
        one.own_words.text = "I like cooking. I don't like the nights. If I am at school I think about whether she is up.";
        one.result.code = "young_carers_service";
        one.support.text = "The young carers' group on Thursdays. Adults' services look at what the mother needs at night.";
    });
}

void tell_short_breaks(const Case& what) {
    const auto& children = what.family.children;
    const auto child = std::ranges::find_if(
        children, [](const Child& one) { return one.person.version > 0 && !one.is_adopted && !one.disabilities.empty(); });
    if (child == children.end()) return;
    const Date began = some_working_day(what, 60);
    const Date reviewed = began.plus_days(what.dice().between(120, 190));
    practice::DisabilityRegistration registration;
    registration.registered_on = began;
    registration.family_agrees = true;
    registration.education.code = "has_one";
    registration.education_with = "The council's special educational needs team";
    practice::ShortBreaks breaks;
    breaks.began = began;
    breaks.kinds.codes = {"activities", "after_school"};
    breaks.basis.code = "section_17";
    breaks.with_whom = "Saturday club at the leisure centre";
    breaks.plan.text =
        "Two Saturdays a month, with somebody who knows how they say that it is enough. Their mother sleeps, and takes the others swimming.";
    Written as_registration;
    Written as_breaks;
    what.story.save(as_registration, registration, {child->subject}, what.social_worker(began), what.story.typed_up(began));
    what.story.save(as_breaks, breaks, {child->subject}, what.social_worker(began), what.story.typed_up(began));
    if (!what.story.has_happened(reviewed)) return;
    practice::ShortBreakReview review;
    review.held_on = reviewed;
    review.child_says.text = "Laughs at the trampoline. Comes to the door with their shoes on when the bus is late.";
    review.decided.text = "Goes on. In the holidays every week.";
    Written as_review;
    what.story.save(as_review, review, {child->subject}, what.social_worker(reviewed), what.story.typed_up(reviewed));
}

void tell_homeless(const Case& what) {
    const Child* const child = first_of(what, 16, 17);
    if (!child || child->turns(16) > what.story.today().plus_days(-days_told / 2)) return;
    const Date came = some_working_day(what, 15);
    if (came < child->turns(16)) return;
    const Date decided = law::add_working_days(came, what.dice().between(3, 25));
    practice::HomelessYoungPerson young;
    young.came = When::day(came);
    young.came_to = "The housing office";
    young.why_homeless.text =
        "A row with the mother's partner, not the first. Slept at a friend's for three nights; the friend's parents want it to end.";
    young.tonight.code = "interim_housing";
    young.safe_place = When::day(came);
    young.safe_place_where = "The young people's house in Mill Road";
    save_twice(what, *child, young, came, decided, [&](practice::HomelessYoungPerson& one) {
        one.rights_explained_on = one.advocate_offered_on = law::add_working_days(came, 1);
        one.has_advocate = true;
        one.assessed_on = one.decided_on = decided;
        one.is_in_need = true;
        one.wants.code = "home";
        one.own_words.text = "I want to go home if he isn't there. I don't want a social worker for ever.";
        one.decision.code = "home";
        one.why_decided.text = "The mother's partner has moved out. A worker sees the family each week until the summer.";
    });
}

void tell_allegation(const Case& what) {
    const Child* const child = first_of(what, 6, 17);
    if (!child) return;
    const Date known = some_working_day(what, 10);
    const Date concluded = known.plus_days(what.dice().between(20, 110));
    practice::Allegation allegation;
    allegation.happened = When::day(known);
    allegation.known_on = known;
    allegation.told_by = "The head teacher";
    allegation.work.code = "school";
    allegation.agency = child->age_on(known) < 11 ? what.family.primary_school : what.family.secondary_school;
    allegation.threshold.code = "harmed";
    allegation.harm.code = "physical";
    allegation.alleged.text = "A teacher took hold of the arm to bring the child back into the room, and did not let go at once.";
    allegation.reference = "D " + std::to_string(what.dice().between(100, 999));
    allegation.told_on = law::add_working_days(known, what.dice().happens_in(85) ? 1 : 3);
    tell_adult_case(what, allegation, concluded);
    save_twice(what, *child, allegation, *allegation.told_on, concluded, [&](practice::Allegation& one) {
        one.evaluated_on = law::add_working_days(*one.told_on, 1);
        one.is_taken_further = true;
        one.routes.codes = {"employer"};
        one.outcome.code = what.dice().happens_in(50) ? "unsubstantiated" : "substantiated";
        one.concluded_on = concluded;
        one.told_child_and_parents.text = "The head teacher and the social worker told the child and the mother together.";
    });
}

void tell_domestic_abuse(const Case& what) {
    const Child* const child = first_of(what, 5, 17);
    if (!child) return;
    const Date judged = some_working_day(what, 15);
    const Date looked_again = judged.plus_days(what.dice().between(40, 100));
    practice::DomesticAbuse abuse;
    abuse.judged_on = judged;
    abuse.harmed = "The mother";
    abuse.harms = "Her former partner, who is no parent of the child";
    abuse.known.text = "The police came twice this month. The mother told the health visitor that he waits outside the school.";
    abuse.risk.code = "high";
    abuse.why.text = "They parted in the winter, and since then he has come more often. She is afraid of him.";
    abuse.child_says.text = "I listen for his car. I don't sleep till Mum has done the locks.";
    abuse.child_lives_it.text = "Stands between them when he comes to the door, and will not go to football any more.";
    abuse.safety_plan.text = "School lets the child go from the side gate, to the mother or the grandmother alone.";
    abuse.safe_to_reach = "Through the health visitor, in the mornings";
    abuse.look_again_by = judged.plus_days(91);
    save_twice(what, *child, abuse, judged, looked_again,
               [&](practice::DomesticAbuse& one) { one.looked_again_on = looked_again; });

    const Date heard = judged.plus_days(what.dice().between(10, 27));
    practice::Marac marac;
    marac.referred_on = judged;
    marac.because.code = "escalation";
    marac.referred_by = "The social worker";
    marac.is_repeat = false;
    marac.knows = true;
    marac.what_they_want.text = "To stay in this town, near her mother, and for him to be kept away.";
    save_twice(what, *child, marac, judged, heard, [&](practice::Marac& one) {
        one.heard_on = heard;
        one.heard.text = "The police mark the address. Housing can change the locks this week.";
        one.to_do.text = "The social worker tells the school what was agreed, and sees the child alone this week.";
        one.for_each.text = "Somebody at school to go to on a bad morning.";
        one.adviser = "Ms Lindqvist";
    });
}

void tell_prevent(const Case& what) {
    const Child* const child = first_of(what, 12, 17);
    if (!child) return;
    const Date referred = some_working_day(what, 30);
    const Date panel = referred.plus_days(what.dice().between(12, 29));
    practice::PreventReferral referral;
    referral.referred_on = referred;
    referral.referred_by = "The school's safeguarding lead";
    referral.worry.text =
        "Drew the badge of a banned group on three books, and told a friend that there would be a day to pay them back.";
    referral.child_says.text = "They listen to me there. Nobody here does. I wasn't going to do anything.";
    referral.pulls.text = "Drawn by a group online where there is praise. Held by a grandfather, and by the workshop on Fridays.";
    referral.sent_on_by_police = referred.plus_days(2);
    save_twice(what, *child, referral, *referral.sent_on_by_police, panel, [&](practice::PreventReferral& one) {
        one.panel_on = panel;
        one.agreed = true;
        one.outcome.code = "adopted";
        one.support.text = "A mentor each week. The workshop keeps a second afternoon for the young person.";
    });
}

void tell_harmful_behaviour(const Case& what) {
    const Child* const child = first_of(what, 10, 15);
    if (!child) return;
    const Date known = some_working_day(what, 20);
    const Date looked_again = known.plus_days(what.dice().between(40, 100));
    practice::HarmfulBehaviour behaviour;
    behaviour.known_on = known;
    behaviour.part.code = "harmed";
    behaviour.seriousness.code = "problematic";
    behaviour.what_happened.text =
        "Sent pictures of a classmate on to others, and asked for more of them, after being told to stop.";
    behaviour.own_words.text = "Everybody was sending them. I didn't think about her. I do now.";
    behaviour.understood.text =
        "Has seen far more on a telephone than anybody knew. Was shown things by an older cousin at nine.";
    behaviour.are_police_told = true;
    behaviour.police_told_on = known;
    behaviour.is_discussed = true;
    behaviour.safety_plan.text =
        "No telephone in the bedroom. A teacher to go to. Not alone with the younger ones in the bathroom.";
    behaviour.help.text = "Eight meetings with a worker of the harmful sexual behaviour service, some of them with the mother.";
    behaviour.look_again_by = known.plus_days(91);
    save_twice(what, *child, behaviour, known, looked_again,
               [&](practice::HarmfulBehaviour& one) { one.looked_again_on = looked_again; });
}

void tell_private_fostering(const Case& what) {
    const Child* const child = first_of(what, 9, 14);
    if (!child) return;
    const Date aware = some_working_day(what, 60);
    const Date decided = law::add_working_days(aware, what.dice().between(20, 40));
    practice::PrivateFostering arrangement;
    arrangement.told_on = arrangement.aware_on = aware;
    arrangement.was_proposed = false;
    arrangement.lives_there = true;
    arrangement.began_on = aware.plus_days(-what.dice().between(30, 90));
    arrangement.told_by.code = "school";
    arrangement.carer = "Mrs Amoah, a friend of the mother";
    arrangement.household = "Mrs Amoah and her daughter of sixteen";
    arrangement.parents.text = "The mother works abroad until the summer and rings on Sundays. She agreed to it in writing.";
    arrangement.why.text = "The mother took work abroad, and school was to go on here.";
    arrangement.own_words.text = "It's fine. I've got the small room. I miss Mum's cooking.";
    save_twice(what, *child, arrangement, aware, decided, [&](practice::PrivateFostering& one) {
        one.checks_on = decided;
        one.disqualified.code = "none_known";
        one.suitable.code = "suitable";
        one.decided_on = decided;
        one.why_decided.text = "A warm home with room enough. Mrs Amoah knows the school and the doctor, and whom to ring.";
    });
}

}  // namespace

void tell_own_clocks(const Case& what) {
    constexpr void (*stories[])(const Case&) = {tell_young_carer,       tell_short_breaks,     tell_homeless,
                                                tell_allegation,        tell_domestic_abuse,   tell_prevent,
                                                tell_harmful_behaviour, tell_private_fostering};
    constexpr std::uint64_t stories_there_are = std::size(stories);
    if (what.family.came_alone || what.family.number % one_family_in >= stories_there_are) return;
    stories[what.family.number % one_family_in](what);
}

}  // namespace steadfast::demo
