#include "demo/mess.hpp"

#include "record/allocation/allocation.hpp"
#include "record/item/body.hpp"
#include "record/people/address.hpp"
#include "record/people/name.hpp"
#include "record/put_right/dispute.hpp"
#include "practice/visits/planned_visit.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace steadfast::demo {
namespace {

const Date today = *Date::of(2026, 3, 31);

/// What six hundred families of a county leave on record.
class UntidyFamilies : public testing::Test {
protected:
    static void SetUpTestSuite() {
        place_ = std::make_unique<Workplace>(Order{1, today, Size::county});
        const Dice dice(8);
        for (std::uint64_t number = 1; number <= 600; ++number) {
            Dice of_family = dice.for_the(number);
            Family family = some_family(of_family, number, today.plus_years(-10), today.plus_days(-3), Kept::as_real_ones_are);
            Story story(of_family, today, savings_, Late::often);
            tell_family({story, *place_, family});
            Story of_relatives(dice.for_the(10'000 + number), today, savings_, Late::often);
            tell_relatives({of_relatives, *place_, family});
            Story of_mess(dice.for_the(20'000 + number), today, savings_, Late::often);
            twice_ += tell_mess({of_mess, *place_, family});
            families_.push_back(std::move(family));
        }
    }
    static void TearDownTestSuite() {
        savings_ = {};
        families_ = {};
        place_.reset();
    }

    template <class T>
    static void each(const std::function<void(const T&, const Saving&)>& visit) {
        const record::ItemType& type = record::type_of<T>();
        for (const Saving& saving : savings_) {
            if (saving.change.type != type.key() || saving.change.kind != ledger::Kind::saved) continue;
            const auto content = record::read_part(type, saving.change.shared);
            ASSERT_TRUE(content) << content.error().whole();
            visit(type.item_from<T>(content->values), saving);
        }
    }
    template <class T>
    static int how_many(const std::function<bool(const T&)>& counts = [](const T&) { return true; }) {
        int count = 0;
        each<T>([&](const T& item, const Saving& saving) { count += saving.change.starts_from == 0 && counts(item) ? 1 : 0; });
        return count;
    }

    static std::unique_ptr<Workplace> place_;
    static std::vector<Saving> savings_;
    static std::vector<Family> families_;
    static std::size_t twice_;
};
std::unique_ptr<Workplace> UntidyFamilies::place_;
std::vector<Saving> UntidyFamilies::savings_;
std::vector<Family> UntidyFamilies::families_;
std::size_t UntidyFamilies::twice_ = 0;

TEST_F(UntidyFamilies, have_twins_and_children_whose_name_is_on_record_with_a_letter_wrong) {
    int twins = 0;
    int misspelt_names = 0;
    for (const Family& family : families_) {
        std::set<Date> births;
        for (const Child& child : family.children) {
            twins += births.insert(child.born).second ? 0 : 1;
            misspelt_names += child.family_name.empty() ? 0 : 1;
            EXPECT_NE(child.family_name, family.surname);
        }
    }
    EXPECT_GT(twins, 5);
    EXPECT_GT(misspelt_names, 5);
}

TEST_F(UntidyFamilies, leave_children_unborn_on_record_after_they_were_born_and_facts_that_nobody_asked_for) {
    std::map<ledger::ItemId, record::Person> people;
    each<record::Person>([&](const record::Person& person, const Saving& saving) { people[saving.change.item] = person; });
    int still_unborn = 0;
    int without_ethnicity = 0;
    for (const auto& [item, person] : people) {
        if (person.is_adult_of_a_family()) continue;
        still_unborn += person.is_unborn() && *person.expected < today.plus_days(-60) ? 1 : 0;
        without_ethnicity += person.ethnicity.is_recorded() ? 0 : 1;
    }
    EXPECT_GT(still_unborn, 0);
    EXPECT_GT(without_ethnicity, 20);
}

TEST_F(UntidyFamilies, stand_there_twice_under_other_names_and_at_many_addresses) {
    EXPECT_GT(twice_, 5U);
    EXPECT_GT(how_many<record::Name>(), 30);
    EXPECT_GT(how_many<record::Address>([](const auto& address) { return address.to.has_value() || !address.from; }), 50);
    EXPECT_GT(how_many<record::Address>([](const auto& address) { return address.postcode.empty() || address.postcode.find(' ') == std::string::npos; }), 10);
    EXPECT_GT(how_many<record::Address>([](const auto& address) { return address.is_confidential == true; }), 5);
}

TEST_F(UntidyFamilies, have_notes_on_the_wrong_child_and_parents_who_disagree) {
    const auto of_kind = [](ledger::Kind kind) { return std::ranges::count_if(savings_, [kind](const Saving& saving) { return saving.change.kind == kind; }); };
    EXPECT_GT(of_kind(ledger::Kind::moved), 5);
    EXPECT_GT(of_kind(ledger::Kind::withdrawn), 50);
    EXPECT_GT(how_many<record::Dispute>(), 5);
}

TEST_F(UntidyFamilies, are_left_behind_now_and_then_by_workers_who_have_gone) {
    std::map<ledger::ItemId, record::Allocation> latest;
    each<record::Allocation>([&](const record::Allocation& allocation, const Saving& saving) { latest[saving.change.item] = allocation; });
    std::map<ledger::ItemId, Date> left;
    for (const Colleague& one : place_->staff().all())
        if (one.left) left.emplace(ledger::ItemId(one.id.bytes()), *one.left);
    int behind = 0;
    int held = 0;
    for (const auto& [item, allocation] : latest) {
        if (allocation.to || allocation.worker.item.is_none()) continue;
        ++held;
        const auto gone = left.find(allocation.worker.item);
        behind += gone != left.end() && gone->second < today ? 1 : 0;
    }
    EXPECT_GT(behind, 0);
    EXPECT_LT(behind, held / 4);
}

TEST_F(UntidyFamilies, are_written_about_in_words_of_their_own) {
    std::set<std::string> words;
    std::size_t notes = 0;
    std::size_t letters = 0;
    for (const Saving& saving : savings_) {
        if (saving.change.type != "case_note" || saving.change.starts_from != 0) continue;
        ++notes;
        letters += saving.change.shared.narrative.size();
        words.insert(saving.change.shared.narrative);
        EXPECT_EQ(saving.change.shared.narrative.find('{', 1), std::string::npos) << saving.change.shared.narrative;
    }
    ASSERT_GT(notes, 10'000U);
    EXPECT_GT(words.size(), notes * 3 / 4);
    EXPECT_GT(letters / notes, 150U);
    EXPECT_LT(letters / notes, 600U);
}

TEST_F(UntidyFamilies, are_on_record_after_it_happened_and_never_before) {
    for (const Saving& saving : savings_) {
        // A plan is for a day to come.
        const auto happened = saving.change.type == record::type_of<practice::PlannedVisit>().key() ? std::nullopt : saving.change.happened.first_day();
        EXPECT_TRUE(!happened || *happened <= saving.at.day) << saving.change.type << " " << saving.change.happened.text() << " typed on " << saving.at.day.iso();
        EXPECT_LT(saving.at.day, today);
    }
}

TEST(Misspelt, names_differ_and_stay_readable) {
    Dice dice(3);
    for (int i = 0; i < 200; ++i)
        for (const std::string name : {"Ollerenshaw", "Łuczak", "Ng", "Răzvan", "Al-Khatib"}) {
            const std::string other = misspelt(dice, name);
            EXPECT_LE(other.size(), name.size() + 1);
            EXPECT_GE(other.size() + 1, name.size());
        }
}

}  // namespace
}  // namespace steadfast::demo
