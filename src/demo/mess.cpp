#include "demo/mess.hpp"

#include "demo/words.hpp"
#include "law/working_days.hpp"
#include "practice/case_notes/case_note.hpp"
#include "practice/transfers/transfers.hpp"
#include "record/allocation/allocation.hpp"
#include "record/people/address.hpp"
#include "record/people/name.hpp"
#include "record/put_right/dispute.hpp"

#include <array>
#include <fmt/format.h>

namespace steadfast::demo {
namespace {

using std::string_view_literals::operator""sv;

// Of a hundred families. How often records hold such things is nowhere published; each is common enough for every page to meet it.
constexpr double on_record_twice = 3;
constexpr double other_names = 12;
constexpr double moves = 45;
constexpr double on_the_wrong_sibling = 6;
constexpr double disputed = 4;
constexpr double has_a_second_worker = 20;
constexpr double placed_here = 1;

constexpr std::array streets{"Ferry Road"sv, "Sluice Bank"sv, "Windmill Rise"sv, "The Crescent"sv, "Hospital Lane"sv, "Allotment Row"sv, "St Botolph's Court"sv};
constexpr std::array towns{"Ashcombe"sv, "Thornwick"sv, "ASHCOMBE"sv, "Marlby "sv, "Saxford"sv, "Cold brook"sv};
constexpr std::array authorities{"Marshland County Council"sv, "Marshland CC"sv, "Wendmere Borough Council"sv, "Wendmere"sv, "Hallow District Council"sv};
constexpr std::array<Share, 4> name_kinds{{{"alias", 40}, {"spelling", 30}, {"short", 20}, {"former", 10}}};
constexpr std::array<Share, 4> address_kinds{{{"home", 70}, {"temporary", 18}, {"other_parent", 9}, {"correspondence", 3}}};

class Mess {
public:
    explicit Mess(const Case& what) : what_(what), by_(what.social_worker(what.family.first_known)) {
        for (Child& child : what.family.children)
            if (child.person.version > 0) children_.push_back(&child);
    }

    std::size_t make() {
        if (children_.empty()) return 0;
        if (dice().happens_in(other_names)) give_another_name();
        if (dice().happens_in(moves)) move_house();
        if (children_.size() > 1 && dice().happens_in(on_the_wrong_sibling)) write_on_the_wrong_sibling();
        if (dice().happens_in(disputed)) dispute_a_note();
        if (dice().happens_in(has_a_second_worker)) bring_in_a_colleague();
        if (dice().happens_in(placed_here)) place_from_elsewhere();
        return dice().happens_in(on_record_twice) ? record_again() : 0;
    }

private:
    [[nodiscard]] Dice& dice() const { return what_.dice(); }
    [[nodiscard]] Date some_day() const { return law::add_working_days(dice().day_between(what_.family.first_known.plus_days(10), what_.story.today().plus_days(-5)), 0); }
    [[nodiscard]] Child& some_child() const { return *children_[static_cast<std::size_t>(dice().between(0, static_cast<int>(children_.size()) - 1))]; }
    [[nodiscard]] std::vector<ledger::SubjectId> all() const {
        std::vector<ledger::SubjectId> subjects;
        for (const Child* child : children_) subjects.push_back(child->subject);
        return subjects;
    }

    void give_another_name() const {
        const Child& child = some_child();
        record::Name name;
        Written written;
        name.kind.code = dice().one_of(name_kinds);
        name.given_name = name.kind.is("short") ? child.given_name.substr(0, 3) : name.kind.is("spelling") ? misspelt(dice(), child.given_name) : child.given_name;
        name.family_name = name.kind.is("short") ? "" : name.kind.is("spelling") ? misspelt(dice(), what_.family.surname) : std::string(dice().one_of(what_.family.origin->families));
        what_.story.save(written, name, {child.subject}, by_, what_.story.typed_up(some_day()));
    }

    /// From one address to the next, some of them without a day and with a postcode as it was heard.
    void move_house() const {
        Date from = what_.family.first_known.plus_days(dice().between(40, 700));
        for (int left = dice().between(1, 4); left > 0 && what_.story.has_happened(from); --left) {
            const Date to = from.plus_days(60 + dice().days_around(420));
            record::Address address;
            Written written;
            address.kind.code = dice().one_of(address_kinds);
            address.house_and_street = dice().happens_in(6) ? std::string(dice().one_of(streets)) : fmt::format("{} {}", dice().between(1, 220), dice().one_of(streets));
            address.town = dice().one_of(towns);
            address.postcode = some_postcode(dice());
            if (dice().happens_in(5)) std::erase(address.postcode, ' ');
            if (dice().happens_in(4)) address.postcode.clear();
            if (dice().happens_in(88)) address.from = from;
            const auto subjects = all();
            what_.story.save(written, address, subjects, what_.social_worker(from), what_.story.typed_up(from));
            if (left > 1 && dice().happens_in(80) && what_.story.has_happened(to)) {
                address.to = to;
                what_.story.save(written, address, subjects, what_.social_worker(to), what_.story.typed_up(to));
            }
            from = to;
        }
    }

    practice::CaseNote some_note(Date day) const {
        const Scene scene{what_.family, children_, day, Stage::middle};
        practice::CaseNote note;
        note.happened = dice().happens_in(10) ? When::month(day.year(), day.month()) : When::day(day);
        note.kind.code = "call";
        note.words.text = words_of_a_call(dice(), scene);
        return note;
    }

    void write_on_the_wrong_sibling() const {
        const Date day = some_day();
        Written written;
        const auto note = some_note(day);
        const Moment at = what_.story.typed_up(day);
        what_.story.save(written, note, {children_[0]->subject}, what_.social_worker(day), at);
        what_.story.move(written, note, {children_[1]->subject}, "It was said of the brother or sister.", what_.manager(), at.next());
    }

    void dispute_a_note() const {
        const Date day = some_day();
        Written written;
        const auto note = some_note(day);
        const Moment at = what_.story.typed_up(day);
        what_.story.save(written, note, all(), what_.social_worker(day), at);
        record::Dispute dispute;
        Written as_dispute;
        dispute.said_on = law::add_working_days(at.day, dice().between(3, 40));
        dispute.by_whom = dice().happens_in(50) ? "The mother" : "The father";
        dispute.words.text = "It was not like that. Nobody asked me, and the day is wrong as well.";
        dispute.disputed.item = written.item;
        const Moment said = what_.story.typed_up(*dispute.said_on, Typed::at_once);
        what_.story.save(as_dispute, dispute, all(), what_.social_worker(*dispute.said_on), said);
        if (!dice().happens_in(60)) return;
        dispute.answer.text = "We have asked the school again. The day is put right; what was heard stands as what was heard.";
        what_.story.save(as_dispute, dispute, all(), what_.manager(), {law::add_working_days(said.day, dice().between(5, 25)), 2});
    }

    void bring_in_a_colleague() const {
        const Date from = some_day();
        record::Allocation allocation;
        Written written;
        allocation.worker.item = ledger::ItemId(what_.staff().social_worker_of(what_.family.number + 5, from).id.bytes());
        allocation.as_what.code = "second_worker";
        allocation.from = from;
        allocation.why_began = "Covers for the allocated worker";
        const Child& child = some_child();
        what_.story.save(written, allocation, {child.subject}, what_.manager(), what_.story.typed_up(from, Typed::at_once));
        const Date to = from.plus_days(dice().between(14, 200));
        if (!what_.story.has_happened(to)) return;
        allocation.to = to;
        allocation.why_ended = "The allocated worker is back";
        what_.story.save(written, allocation, {child.subject}, what_.manager(), what_.story.typed_up(to, Typed::at_once));
    }

    void place_from_elsewhere() const {
        practice::PlacedHere placed;
        Written written;
        const Date day = some_day();
        placed.notified_on = day;
        placed.authority = dice().one_of(authorities);
        if (dice().happens_in(70)) placed.began = day.plus_days(-dice().between(0, 40));
        placed.provider = "Sluice House";
        what_.story.save(written, placed, {some_child().subject}, what_.front_door(), what_.story.typed_up(day, Typed::at_once));
    }

    /// The same child again, as somebody typed them who had not searched: another spelling, another birthday or none.
    std::size_t record_again() const {
        const Child& child = some_child();
        const Date day = some_day();
        record::Person person;
        Written written;
        person.given_name = dice().happens_in(60) ? misspelt(dice(), child.given_name) : child.given_name;
        person.family_name = dice().happens_in(40) ? misspelt(dice(), what_.family.surname) : what_.family.surname;
        if (dice().happens_in(75)) person.born = dice().happens_in(60) ? child.born : child.born.plus_days(dice().happens_in(50) ? 30 : -1);
        if (person.born && *person.born > day) return 0;
        person.sex.code = dice().happens_in(85) ? child.sex : "U";
        written.item = ledger::ItemId(dice().id());
        const Moment at = what_.story.typed_up(day, Typed::at_once);
        const ledger::SubjectId subject = record::subject_of(written.item);
        what_.story.save(written, person, {subject}, what_.front_door(), at);
        if (written.version == 0) return 0;
        Written as_note;
        what_.story.save(as_note, some_note(day), {subject}, what_.front_door(), at);
        return 1;
    }

    const Case& what_;
    const ledger::WorkerId by_;
    std::vector<Child*> children_;
};

}  // namespace

std::size_t tell_mess(const Case& what) { return Mess(what).make(); }

}  // namespace steadfast::demo
