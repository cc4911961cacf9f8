#include "practice/neglect/care_profile.hpp"
#include "practice/neglect/drift.hpp"
#include "practice/neglect/line_of_years.hpp"
#include "practice/neglect/neglect_pages.hpp"
#include "practice/neglect/small_sign.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "record/allocation/allocation.hpp"
#include "record/item/by_key.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(CareProfile, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CareProfile>(); }
TEST(SmallSign, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<SmallSign>(); }
TEST(DriftSettings, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<DriftSettings>(); }

TEST(CareProfile, has_a_grade_for_each_part_of_care) {
    for (const std::string_view part : parts_of_care) {
        const auto position = record::type_of<CareProfile>().position(part);
        ASSERT_TRUE(position) << part;
        EXPECT_EQ(record::type_of<CareProfile>().fields()[*position].codes, &care_grade);
    }
}

class DriftRules : public testing::Test {
protected:
    /// An item of another slice, by the keys of its fields.
    void add(std::string_view type_key, const std::vector<std::pair<std::string_view, record::Value>>& says) {
        const record::ItemType& type = *catalogue_for_tests().find(type_key);
        record::Content content;
        content.values.resize(type.fields().size());
        content.about.resize(1);
        content.about.front().values.resize(type.fields().size());
        for (const auto& [key, value] : says) record::set_by_key(type, content.values, key, value);
        council_.save({record::change_of(type, ledger::ItemId::random(), 0, {child_}, content, council_.worker())});
    }
    void is_open(std::string_view since) { add("referral", {{"received_on", on(since)}, {"no_further_action", false}}); }
    void saw(std::string_view kind, std::string_view day) {
        SmallSign sign;
        sign.happened = When::day(on(day));
        sign.kind.code = kind;
        council_.add({child_}, sign);
    }
    void profile(std::string_view day, std::string_view food, std::string_view home) {
        CareProfile profile;
        profile.done_on = on(day);
        profile.food.code = food;
        profile.home.code = home;
        council_.add({child_}, profile);
    }
    void had_worker(std::string_view from, std::optional<Date> to) {
        record::Worker worker;
        worker.name = worker.sign_in_name = std::string(from);
        record::Allocation allocation;
        allocation.worker.item = council_.add({}, worker);
        allocation.as_what.code = "allocated_worker";
        allocation.from = on(from);
        allocation.to = to;
        council_.add({child_}, allocation);
    }
    std::vector<std::string> says(std::string_view today) {
        std::vector<std::string> words;
        for (const Drift& one :
             drift_of(council_.seen(), council_.seen().child(child_).value(), drift_limits(*council_.record().book()), on(today)))
            words.push_back(one.says);
        return words;
    }

    record::RecordForTests council_{catalogue_for_tests()};
    ledger::SubjectId child_ = council_.add_child();
};

TEST_F(DriftRules, say_nothing_of_a_child_who_is_not_open_to_the_service) {
    add("referral", {{"received_on", on("2024-01-10")}, {"no_further_action", true}});
    add("referral", {{"received_on", on("2024-03-10")}, {"no_further_action", true}});
    add("referral", {{"received_on", on("2024-05-10")}, {"no_further_action", true}});
    EXPECT_THAT(says("2024-06-01"), IsEmpty());
    is_open("2024-05-20");
    EXPECT_THAT(says("2024-06-01"),
                Contains("3 contacts or referrals in two years ended with nothing further, the last of 10 May 2024."));
}

TEST_F(DriftRules, count_what_ended_with_nothing_in_the_last_two_years_alone) {
    is_open("2024-05-20");
    add("referral", {{"received_on", on("2022-06-01")}, {"no_further_action", true}});
    add("contact", {{"received", When::day(on("2023-01-10"))}, {"decision", std::string("nothing")}});
    add("contact", {{"received", When::day(on("2023-09-10"))}, {"decision", std::string("nothing")}});
    add("contact", {{"received", When::day(on("2023-10-10"))}, {"decision", std::string("early_help")}});
    EXPECT_THAT(says("2024-05-31"), Contains(HasSubstr("3 contacts or referrals")));
    EXPECT_THAT(says("2024-06-01"), IsEmpty()) << "the first is two years old today";
}

TEST_F(DriftRules, see_a_second_plan_and_one_that_goes_on_and_on) {
    is_open("2023-01-01");
    add("child_protection_plan", {{"began", on("2021-02-01")}, {"ended", on("2022-02-01")}});
    add("child_protection_plan", {{"began", on("2023-02-28")}});
    EXPECT_THAT(says("2023-03-01"),
                Contains("This is the second child protection plan. The one before ended on 1 February 2022."));
    EXPECT_THAT(says("2024-06-27"), Not(Contains(HasSubstr("has been in force"))));
    EXPECT_THAT(says("2024-06-28"),
                Contains("The child protection plan has been in force for 16 months, since 28 February 2023."));
}

TEST_F(DriftRules, count_plans_of_other_authorities_where_the_plan_says_so) {
    is_open("2023-01-01");
    add("child_protection_plan", {{"began", on("2023-02-28")}, {"earlier_plans", std::int32_t{2}}});
    EXPECT_THAT(says("2023-03-01"), Contains("This is the third child protection plan."));
}

TEST_F(DriftRules, see_who_is_in_need_for_long_but_not_those_under_a_plan_or_in_care) {
    is_open("2023-01-31");
    EXPECT_THAT(says("2024-02-28"), IsEmpty());
    EXPECT_THAT(says("2024-02-29"), Contains("Open as a child in need for 13 months, since 31 January 2023."))
        << "thirteen months after the last of January, in a leap year";
    add("looked_after_episode", {{"began", on("2024-02-10")}});
    EXPECT_THAT(says("2024-02-29"), IsEmpty());
}

TEST_F(DriftRules, count_workers_of_the_last_two_years) {
    is_open("2023-05-01");
    had_worker("2021-01-01", on("2022-06-01"));
    had_worker("2022-06-01", on("2023-01-01"));
    had_worker("2023-01-01", on("2023-08-01"));
    had_worker("2023-08-01", on("2024-01-01"));
    had_worker("2024-01-01", {});
    EXPECT_THAT(says("2024-03-01"), Contains("5 allocated workers in two years.")) << "the first left within them";
    EXPECT_THAT(says("2024-06-01"), Contains("4 allocated workers in two years."))
        << "by its last day the first has not worked with them for two years";
}

TEST_F(DriftRules, count_what_was_missed_in_half_a_year) {
    is_open("2024-01-01");
    saw("health", "2024-01-10");
    saw("teeth", "2024-03-10");
    saw("hungry", "2024-04-10");
    EXPECT_THAT(says("2024-06-01"), IsEmpty());
    saw("school", "2024-05-10");
    EXPECT_THAT(says("2024-06-01"), Contains("Health or school was missed 3 times in half a year."));
    EXPECT_THAT(says("2024-07-10"), IsEmpty());
}

TEST_F(DriftRules, compare_the_last_two_profiles_part_for_part) {
    is_open("2024-01-01");
    profile("2024-01-10", "4", "3");
    EXPECT_THAT(says("2024-02-01"), IsEmpty());
    profile("2024-03-10", "4", "3");
    EXPECT_THAT(
        says("2024-04-01"),
        Contains("Since 10 January 2024 the care is graded better in none of its parts, and 1 of them often fail the child."));
    profile("2024-05-10", "3", "4");
    EXPECT_THAT(says("2024-06-01"), Contains("Since 10 March 2024 the care is graded worse in 1 of 9 parts, and better in 1."));
    profile("2024-06-10", "2", "");
    EXPECT_THAT(says("2024-07-01"), IsEmpty()) << "what was not graded is neither better nor worse";
    EXPECT_THAT(says("2024-12-10"), IsEmpty());
    EXPECT_THAT(says("2025-01-10"), Contains("The last profile of care is 7 months old, of 10 June 2024."));
}

TEST_F(DriftRules, go_by_what_the_council_says) {
    is_open("2024-01-01");
    saw("school", "2024-05-10");
    EXPECT_THAT(says("2024-06-01"), IsEmpty());
    DriftSettings settings;
    settings.missed = 1;
    council_.save({record::change_of(settings, drift_settings_item(), 0, {}, council_.worker())});
    EXPECT_THAT(says("2024-06-01"), Contains(HasSubstr("missed 1 time")));
}

TEST_F(DriftRules, stand_on_the_page_with_the_signs_of_years_on_one_line) {
    record::pages::VisitorForTests visitor(council_, "director", council_.worker(), add_neglect_pages);
    const web::Fields path{{"id", child_.text()}};
    EXPECT_THAT(visitor.get("/children/{id}/care", path),
                AllOf(HasSubstr("No profile of care has been done"), HasSubstr("None is recorded"), Not(HasSubstr("<svg"))));
    is_open("2021-01-10");
    saw("hungry", "2021-03-10");
    saw("clothes", "2023-03-10");
    profile("2024-01-10", "4", "3");
    profile("2024-03-10", "2", "4");
    EXPECT_THAT(visitor.get("/children/{id}/care", path),
                AllOf(HasSubstr("2 small signs as filled circles and 1 contacts or referrals"),
                      HasSubstr("Hungry, or food that is not for a child"), HasSubstr("Better"), HasSubstr("Worse"),
                      HasSubstr("<svg"), HasSubstr("2022")));
    EXPECT_THAT(visitor.post("/drift/settings", {}, visitor.form_from(0, "missed=0")), HasSubstr("Enter a number from 1 to 120"));
}

}  // namespace
}  // namespace steadfast::practice
