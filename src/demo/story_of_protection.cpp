#include "demo/case.hpp"

#include "law/working_days.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/protection_plan_review.hpp"
#include "practice/protection/section47_enquiry.hpp"

#include <array>

namespace steadfast::demo {
namespace {

constexpr std::array<Share, 5> categories{{{"NEG", 50}, {"EMO", 38}, {"PHY", 7}, {"SAB", 4}, {"MUL", 1}}};
constexpr double leads_to_a_conference = 36;
constexpr double conference_in_time = 85.4;
constexpr double leads_to_a_plan = 85;
constexpr double had_a_plan_elsewhere = 16;
constexpr double reviewed_in_time = 93.3;
constexpr double date_is_put_right_later = 3;

/// The enquiries, one for each child. What the conference decided is not said yet.
Enquired enquire(const Case& what, std::vector<OpenReferral>& referrals, Date began) {
    Dice& dice = what.dice();
    const bool has_conference = dice.happens_in(leads_to_a_conference);
    const int working_days = dice.happens_in(conference_in_time) ? dice.between(8, 15) : dice.between(16, 32);
    const Date concluded = law::add_working_days(began, has_conference ? working_days : dice.between(6, 20));
    const Moment at_first = what.story.typed_up(began, Typed::at_once);
    const Moment at_last = what.story.typed_up(concluded);
    for (OpenReferral& opened : referrals) {
        practice::Section47Enquiry enquiry;
        Written written;
        enquiry.referral.item = opened.written.item;
        enquiry.began = began;
        enquiry.conference_due = law::add_working_days(began, 15);
        what.story.save(written, enquiry, {opened.child->subject}, what.manager(), at_first);
        if (has_conference) enquiry.conference_on = concluded;
        enquiry.conference_not_required = !has_conference;
        enquiry.findings_agreed_on = concluded;
        enquiry.findings_agreed_by.item = ledger::ItemId(what.manager().bytes());
        what.story.save(written, enquiry, {opened.child->subject}, what.social_worker(concluded), at_last);
    }
    return {.began = began, .concluded = concluded, .has_conference = has_conference, .category = {}};
}

/// When the conferences that review a plan are held: within three months, then within six months of each other.
std::vector<Date> review_days(Dice& dice, Date began, Date ended) {
    std::vector<Date> days;
    for (Date due = began.plus_months(3);;) {
        const Date held =
            dice.happens_in(reviewed_in_time) ? due.plus_days(-dice.between(0, 20)) : due.plus_days(dice.between(1, 25));
        if (held > ended) return days;
        days.push_back(held);
        due = held.plus_months(6);
    }
}

void review(const Case& what, const Child& child, const Written& plan, const std::vector<Date>& days) {
    for (const Date day : days) {
        practice::ProtectionPlanReview conference;
        Written written;
        const Moment at = what.story.typed_up(day);
        conference.plan.item = plan.item;
        const bool is_put_right = what.dice().happens_in(date_is_put_right_later);
        conference.held_on = is_put_right ? day.plus_days(-7) : day;
        what.story.save(written, conference, {child.subject}, what.reviewing_officer(), at);
        conference.held_on = day;
        if (is_put_right)
            what.story.save(written, conference, {child.subject}, what.reviewing_officer(),
                            what.story.typed_up(day.plus_days(9)));
    }
}

}  // namespace

Protected tell_protection(const Case& what, std::vector<OpenReferral>& referrals, Date strategy_discussion) {
    Dice& dice = what.dice();
    std::vector<Child*> children;
    children.reserve(referrals.size());
    for (OpenReferral& opened : referrals) children.push_back(opened.child);
    tell_decision(what, children, strategy_discussion, "strategy");
    Enquired enquired = enquire(what, referrals, strategy_discussion);
    if (!enquired.has_conference || !dice.happens_in(leads_to_a_plan)) {
        tell_enquiry(what, children, enquired);
        return {false, enquired.has_conference ? enquired.concluded : strategy_discussion};
    }

    const Date began = enquired.concluded;
    const Date ended = began.plus_days(80 + dice.days_around(210));
    const std::string first_category(dice.one_of(categories));
    enquired.category = first_category;
    tell_enquiry(what, children, enquired);
    const std::string latest_category(dice.happens_in(10) ? dice.one_of(categories) : std::string_view(first_category));
    const auto reviews = review_days(dice, began, ended);
    const Moment at_first = what.story.typed_up(began, Typed::at_once);
    const Moment at_last = what.story.typed_up(ended);
    for (OpenReferral& opened : referrals) {
        Child& child = *opened.child;
        if (child.protection_plans == 0 && dice.happens_in(had_a_plan_elsewhere)) child.protection_plans = dice.between(1, 2);
        practice::ChildProtectionPlan plan;
        Written written;
        plan.referral.item = opened.written.item;
        plan.began = began;
        plan.first_category.code = plan.latest_category.code = first_category;
        plan.earlier_plans = child.protection_plans++;
        what.story.save(written, plan, {child.subject}, what.reviewing_officer(), at_first);
        review(what, child, written, reviews);
        plan.latest_category.code = latest_category;
        plan.ended = ended;
        what.story.save(written, plan, {child.subject}, what.reviewing_officer(), at_last);
    }
    tell_review_conferences(what, children, reviews, ended);
    tell_core_groups(what, children, began, ended);
    tell_visits(what, children, {.from = began, .to = ended, .every_days = 9, .at_most = 60});
    return {true, ended};
}

}  // namespace steadfast::demo
