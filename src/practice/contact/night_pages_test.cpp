#include "practice/contact/contact_pages.hpp"

#include "practice/contact/night_handover.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using record::pages::VisitorForTests;
using testing::HasSubstr;
using testing::Not;

TEST(NightHandover, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<NightHandover>(); }

class Night : public testing::Test {
protected:
    static void add_all(record::Record& record, record::pages::PageParts& parts) {
        add_contact_pages(record, parts);
        add_night_pages(record, parts);
    }
    static void add_with_drafts(record::Record& record, record::pages::PageParts& parts) {
        add_all(record, parts);
        record::pages::add_draft_pages(record, parts);
    }
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T02:10:00Z"};   // Tuesday, at night.
    VisitorForTests night{council, "social_worker", council.worker(), add_all};
    VisitorForTests day{council, "social_worker", ledger::WorkerId::random(), add_all};

    std::string contact(std::string_view day_and_time) {
        const auto saved = night.post("/front-door/contact", {}, VisitorForTests::form_from(0, "do=save&received-month=3&received-year=2026&worries=Shouting&" + std::string(day_and_time)));
        return saved.substr(saved.find("/contacts/") + 10, 32);
    }
};

TEST_F(Night, shows_what_came_since_the_office_closed_and_not_the_day_before) {
    contact("received-day=3&received-time=02%3A05&who_contacted=6");
    contact("received-day=2&received-time=11%3A00&who_contacted=2A");
    const auto page = night.get("/night", {});
    EXPECT_THAT(page, HasSubstr("Police"));
    EXPECT_THAT(page, Not(HasSubstr("School")));
}

TEST_F(Night, prefills_that_a_contact_at_two_in_the_morning_was_taken_out_of_hours) {
    EXPECT_THAT(night.get("/front-door/contact", {}), HasSubstr("name=\"taken_at_night\" value=\"yes\" checked"));
}

TEST_F(Night, keeps_a_handover_as_its_writers_draft_until_it_is_handed_over) {
    VisitorForTests writer{council, "social_worker", council.worker(), add_with_drafts};
    const std::string typed = VisitorForTests::form_from(0, "done=Rang+police&to_do=Visit+home&by_whom=Duty+team&by_when=10%3A00");
    EXPECT_EQ(writer.post("/drafts", {}, "draft_form=/night/hand-over&draft_name=Handover&draft_window=" + IdBytes::random().text() + "&" + typed), "went to /night/hand-over");
    EXPECT_THAT(writer.get("/night/hand-over", {}), testing::AllOf(HasSubstr("This is your draft"), HasSubstr("Rang police</textarea>")));
    ASSERT_THAT(writer.post("/night/hand-over", {}, typed), HasSubstr("went to /night"));
    EXPECT_THAT(writer.get("/night/hand-over", {}), testing::AllOf(Not(HasSubstr("This is your draft")), Not(HasSubstr("Rang police"))));
}

TEST_F(Night, hands_over_what_must_be_done_and_somebody_takes_it_over_once) {
    const auto id = contact("received-day=3&received-time=02%3A05");
    EXPECT_THAT(night.post("/contacts/{id}/hand-over", {{"id", id}}, VisitorForTests::form_from(0, "done=Rang+police")), HasSubstr("Enter what must be done today"));
    ASSERT_THAT(night.post("/contacts/{id}/hand-over", {{"id", id}}, VisitorForTests::form_from(0, "done=Rang+police&to_do=Visit+home&by_whom=Duty+team&by_when=10%3A00")), HasSubstr("went to /night"));
    const auto page = day.get("/night", {});
    EXPECT_THAT(page, HasSubstr("Visit home"));
    const auto at = page.find("/handovers/");
    ASSERT_NE(at, std::string::npos);
    const auto handover = page.substr(at + 11, 32);
    EXPECT_THAT(day.post("/handovers/{id}/take", {{"id", handover}}, "starts_from=1"), HasSubstr("went to /night"));
    EXPECT_THAT(night.post("/handovers/{id}/take", {{"id", handover}}, "starts_from=1"), HasSubstr("refused: Somebody has taken this over already"));
    const auto after = day.get("/night", {});
    EXPECT_THAT(after, HasSubstr("Nothing waits to be taken over"));
    EXPECT_THAT(after, HasSubstr("Taken over in the last day"));
}

}  // namespace
}  // namespace steadfast::practice
