#include "practice/voice/advocacy.hpp"
#include "practice/voice/complaint.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(Advocacy, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Advocacy>(); }
TEST(Complaint, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Complaint>(); }
TEST(Complaint, goes_out_only_where_it_was_chosen) {
    EXPECT_EQ(record::type_of<Complaint>().goes_out(), record::GoesOut::when_asked_for);
}

class AComplaint : public testing::Test {
protected:
    AComplaint() {
        complaint_.kind.code = "complaint";
        complaint_.received_on = on("2026-03-30");  // The Monday before Easter: Friday and the next Monday are no working days.
        item_ = record_.add({child_}, complaint_);
    }
    void change() { record_.amend(item_, {child_}, complaint_); }
    std::vector<record::DutyStanding> standings(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [key](const auto& one) { return one.duty->timescale->key != key; });
        return all;
    }
    std::optional<Date> due(std::string_view key) { return standings(key, "2026-03-31").at(0).step.due; }
    State state(std::string_view key, std::string_view today) { return standings(key, today).at(0).step.state; }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    Complaint complaint_;
    ledger::ItemId item_;
};

TEST_F(AComplaint, is_taken_down_without_a_word_of_the_stages_that_may_never_come_and_asked_of_them_later) {
    record::pages::VisitorForTests visitor(record_, "director");
    const std::string taken_down = visitor.get("/children/{id}/add/{kind}", {{"id", child_.text()}, {"kind", "complaint"}});
    EXPECT_THAT(taken_down, testing::AllOf(testing::HasSubstr("What they say"), testing::HasSubstr("asked later"),
                                           testing::Not(testing::HasSubstr("Third stage"))));
    const std::string changed = visitor.get("/items/{id}/change", {{"id", item_.text()}});
    EXPECT_THAT(changed,
                testing::AllOf(testing::HasSubstr("Third stage: panel met on"), testing::Not(testing::HasSubstr("asked later"))));
}

TEST_F(AComplaint, is_answered_within_ten_working_days_or_twenty_where_that_was_agreed) {
    EXPECT_EQ(due("complaint_first_stage"), on("2026-04-15"));
    EXPECT_EQ(state("complaint_first_stage", "2026-04-15"), State::due);
    EXPECT_EQ(state("complaint_first_stage", "2026-04-16"), State::overdue);
    EXPECT_TRUE(standings("complaint_first_stage_extended", "2026-04-16").empty());
    complaint_.first_extended = true;
    change();
    EXPECT_TRUE(standings("complaint_first_stage", "2026-04-16").empty());
    EXPECT_EQ(due("complaint_first_stage_extended"), on("2026-04-29"));
    complaint_.first_answered_on = on("2026-04-29");
    change();
    EXPECT_EQ(state("complaint_first_stage_extended", "2026-05-10"), State::met_in_time);
}

TEST_F(AComplaint, has_clocks_of_its_later_stages_once_they_are_asked_for) {
    for (const auto* key :
         {"complaint_second_stage", "complaint_second_stage_extended", "complaint_panel", "complaint_panel_answered"})
        EXPECT_TRUE(standings(key, "2026-03-31").empty()) << key;
    complaint_.second_asked = complaint_.panel_asked = complaint_.panel_reported = true;
    complaint_.second_asked_on = on("2026-03-30");
    complaint_.panel_asked_on = on("2026-03-30");
    complaint_.panel_report_on = on("2026-03-30");
    change();
    EXPECT_EQ(due("complaint_second_stage"), on("2026-05-07")) << "with the holiday at the beginning of May";
    EXPECT_EQ(due("complaint_panel"), on("2026-05-14"));
    EXPECT_EQ(due("complaint_panel_answered"), on("2026-04-22"));
    complaint_.second_extended = true;
    change();
    EXPECT_EQ(due("complaint_second_stage_extended"), on("2026-07-03")) << "and the one at its end";
}

TEST_F(AComplaint, that_was_withdrawn_or_is_a_compliment_is_owed_no_answer) {
    complaint_.withdrawn_on = on("2026-04-10");
    change();
    EXPECT_EQ(state("complaint_first_stage", "2026-05-10"), State::ended);
    complaint_.withdrawn_on = {};
    complaint_.kind.code = "compliment";
    change();
    EXPECT_TRUE(standings("complaint_first_stage", "2026-05-10").empty());
}

}  // namespace
}  // namespace steadfast::practice
