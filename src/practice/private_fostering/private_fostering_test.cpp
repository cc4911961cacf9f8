#include "practice/private_fostering/private_fostering.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/private_fostering/timescales.hpp"
#include "practice/slices.hpp"
#include "record/item/form.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(PrivateFostering, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<PrivateFostering>(); }

TEST(PrivateFostering, of_a_child_who_lives_there_is_asked_since_when_we_know) {
    web::Fields form;
    form.add("lives_there", "yes");
    EXPECT_FALSE(record::read_form(record::type_of<PrivateFostering>(), form).errors.at("aware_on").empty());
}

class AnArrangement : public testing::Test {
protected:
    void notify(std::string_view day) {
        arrangement_.told_on = on(day);
        arrangement_.was_proposed = true;
        arrangement_.lives_there = false;
        item_ = record_.add({child_}, arrangement_);
    }
    void find(std::string_view day) {
        arrangement_.told_on = arrangement_.aware_on = on(day);
        arrangement_.was_proposed = false;
        arrangement_.lives_there = true;
        item_ = record_.add({child_}, arrangement_);
    }
    void change() { record_.amend(item_, {child_}, arrangement_); }
    std::vector<record::DutyStanding> standings(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [&](const auto& one) { return one.duty->timescale->key != key; });
        std::ranges::sort(all, {}, [](const auto& one) { return one.step.number; });
        return all;
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    PrivateFostering arrangement_;
    ledger::ItemId item_;
};

TEST_F(AnArrangement, that_was_found_is_visited_within_seven_working_days) {
    find("2026-03-31");
    EXPECT_EQ(standings("private_fostering_visit", "2026-04-01").at(0).step.due, on("2026-04-13"))
        << "Good Friday and Easter Monday do not count";
    EXPECT_EQ(standings("private_fostering_visit", "2026-04-14").at(0).step.state, State::overdue);
    EXPECT_TRUE(standings("private_fostering_first_visit", "2026-04-14").empty()) << "nobody gave notice before";
}

TEST_F(AnArrangement, of_which_notice_was_given_is_visited_before_and_again_once_the_child_lives_there) {
    notify("2026-12-21");
    EXPECT_EQ(standings("private_fostering_first_visit", "2026-12-22").at(0).step.due, on("2027-01-04"))
        << "Christmas, its substitute day and New Year";
    EXPECT_TRUE(standings("private_fostering_visit", "2026-12-22").empty()) << "the child does not live there yet";
    arrangement_.lives_there = true;
    arrangement_.aware_on = on("2027-02-01");
    change();
    EXPECT_EQ(standings("private_fostering_first_visit", "2027-02-02").at(0).step.state, State::missed);
    EXPECT_EQ(standings("private_fostering_visit", "2027-02-02").at(0).step.due, on("2027-02-10"));
}

TEST_F(AnArrangement, that_is_none_owes_no_visits_and_one_that_ended_no_more) {
    find("2026-03-31");
    arrangement_.ended = on("2026-04-10");
    change();
    EXPECT_EQ(standings("private_fostering_visit", "2026-05-01").at(0).step.state, State::ended);
    arrangement_.suitable.code = "not_private_fostering";
    change();
    EXPECT_TRUE(standings("private_fostering_visit", "2026-05-01").empty());
}

TEST_F(AnArrangement, is_decided_in_42_working_days) {
    find("2024-01-15");
    EXPECT_EQ(standings("private_fostering_decision", "2024-01-16").at(0).step.due, on("2024-03-13")) << "across a leap day";
}

}  // namespace
}  // namespace steadfast::practice
