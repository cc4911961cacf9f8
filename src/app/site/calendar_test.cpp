#include "app/test/town.hpp"
#include "record/allocation/allocation.hpp"
#include "record/calendar/calendar_file.hpp"
#include "record/calendar/feeds.hpp"
#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/referral/referral.hpp"
#include "practice/visits/planned_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class ACalendarOfOnesOwn : public testing::Test {
protected:
    std::string made() {
        amira_.get("/calendar");
        const std::string page(amira_.post("/calendar", "").body_text());
        std::smatch address;
        return std::regex_search(page, address, std::regex("/calendar/[-_A-Za-z0-9]{43}")) ? address.str() : "";
    }
    void plan_a_visit(ledger::ItemId child, const When& when) {
        practice::PlannedVisit visit;
        visit.planned_for = when;
        visit.worker.item = ledger::ItemId(worker_.bytes());
        visit.where = "12 Orchard Street";
        visit.purpose = "Ask about the bruise";
        ASSERT_TRUE(town_.record->ledger().save_and_wait({record::change_of(visit, ledger::ItemId::random(), 0, {record::subject_of(child)}, worker_)}));
    }
    void hold(ledger::ItemId child) {
        record::Allocation allocation;
        allocation.worker.item = ledger::ItemId(worker_.bytes());
        allocation.as_what.code = "allocated_worker";
        allocation.from = Date::of(2026, 3, 2).value();
        ASSERT_TRUE(town_.record->ledger().save_and_wait({record::change_of(allocation, ledger::ItemId::random(), 0, {record::subject_of(child)}, town_.by)}));
    }
    void begin_an_assessment(ledger::ItemId child, Date day) {
        practice::Referral referral;
        referral.received_on = day;
        const auto item = ledger::ItemId::random();
        practice::ChildAndFamilyAssessment assessment;
        assessment.referral.item = item;
        assessment.began = day;
        ASSERT_TRUE(town_.record->ledger().save_and_wait({record::change_of(referral, item, 0, {record::subject_of(child)}, town_.by),
                                                          record::change_of(assessment, ledger::ItemId::random(), 0, {record::subject_of(child)}, town_.by)}));
    }
    std::string fetch(const std::string& address) { return std::string(town_.browser().get(address).body_text()); }

    Town town_;
    ledger::WorkerId worker_ = town_.add_worker("amira", "social_worker");
    TestBrowser amira_ = town_.signed_in("amira");
};

TEST_F(ACalendarOfOnesOwn, says_what_comes_and_when_and_nothing_about_whom) {
    plan_a_visit(town_.add_child(), When::parse("2026-04-02T14:30+01:00/2026-04-02T15:30+01:00").value());
    const std::string address = made();
    ASSERT_FALSE(address.empty());
    const std::string file = fetch(address);
    EXPECT_THAT(file, HasSubstr("BEGIN:VCALENDAR"));
    EXPECT_THAT(file, HasSubstr("SUMMARY:Visit"));
    EXPECT_THAT(file, HasSubstr("DTSTART:20260402T133000Z"));
    EXPECT_THAT(file, HasSubstr("DTEND:20260402T143000Z"));
    for (const char* word : {"Sam", "Okafor", "Orchard", "bruise", "Amira"}) EXPECT_THAT(file, Not(HasSubstr(word)));
}

TEST_F(ACalendarOfOnesOwn, has_each_kind_of_duty_once_a_day_with_how_many_children_and_what_is_late_on_today) {
    for (const Date day : {Date::of(2026, 3, 30).value(), Date::of(2026, 3, 30).value(), Date::of(2025, 11, 3).value()}) {
        const auto child = town_.add_child();
        hold(child);
        begin_an_assessment(child, day);
    }
    const std::string file = fetch(made());
    // 45 working days after 30 March 2026: Good Friday, Easter Monday and two bank holidays in May are none.
    EXPECT_THAT(file, HasSubstr("DTSTART;VALUE=DATE:20260605"));
    EXPECT_THAT(file, HasSubstr("SUMMARY:Due: Child and family assessment (2 children)"));
    EXPECT_THAT(file, HasSubstr("DTSTART;VALUE=DATE:20260331"));
    EXPECT_THAT(file, HasSubstr("overdue"));
    EXPECT_THAT(file, Not(HasSubstr("children/")));
}

TEST_F(ACalendarOfOnesOwn, has_one_address_and_making_another_shuts_the_first) {
    const std::string first = made();
    const std::string second = made();
    EXPECT_NE(first, second);
    EXPECT_EQ(town_.browser().get(first).status(), 404);
    EXPECT_EQ(town_.browser().get(second).status(), 200);
}

TEST_F(ACalendarOfOnesOwn, is_taken_back) {
    const std::string address = made();
    EXPECT_EQ(amira_.post("/calendar/stop", "").status(), 303);
    EXPECT_EQ(town_.browser().get(address).status(), 404);
    EXPECT_THAT(std::string(amira_.get("/calendar").body_text()), HasSubstr("Make an address"));
}

TEST_F(ACalendarOfOnesOwn, opens_nothing_once_its_worker_has_left) {
    const std::string address = made();
    record::Worker left;
    left.name = "Amira Khan";
    left.sign_in_name = "amira";
    left.works_as.code = "social_worker";
    left.left = Date::of(2026, 3, 30).value();
    ASSERT_TRUE(town_.record->ledger().save_and_wait({record::change_of(left, ledger::ItemId(worker_.bytes()), 1, {}, town_.by)}));
    EXPECT_EQ(town_.browser().get(address).status(), 404);
}

TEST_F(ACalendarOfOnesOwn, is_not_found_by_guessing) {
    made();
    EXPECT_EQ(town_.browser().get("/calendar/" + std::string(43, 'A')).status(), 404);
    EXPECT_EQ(town_.browser().get("/calendar/x").status(), 404);
}

TEST_F(ACalendarOfOnesOwn, is_kept_as_a_hash_alone) {
    const std::string address = made();
    const std::string secret = address.substr(address.rfind('/') + 1);
    const auto rows = town_.record->ledger().store().all(ledger::Shelf::settings).value();
    ASSERT_FALSE(rows.empty());
    for (const ledger::Shelved& row : rows) {
        EXPECT_THAT(row.key, Not(HasSubstr(secret)));
        EXPECT_THAT(row.bytes, Not(HasSubstr(secret)));
    }
}

TEST(CalendarFile, puts_a_day_down_as_a_whole_day_that_takes_no_time) {
    const Instant now = Instant::parse_iso("2026-03-31T09:00:00Z").value();
    const std::vector<record::calendar::CalendarDay> days{{"due a", "Due: Core group (2 children)", When::day(Date::of(2026, 4, 1).value()), web::to("/due")},
                                                          {"vague", "Visit", When::month(2026, 4), web::to("/due")}};
    const std::string file = record::calendar::calendar_file(days, "https://steadfast.example", now);
    EXPECT_THAT(file, HasSubstr("DTSTART;VALUE=DATE:20260401"));
    EXPECT_THAT(file, HasSubstr("TRANSP:TRANSPARENT"));
    EXPECT_THAT(file, HasSubstr("https://steadfast.example/due"));
    EXPECT_THAT(file, Not(HasSubstr("SUMMARY:Visit")));
}

}  // namespace
}  // namespace steadfast::app
