#pragma once

#include "demo/family.hpp"
#include "demo/workplace.hpp"
#include "practice/allegations/allegation.hpp"
#include "practice/referral/referral.hpp"

namespace steadfast::demo {

/// What every part of a family's story needs at hand.
struct Case {
    Story& story;
    const Workplace& place;
    Family& family;

    [[nodiscard]] Dice& dice() const { return story.dice(); }
    [[nodiscard]] const Staff& staff() const { return place.staff(); }
    [[nodiscard]] bool is_untidy() const { return place.scale().is_untidy; }
    [[nodiscard]] ledger::WorkerId front_door() const { return staff().at_the_front_door(family.number).id; }
    [[nodiscard]] ledger::WorkerId social_worker(Date day) const { return staff().social_worker_of(family.number, day).id; }
    [[nodiscard]] ledger::WorkerId manager() const { return staff().manager_of(family.number).id; }
    [[nodiscard]] ledger::WorkerId reviewing_officer() const { return staff().reviewing_officer_of(family.number).id; }
};

/// One child's referral: what later work on the child belongs to.
struct OpenReferral {
    Child* child = nullptr;
    Written written;
    practice::Referral referral;
};

// Each of these tells a part of a story from a day on, and is to be found in the file of its name.

/// From a family's first referral to today: every time in need, one after the other. (story_of_need.cpp)
void tell_family(const Case& what);

/// Parents, where they live, how to reach them, school and GP, an alert now and then: after the family's own story, with dice of
/// their own, so that the story is the same with them and without. (relatives.cpp)
void tell_relatives(const Case& what);

/// The few who go missing, again and again in their last year: reported, found, interviewed or not; one is still away. With dice of their
/// own as well. (times_missing.cpp)
void tell_times_missing(const Case& what);

/// The one network of the council: an adult, a place, a van, and who is named for it. (exploitation.cpp)
void found_network(Story& story, const Workplace& place_of_work);
/// A child who goes missing is screened twice and linked to something of that network. (exploitation.cpp)
void tell_exploitation(const Case& what, const Child& child);

/// The designated officer's case to an allegation in a child's record. (adult_case.cpp)
void tell_adult_case(const Case& what, const practice::Allegation& allegation, Date concluded);

/// Who worked with each child from the decision on until the case was closed, each change of worker; who still waits for one;
/// and now and then a record that is restricted. (allocations.cpp)
void tell_allocations(const Case& what, const std::vector<OpenReferral>& referrals, Date decided);

/// What a manager and a worker thought about the children together while they were open, what was asked of the manager, and now and
/// then what a reviewing officer does not accept. With dice of their own. (oversight.cpp)
void tell_oversight(const Case& what, const std::vector<OpenReferral>& referrals, Date from);

/// In some families the small signs of years, and profiles of care that get better or do not. With dice of their own. (neglect.cpp)
void tell_neglect(const Case& what, const std::vector<OpenReferral>& referrals, Date from);

/// An enquiry into whether the children suffer harm, and a protection plan where one follows.
/// Returns the day the plan ended; the enquiry's start where there was no plan. (story_of_protection.cpp)
struct Protected {
    bool had_plan = false;
    Date until = Date::from_days(0);
};
[[nodiscard]] Protected tell_protection(const Case& what, std::vector<OpenReferral>& referrals, Date strategy_discussion);

/// An enquiry as it went, for the meetings that decided on it.
struct Enquired {
    Date began;       ///< Of the strategy discussion.
    Date concluded;   ///< Of the conference, where there was one.
    bool has_conference = false;
    std::string category;   ///< Of the plan that the conference decided on; empty where it decided on none.
};
/// Its strategy discussion, what was written of it, and its conference. With dice of their own. (conferences.cpp)
void tell_enquiry(const Case& what, const std::vector<Child*>& children, const Enquired& enquired);
/// The conferences that looked at a plan, and the one that ended it. With dice of their own. (conferences.cpp)
void tell_review_conferences(const Case& what, const std::vector<Child*>& children, std::vector<Date> days, Date ended);

/// A child's time in care, from the day it began. Returns the day it ended (perhaps in years to come) and the census's
/// reason for closing that it gives. (story_of_care.cpp)
struct InCare {
    Date until = Date::from_days(0);
    std::string_view closes_with;
};
[[nodiscard]] InCare tell_care(const Case& what, OpenReferral& referral, Date began, bool was_protected);

/// The council's lawyers, the court and what it ordered, of a child who came into care by an order. With dice of their own. (court.cpp)
void tell_court(const Case& what, const Child& child, Date issued);

/// What is recorded of a child because they are in care: reviews, health, missing episodes, social workers. (life_in_care.cpp)
void tell_life_in_care(const Case& what, Child& child, Date began, Date until);
/// What is asked about somebody who left care near adulthood, each year from 17 to 21. (life_in_care.cpp)
void tell_leaving_care(const Case& what, Child& child, Date left);

/// What came in at the front door and what was decided: a contact that became a referral, one that did not, and one that waits
/// for its decision this morning, sometimes handed over by the night. (front_door.cpp)
void tell_contact(const Case& what, const std::vector<Child*>& children, std::string_view source, Date received, Date decided, bool goes_on);
void tell_contact_without_referral(const Case& what, const std::vector<Child*>& children, Date received);
/// Early help that began with a contact, to what it led to: its assessment, its teams, who looked over it. With dice of its own. (early_help.cpp)
void tell_early_help(const Case& what, const std::vector<Child*>& children, ledger::ItemId contact, Date decided);
void tell_waiting_contact(const Case& what, const std::vector<Child*>& children);
/// The council's settings of its front door: the public form is on.
void open_front_door(Story& story, const Staff& staff, Moment at);
/// The words from which the council's letters begin. (letter_templates.cpp)
void write_letter_templates(Story& story, const Staff& staff, Moment at);

/// Children with a plan elsewhere who moved here, and one who moved away. (transfers.cpp)
void tell_transfer_in(const Case& what, const std::vector<Child*>& children, Date notified);
void tell_transfer_out(const Case& what, const Child& child, Date closed);

/// Notes of visits, calls and decisions from one day to another, every so many days. (case_notes.cpp)
struct Visits {
    Date from;
    Date to;
    int every_days = 28;
    int at_most = 12;
};
void tell_visits(const Case& what, const std::vector<Child*>& children, const Visits& visits);
/// The core groups of a protection plan, and the next one with those who are invited to it. (core_groups.cpp)
void tell_core_groups(const Case& what, const std::vector<Child*>& children, Date began, Date ended);
/// The meetings that review a child in need plan, and now and then a family that is asked to make its own plan. (in_need_meetings.cpp)
void tell_in_need_meetings(const Case& what, const std::vector<Child*>& children, Date began, Date ended);
/// What a children's home writes each evening about a child who lives there: hundreds of notes a year.
void tell_evenings(const Case& what, Child& child, Date from, Date to);
void tell_decision(const Case& what, const std::vector<Child*>& children, Date day, std::string_view decision);

}  // namespace steadfast::demo
