#include "demo/case.hpp"

#include "law/working_days.hpp"
#include "law/years.hpp"
#include "practice/allocation/social_worker_episode.hpp"
#include "practice/care_leaving/care_leaver_contact.hpp"
#include "practice/deprivation_of_liberty/deprivation_of_liberty.hpp"
#include "practice/health/health_of_the_year.hpp"
#include "practice/looked_after_review/looked_after_review.hpp"
#include "practice/missing/missing_episode.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

constexpr std::array<Share, 7> part_in_review{
    {{"PN1", 52}, {"PN2", 4}, {"PN3", 3}, {"PN4", 3}, {"PN5", 5}, {"PN6", 27}, {"PN7", 6}}};
constexpr std::array<Share, 8> why_workers_change{
    {{"LEFTRL", 38}, {"TSPROC", 24}, {"MANAGE", 14}, {"ORGRST", 8}, {"ABSENC", 9}, {"CHCHAN", 2}, {"PCCHAN", 2}, {"OTHERS", 3}}};
constexpr std::array<Share, 3> why_no_score{{{"SDQ2", 55}, {"SDQ5", 15}, {"SDQ4", 30}}};
constexpr std::array<Share, 5> in_touch{{{"YES", 93}, {"NO", 3}, {"REFU", 2}, {"NREQ", 1}, {"RHOM", 1}}};
constexpr std::array<Share, 9> activity{
    {{"F1", 5}, {"F2", 22}, {"F4", 4}, {"F5", 20}, {"P5", 6}, {"P2", 3}, {"G4", 14}, {"G5", 20}, {"G6", 6}}};
constexpr std::array<Share, 9> accommodation{
    {{"U1", 36}, {"D1", 22}, {"Z1", 13}, {"B1", 11}, {"E1", 5}, {"K1", 4}, {"X2", 3}, {"S2", 3}, {"V2", 3}}};
constexpr double review_in_time = 90;
constexpr double date_is_put_right_later = 2;
constexpr double home_writes_each_evening = 5;
constexpr double goes_missing = 26;   // Of those who are 12 or over in care; some 11 in a hundred of all in a year.

void tell_reviews(const Case& what, const Child& child, Date began, Date until) {
    Dice& dice = what.dice();
    Date due = law::add_working_days(began, 20);
    for (int nth = 1;; ++nth) {
        const bool is_in_time = dice.happens_in(review_in_time);
        const Date held = is_in_time ? due.plus_days(-dice.between(0, nth == 1 ? 6 : 21)) : due.plus_days(dice.between(1, 24));
        if (held >= until || !what.story.has_happened(held)) return;
        practice::LookedAfterReview review;
        Written written;
        const bool is_put_right = dice.happens_in(date_is_put_right_later);
        review.held_on = is_put_right ? held.plus_days(1) : held;
        review.childs_part.code = child.age_on(held) < 4 ? "PN0" : dice.one_of(part_in_review);
        const Moment at = what.story.typed_up(is_put_right ? held.plus_days(1) : held);
        what.story.save(written, review, {child.subject}, what.reviewing_officer(), at);
        review.held_on = held;
        if (is_put_right)
            what.story.save(written, review, {child.subject}, what.reviewing_officer(), what.story.typed_up(held.plus_days(16)));
        due = nth == 1 ? held.plus_months(3) : held.plus_months(6);
    }
}

/// For each return year that a child was in care for the whole of; gathered in the weeks after it ended.
void tell_health(const Case& what, const Child& child, Date began, Date until) {
    Dice& dice = what.dice();
    for (auto year = law::ReturnYear::of(began).next(); year.last_day() < until && what.story.has_happened(year.last_day());
         year = year.next()) {
        if (began > year.first_day()) continue;
        const int age = child.age_on(year.last_day());
        practice::HealthOfTheYear health;
        Written written;
        health.return_year = year.ends_in();
        if (age >= 4 && age <= 16 && dice.happens_in(78))
            health.difficulties_score = std::min(40, 3 + dice.between(0, 12) + dice.between(0, 12) + dice.between(0, 5));
        else health.why_no_score.code = age < 4 || age > 16 ? "SDQ1" : dice.one_of(why_no_score);
        if (age >= 10) health.convicted = dice.happens_in(3);
        if (age < 5) health.development_checked = dice.happens_in(90);
        health.immunised = dice.happens_in(86);
        health.teeth_checked = dice.happens_in(81);
        health.health_assessed = dice.happens_in(91);
        health.misused_substances = age >= 11 && dice.happens_in(4);
        if (*health.misused_substances) {
            health.intervention_received = dice.happens_in(45);
            health.intervention_offered = !*health.intervention_received && dice.happens_in(70);
        }
        const Date gathered = year.last_day().plus_days(dice.between(5, 70));
        what.story.save(written, health, {child.subject}, what.social_worker(gathered),
                        what.story.typed_up(gathered, Typed::at_once));
    }
}

void tell_missing(const Case& what, const Child& child, Date began, Date until) {
    Dice& dice = what.dice();
    Date day = std::max(began, child.turns(12));
    if (day >= until || !dice.happens_in(goes_missing)) return;
    for (int left = dice.between(1, 9); left > 0; --left) {
        day = day.plus_days(4 + dice.days_around(45));
        if (day >= until || !what.story.has_happened(day)) return;
        practice::MissingEpisode missing;
        Written written;
        missing.kind.code = dice.happens_in(86) ? "M" : "A";
        missing.from = day;
        what.story.save(written, missing, {child.subject}, what.social_worker(day), what.story.typed_up(day, Typed::at_once));
        const Date found = std::min(until, day.plus_days(dice.happens_in(75) ? dice.between(0, 1) : dice.between(2, 9)));
        missing.found = found;
        if (what.story.has_happened(found))
            what.story.save(written, missing, {child.subject}, what.social_worker(found),
                            what.story.typed_up(found, Typed::at_once));
        // A call that the child was only late, taken for a second time away: recorded in error, and taken back.
        if (dice.happens_in(5)) {
            Written mistaken;
            missing.found = std::nullopt;
            const Moment at = what.story.typed_up(found);
            what.story.save(mistaken, missing, {child.subject}, what.social_worker(found), at);
            what.story.withdraw<practice::MissingEpisode>(mistaken, {child.subject}, "The same time away was recorded twice.",
                                                          what.manager(), at.next());
        }
        day = found;
    }
}

/// The return asks for these from April 2023 on.
void tell_social_workers(const Case& what, const Child& child, Date began, Date until) {
    const Date first_asked = *Date::of(2023, 4, 1);
    if (until <= first_asked) return;
    Date from = std::max(began, first_asked);
    while (from < until && what.story.has_happened(from)) {
        const Colleague& colleague = what.staff().social_worker_of(what.family.number, from);
        Date to = from.plus_days(14);
        while (to < until && what.staff().social_worker_of(what.family.number, to).id == colleague.id) to = to.plus_days(7);
        practice::SocialWorkerEpisode episode;
        Written written;
        episode.registration = colleague.registration;
        episode.began = from;
        episode.why_it_changed.code = from == began ? "FCONTA" : what.dice().one_of(why_workers_change);
        what.story.save(written, episode, {child.subject}, what.manager(), what.story.typed_up(from));
        episode.ended = std::min(to, until);
        if (what.story.has_happened(*episode.ended))
            what.story.save(written, episode, {child.subject}, what.manager(), what.story.typed_up(*episode.ended));
        from = *episode.ended;
    }
}

void tell_deprivation_of_liberty(const Case& what, const Child& child, Date began, Date until) {
    if (child.age_on(began) < 12 || !what.dice().happens_in(2)) return;
    practice::DeprivationOfLiberty order;
    Written written;
    order.began = began.plus_days(what.dice().between(20, 90));
    if (*order.began >= until) return;
    what.story.save(written, order, {child.subject}, what.manager(), what.story.typed_up(*order.began, Typed::at_once));
    order.ended = std::min(until, order.began->plus_days(what.dice().between(28, 180)));
    if (what.story.has_happened(*order.ended))
        what.story.save(written, order, {child.subject}, what.manager(), what.story.typed_up(*order.ended));
}

}  // namespace

void tell_life_in_care(const Case& what, Child& child, Date began, Date until) {
    if (!what.story.has_happened(began)) return;
    tell_decision(what, {&child}, began, "into_care");
    tell_reviews(what, child, began, until);
    tell_health(what, child, began, until);
    tell_missing(what, child, began, until);
    tell_social_workers(what, child, began, until);
    tell_deprivation_of_liberty(what, child, began, until);
    tell_visits(what, {&child}, {.from = began, .to = until, .every_days = 42, .at_most = 24});
    if (what.is_untidy() && child.age_on(began) >= 8 && what.dice().happens_in(home_writes_each_evening)) tell_evenings(what, child, began, until);
}

void tell_leaving_care(const Case& what, Child& child, Date left) {
    Dice& dice = what.dice();
    for (int age = 17; age <= 21; ++age) {
        const Date birthday = child.turns(age);
        if (birthday < left) continue;
        // Nothing is asked for a return's year before that year has begun.
        const Date asked = std::max(birthday.plus_days(dice.between(-60, 28)), law::ReturnYear::of(birthday).first_day());
        practice::CareLeaverContact contact;
        Written written;
        contact.return_year = law::ReturnYear::of(birthday).ends_in();
        contact.in_touch.code = dice.one_of(in_touch);
        const bool is_known = contact.in_touch.code == "YES";
        contact.activity.code = is_known ? dice.one_of(activity) : "0";
        contact.accommodation.code = is_known ? dice.one_of(accommodation) : "0";
        if (*contact.return_year < 2022 && (contact.activity.code == "F4" || contact.activity.code == "F5"))
            contact.activity.code = "F3";
        if (*contact.return_year < 2022 && contact.activity.code == "P5") contact.activity.code = "P3";
        what.story.save(written, contact, {child.subject}, what.social_worker(asked), what.story.typed_up(std::max(asked, left)));
    }
}

}  // namespace steadfast::demo
