#include "demo/assessment_text.hpp"
#include "demo/case.hpp"

#include "law/working_days.hpp"
#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/in_need/child_in_need_plan.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

// Near the published shares for England in the years to 2025: who refers, what for, and what comes of it.
constexpr std::array<Share, 17> who_refers{{{"6", 27},
                                            {"2A", 19},
                                            {"3A", 3},
                                            {"3B", 3},
                                            {"3C", 2},
                                            {"3D", 2},
                                            {"3E", 5},
                                            {"3F", 3},
                                            {"1A", 6},
                                            {"1B", 2},
                                            {"1C", 1},
                                            {"4", 2},
                                            {"5A", 6},
                                            {"5B", 6},
                                            {"5C", 4},
                                            {"7", 4},
                                            {"9", 5}}};
constexpr std::array<Share, 8> needs{{{"N1", 57}, {"N2", 9}, {"N3", 3}, {"N4", 8}, {"N5", 14}, {"N6", 4}, {"N7", 1}, {"N8", 4}}};
constexpr std::array<Share, 16> factors{{{"3B", 20},
                                         {"4B", 16},
                                         {"17A", 10},
                                         {"16A", 9},
                                         {"1B", 9},
                                         {"2B", 9},
                                         {"18C", 6},
                                         {"4A", 7},
                                         {"5A", 4},
                                         {"6A", 3},
                                         {"14A", 3},
                                         {"15A", 2},
                                         {"10A", 2},
                                         {"11A", 2},
                                         {"13A", 1},
                                         {"19C", 3}}};
constexpr double no_further_action = 5.8;
constexpr double assessed_in_time = 86.7;
constexpr double not_in_need = 44;             // Of those assessed and not under a protection plan: 32 of all.
constexpr double enquiry = 33;
constexpr double heard_of_again = 25;           // A contact that led to no referral, some weeks later.
constexpr double moved_here = 7;                // With a plan from elsewhere.
constexpr double waits_today = 2;
constexpr double comes_back = 33;              // 19 within twelve months.
constexpr double into_care_from_a_plan = 36;
constexpr double into_care_otherwise = 5.2;

std::vector<Child*> children_at(Family& family, Date day) {
    std::vector<Child*> children;
    for (Child& child : family.children) {
        const bool is_child = child.turns(18) > day && child.born < day.plus_days(140);
        const bool is_elsewhere = child.is_adopted || (child.in_care_until && *child.in_care_until > day);
        if (is_child && !is_elsewhere) children.push_back(&child);
    }
    return children;
}

std::vector<OpenReferral> refer(const Case& what, const std::vector<Child*>& children, Date received) {
    const Moment at = what.story.typed_up(received, Typed::at_once);
    const std::string_view source = what.family.came_alone ? "6" : what.dice().one_of(who_refers);
    std::vector<OpenReferral> referrals;
    for (Child* child : children) {
        record_first_heard_of(what.story, what.family, *child, what.front_door(), at);
        OpenReferral& opened = referrals.emplace_back(OpenReferral{child, {}, {}});
        opened.referral.received_on = received;
        opened.referral.who_referred.code = source;
        what.story.save(opened.written, opened.referral, {child->subject}, what.front_door(), at);
    }
    return referrals;
}

Date decide(const Case& what, std::vector<OpenReferral>& referrals, Date received, bool goes_on) {
    const Date decided = law::add_working_days(received, what.dice().happens_in(88) ? 1 : what.dice().between(2, 5));
    const Moment at = what.story.typed_up(decided, Typed::at_once);
    const std::string_view need = what.family.came_alone ? "N8" : what.dice().one_of(needs);
    std::vector<Child*> children;
    for (OpenReferral& opened : referrals) {
        opened.referral.decided_on = decided;
        opened.referral.no_further_action = !goes_on;
        if (goes_on) opened.referral.primary_need.code = need;
        what.story.save(opened.written, opened.referral, {opened.child->subject}, what.manager(), at);
        children.push_back(opened.child);
    }
    if (!children.empty()) tell_contact(what, children, referrals.front().referral.who_referred.code, received, decided, goes_on);
    tell_decision(what, children, decided, goes_on ? "assess" : "no_further_action");
    return decided;
}

Date assess(const Case& what, std::vector<OpenReferral>& referrals, Date received, Date decided, std::string_view outcome) {
    Dice& dice = what.dice();
    const Date began = std::max(decided, law::add_working_days(decided, dice.between(0, 4)));
    const Date authorised =
        law::add_working_days(received, dice.happens_in(assessed_in_time) ? dice.between(14, 45) : dice.between(46, 80));
    const Moment at_first = what.story.typed_up(began);
    const Moment at_last = what.story.typed_up(authorised, Typed::at_once);
    std::vector<std::string> found;
    for (int i = dice.between(1, 4); i > 0; --i) {
        const std::string factor(dice.one_of(factors));
        if (std::ranges::find(found, factor) == found.end()) found.push_back(factor);
    }
    if (what.family.came_alone) found = {"9A"};
    std::vector<Child*> assessed;
    for (OpenReferral& opened : referrals) assessed.push_back(opened.child);
    AssessmentText text(what, assessed, began, at_first, outcome);
    text.finish(authorised, at_last, found);
    std::vector<Child*> children;
    for (OpenReferral& opened : referrals) {
        practice::ChildAndFamilyAssessment assessment;
        Written written;
        assessment.referral.item = opened.written.item;
        assessment.written.item = text.item();
        assessment.began = began;
        what.story.save(written, assessment, {opened.child->subject}, what.social_worker(began), at_first);
        assessment.authorised_on = authorised;
        assessment.factors.codes = found;
        assessment.outcome.code = outcome;
        what.story.save(written, assessment, {opened.child->subject}, what.manager(), at_last);
        const bool is_born = opened.child->born <= at_last.day;
        record_fully_known(what.story, what.family, *opened.child, what.social_worker(authorised),
                           is_born ? at_last : what.story.typed_up(opened.child->born.plus_days(2), Typed::at_once));
        children.push_back(opened.child);
    }
    tell_visits(what, children, {.from = began, .to = authorised, .every_days = 14, .at_most = 3});
    tell_decision(what, children, authorised, "assessed");
    return authorised;
}

void close(const Case& what, OpenReferral& opened, Date day, std::string_view reason) {
    opened.referral.closed_on = day;
    opened.referral.why_closed.code = reason;
    what.story.save(opened.written, opened.referral, {opened.child->subject}, what.manager(), what.story.typed_up(day));
}

Date help_in_need(const Case& what, const std::vector<OpenReferral*>& referrals, Date began) {
    const Date ended = began.plus_days(30 + what.dice().days_around(230));
    const Date closed = ended.plus_days(what.dice().between(0, 14));
    const Moment at_first = what.story.typed_up(began);
    const Moment at_last = what.story.typed_up(ended);
    std::vector<Child*> children;
    for (OpenReferral* opened : referrals) {
        practice::ChildInNeedPlan plan;
        Written written;
        plan.referral.item = opened->written.item;
        plan.began = began;
        what.story.save(written, plan, {opened->child->subject}, what.social_worker(began), at_first);
        plan.ended = std::min(ended, opened->child->turns(18));
        what.story.save(written, plan, {opened->child->subject}, what.social_worker(ended), at_last);
        children.push_back(opened->child);
    }
    tell_visits(what, children, {.from = began, .to = ended, .every_days = 16, .at_most = 60});
    tell_in_need_meetings(what, children, began, ended);
    for (OpenReferral* opened : referrals) {
        const bool moves_away = what.dice().happens_in(4);
        if (moves_away) tell_transfer_out(what, *opened->child, closed);
        close(what, *opened, closed, moves_away ? "RC5" : "RC7");
    }
    tell_decision(what, children, closed, "closed");
    return closed;
}

/// Who of the children comes into care, and when; their referrals stay open until care ends.
std::vector<OpenReferral*> take_into_care(const Case& what, std::vector<OpenReferral>& referrals, Date day, bool was_protected,
                                          Date& last) {
    std::vector<OpenReferral*> at_home;
    bool is_first = true;
    for (OpenReferral& opened : referrals) {
        const bool goes =
            opened.child->born < day && opened.child->turns(18) > day.plus_days(14) && (is_first || what.dice().happens_in(70));
        is_first = false;
        if (!goes) {
            at_home.push_back(&opened);
            continue;
        }
        const InCare care = tell_care(what, opened, day, was_protected);
        opened.child->in_care_until = care.until;
        close(what, opened, care.until, care.closes_with);
        last = std::max(last, care.until);
    }
    return at_home;
}

/// What follows a decision to go on, until the case is closed.
std::optional<Date> tell_help(const Case& what, std::vector<OpenReferral>& referrals, Date received, Date decided) {
    Dice& dice = what.dice();
    const bool closes = !what.family.came_alone && dice.happens_in(not_in_need);
    const bool to_early_help = closes && decided.year() >= 2023 && dice.happens_in(30);
    const Date authorised = assess(what, referrals, received, decided, to_early_help ? "early_help" : closes ? "nothing" : "in_need");
    Date last = authorised;
    Protected protection;
    if (!what.family.came_alone && dice.happens_in(enquiry)) {
        const Date strategy =
            dice.happens_in(65) ? received.plus_days(dice.between(0, 2)) : received.plus_days(dice.between(3, 40));
        protection = tell_protection(what, referrals, strategy);
        last = std::max(last, protection.until);
    }

    std::vector<OpenReferral*> at_home;
    at_home.reserve(referrals.size());
    for (OpenReferral& opened : referrals) at_home.push_back(&opened);
    if (what.family.came_alone || dice.happens_in(protection.had_plan ? into_care_from_a_plan : into_care_otherwise)) {
        const Date day = what.family.came_alone ? received
                         : protection.had_plan  ? protection.until
                                                : dice.day_between(decided, authorised.plus_days(60));
        at_home = take_into_care(what, referrals, day, protection.had_plan, last);
    } else if (!protection.had_plan && closes) {
        const Date closed = authorised.plus_days(dice.between(0, 7));
        for (OpenReferral& opened : referrals) close(what, opened, closed, to_early_help ? "RC9" : "RC8");
        return closed;
    }
    if (!at_home.empty())
        last = std::max(last, help_in_need(what, at_home,
                                           protection.had_plan ? protection.until : authorised.plus_days(dice.between(0, 10))));
    return what.story.has_happened(last) ? std::optional(last) : std::nullopt;
}

/// From a referral to its close. None while something of it goes on today, or where there was nobody to refer.
std::optional<Date> tell_time_in_need(const Case& what, Date received) {
    Dice& dice = what.dice();
    const auto children = children_at(what.family, received);
    if (children.empty()) return std::nullopt;
    auto referrals = refer(what, children, received);
    const bool goes_on = what.family.came_alone || !dice.happens_in(no_further_action);
    const Date decided = decide(what, referrals, received, goes_on);
    if (!goes_on) return decided;
    if (!what.family.came_alone && dice.happens_in(moved_here)) tell_transfer_in(what, children, received);
    const auto ended = tell_help(what, referrals, received, decided);
    tell_allocations(what, referrals, decided);
    return ended;
}

}  // namespace

void tell_family(const Case& what) {
    for (std::optional<Date> received = what.family.first_known; received && what.story.has_happened(*received);) {
        const auto ended = tell_time_in_need(what, *received);
        if (ended && what.dice().happens_in(heard_of_again)) {
            const Date again = law::add_working_days(ended->plus_days(30 + what.dice().days_around(90)), 0);
            if (const auto children = children_at(what.family, again); !children.empty() && what.story.has_happened(again)) tell_contact_without_referral(what, children, again);
        }
        received = ended && what.dice().happens_in(comes_back)
                       ? std::optional(ended->plus_days(20 + what.dice().days_around(240)))
                       : std::nullopt;
    }
    if (const auto children = children_at(what.family, what.story.today()); !children.empty() && what.dice().happens_in(waits_today)) tell_waiting_contact(what, children);
}

}  // namespace steadfast::demo
