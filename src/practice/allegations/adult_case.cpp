#include "practice/allegations/adult_case.hpp"

#include "practice/allegations/timescales.hpp"
#include "record/duty/local_timescale.hpp"

#include <algorithm>

using steadfast::practice::AdultCase;
using steadfast::practice::AdultCaseNote;

namespace steadfast::practice {
namespace {

constexpr law::Code steps[] = {
    {.code = "first_discussion", .says = "First discussion with the employer"},
    {.code = "meeting", .says = "Meeting with police, employer and others"},
    {.code = "review", .says = "Looked at how far it has come"},
    {.code = "talk", .says = "Talk or call"},
    {.code = "adult", .says = "What the adult was told, and what they said"},
    {.code = "sent", .says = "Sent to the Disclosure and Barring Service or a regulator"},
    {.code = "learning", .says = "What is to be learned from it"},
};

}  // namespace

constinit const law::CodeSet adult_case_step{"adult_case_step", "What a note of a case is of", "Steadfast", steps};

std::optional<Date> look_again_by(const record::Book& book, const AdultCase& one, std::vector<Date> looked) {
    if (!one.evaluated_on || one.concluded_on) return {};
    std::ranges::sort(looked);
    std::erase_if(looked, [&one](Date day) { return day < *one.evaluated_on; });
    const Date from = looked.empty() ? *one.evaluated_on : looked.back();
    const law::Timescale* const now = record::as_the_council_has_it(book, allegation_reviewed).in_force_on(from);
    const law::Step* const step = now ? now->steps.at(looked.size() + 1) : nullptr;
    return step ? std::optional(step->limit.from(from)) : std::nullopt;
}

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<AdultCase>() {
    static const ItemType type(
        {.key = "adult_case",
         .name = "Case about an adult who works with children",
         .plural = "Cases about adults who work with children",
         .happened = "came_on",
         .ended = "concluded_on",
         .summary = {"reference"},
         .written = Written::by_its_room,
         .tells = Tells::what_is_planned,
         .goes_out = GoesOut::never,
         .apart = Apart::is_a_room},
        {
            field<&AdultCase::reference>("reference", "Reference")
                .required()
                .with_hint(
                    "For example, D 41. It tells nothing: whoever writes the allegation into a child's record gives the same"),
            field<&AdultCase::officer>("officer", "Designated officer who leads it").the_recorder(),
            field<&AdultCase::name>("name", "Name of the adult, as far as it is known").required(),
            field<&AdultCase::also>("also", "Other names, and date of birth where it is known"),
            field<&AdultCase::work>("work", "Where they work or volunteer").required(),
            field<&AdultCase::agency>("agency", "Which school, home, club or agency"),
            field<&AdultCase::role>("role", "What they do there"),
            field<&AdultCase::came_on>("came_on", "Told to the designated officer on").required(),
            field<&AdultCase::told_by>("told_by", "Who told it").required(),
            field<&AdultCase::threshold>("threshold", "What it amounts to"),
            field<&AdultCase::harm>("harm", "Kind of harm"),
            field<&AdultCase::alleged>("alleged", "What is alleged, in the words that were used").required(),
            field<&AdultCase::other_children>(
                "other_children", "Which children they work or live with, and what was done so that these are safe now")
                .with_hint("Their own children too"),
            field<&AdultCase::evaluated_on>("evaluated_on", "First discussion with the employer on")
                .not_before_the("came_on")
                .asked_later(),
            field<&AdultCase::routes>("routes", "What it decided").asked_later(),
            field<&AdultCase::adult_told_on>("adult_told_on", "The adult was told of it on").asked_later(),
            field<&AdultCase::outcome>("outcome", "Outcome").required_where("concluded_on").asked_later(),
            field<&AdultCase::concluded_on>("concluded_on", "Concluded on")
                .not_before_the("came_on")
                .required_where("outcome")
                .asked_later(),
            field<&AdultCase::barring_referral_on>("barring_referral_on", "Sent to the Disclosure and Barring Service on")
                .asked_later()
                .with_hint(
                    "Owed by the employer who removes somebody for harm or a risk of it (Safeguarding Vulnerable Groups Act 2006, section 35)"),
            field<&AdultCase::followed>("followed", "What followed")
                .with_hint("A regulator, training, what was learned")
                .asked_later(),
        });
    return type;
}

template <>
const ItemType& type_of<AdultCaseNote>() {
    static const ItemType type({.key = "adult_case_note",
                                .name = "Note",
                                .plural = "Notes of talks and meetings",
                                .happened = "held_on",
                                .ended = "",
                                .summary = {"step", "held_on"},
                                .written = Written::by_its_room,
                                .tells = Tells::what_is_planned,
                                .goes_out = GoesOut::never,
                                .apart = Apart::in_a_room},
                               {
                                   field<&AdultCaseNote::room>(field_of_the_room, "Case"),
                                   field<&AdultCaseNote::held_on>("held_on", "Day").required(),
                                   field<&AdultCaseNote::step>("step", "What it was").required(),
                                   field<&AdultCaseNote::with_whom>("with_whom", "With whom"),
                                   field<&AdultCaseNote::said>("said", "What was said and decided").required(),
                                   field<&AdultCaseNote::next>("next", "What is to be done, by whom and by when"),
                               });
    return type;
}

}  // namespace steadfast::record
