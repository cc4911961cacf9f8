#include "practice/allegations/adult_case.hpp"
#include "demo/case.hpp"
#include "law/working_days.hpp"

#include <array>

namespace steadfast::demo {
namespace {

constexpr std::array<std::string_view, 11> given{"Graham", "Ines",  "Dean",   "Petra",  "Yusuf", "Carol",
                                                 "Owen",   "Marta", "Nathan", "Bethan", "Colin"};
constexpr std::array<std::string_view, 13> family{"Tolley",  "Corrigan", "Whitlock", "Langstaff", "Okello", "Brimble", "Sefton",
                                                  "Darnell", "Yardley",  "Pickard",  "Vance",     "Munro",  "Ashdown"};
constexpr int days_to_the_first_look = 26;
constexpr int slot_of_the_call = 3;

Moment working_moment(Date day) { return {law::add_working_days(day, 0), slot_of_the_call}; }

template <std::size_t count>
std::string drawn(const Case& what, const std::array<std::string_view, count>& names) {
    return std::string(names[static_cast<std::size_t>(what.dice().between(0, static_cast<int>(count) - 1))]);
}

template <class T>
void keep(const Case& what, Written& written, const T& value, Date day) {
    const Moment at = working_moment(day);
    if (what.story.has_happened(day)) what.story.save(written, value, {}, what.staff().designated_officer().id, at);
}

practice::AdultCaseNote note_of(ledger::ItemId room, std::string_view step, Date day, std::string with_whom, std::string said) {
    practice::AdultCaseNote note;
    note.room.item = room;
    note.held_on = day;
    note.step.code = step;
    note.with_whom = std::move(with_whom);
    note.said.text = std::move(said);
    return note;
}

}  // namespace

void tell_adult_case(const Case& what, const practice::Allegation& allegation, Date concluded) {
    const ledger::ItemId officer(what.staff().designated_officer().id.bytes());
    practice::AdultCase one;
    one.reference = allegation.reference;
    one.officer.item = officer;
    one.name = drawn(what, given) + " " +
               drawn(what, family);
    one.work = allegation.work;
    one.agency = allegation.agency;
    one.role = "Class teacher";
    one.came_on = allegation.told_on;
    one.told_by = "The head teacher";
    one.threshold = allegation.threshold;
    one.harm = allegation.harm;
    one.alleged = allegation.alleged;
    one.other_children.text =
        "A class of twenty-eight. A second adult is in the room while it is looked into. Two children of their own, of 9 and 12.";
    Written room;
    keep(what, room, one, *one.came_on);
    Written permit;
    keep(what, permit,
         record::RoomPermit{.room = {room.item}, .worker = {officer}, .from = one.came_on, .to = {}, .why = {"Began it."}},
         *one.came_on);
    const Date discussed = law::add_working_days(*one.came_on, 1);
    Written first;
    keep(what, first,
         note_of(room.item, "first_discussion", discussed, "The head teacher and the school's personnel adviser",
                 "It meets the threshold. The police were asked and leave it to the school. The school's own inquiry begins."),
         discussed);
    one.evaluated_on = discussed;
    one.routes.codes = {"employer"};
    keep(what, room, one, discussed);
    const Date looked = discussed.plus_days(days_to_the_first_look);
    Written review;
    if (looked < concluded)
        keep(what, review,
             note_of(room.item, "review", looked, "The head teacher",
                     "Four of six talks are held. The report is written by the end of the month."),
             looked);
    if (!what.story.has_happened(concluded)) return;
    one.outcome.code = "unsubstantiated";
    one.concluded_on = concluded;
    one.followed.text = "Training for the whole school in how to hold a child safely, and when not to.";
    keep(what, room, one, concluded);
}

}  // namespace steadfast::demo
