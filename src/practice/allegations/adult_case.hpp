#pragma once

#include "practice/allegations/allegation.hpp"
#include "record/apart/room_pages.hpp"

namespace steadfast::practice {

extern const law::CodeSet adult_case_step; ///< What a note of a case is of.

/// A case of the designated officer: an adult who works with children is said to have harmed one, or to be a risk to them. It may name no child, or
/// several, and is read by those alone who are named for it (decision 28). Each child's own record has an Allegation with the same reference.
struct AdultCase {
    std::string reference;  ///< By which children's records name it; it tells nothing.
    record::Link<record::Worker> officer;  ///< Who leads it.
    std::string name;
    std::string also;  ///< Other names, date of birth.
    record::Coded<allegation_work> work;
    std::string agency;
    std::string role;
    std::optional<Date> came_on;  ///< This council's designated officer was told.
    std::string told_by;
    record::Coded<allegation_threshold> threshold;
    record::Coded<allegation_harm> harm;
    record::Narrative alleged;
    record::Narrative other_children;
    std::optional<Date> evaluated_on;  ///< First discussion of employer and designated officer.
    record::CodedList<allegation_route> routes;
    std::optional<Date> adult_told_on;  ///< The adult was told that there is an allegation.
    record::Coded<allegation_outcome> outcome;
    std::optional<Date> concluded_on;
    std::optional<Date> barring_referral_on;  ///< Sent to the Disclosure and Barring Service.
    record::Narrative followed;
};

/// A talk, a meeting, a look at how far it has come.
struct AdultCaseNote {
    record::Link<AdultCase> room;
    std::optional<Date> held_on;
    record::Coded<adult_case_step> step;
    std::string with_whom;
    record::Narrative said;
    record::Narrative next;
};

/// By when a case that is under way is to be looked at again: from the first discussion, by the council's interval for reviews of allegations. None
/// before that discussion and after the end.
/// @param looked the days on which it was looked at.
[[nodiscard]] std::optional<Date> look_again_by(const record::Book& book, const AdultCase& one, std::vector<Date> looked);

/// As its pages show it.
[[nodiscard]] const record::apart::RoomKind& adult_cases_as_rooms();
[[nodiscard]] inline web::Link adult_cases() { return web::to("/adult_cases"); }

void add_adult_case_pages(record::Record& record, record::pages::PageParts& parts);
/// What an officer looks at again, on their own first page and calendar.
void add_owed_looks(record::pages::PageParts& parts);

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::AdultCase>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::AdultCaseNote>();
