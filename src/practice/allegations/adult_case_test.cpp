#include "practice/allegations/adult_case.hpp"

#include "practice/allegations/timescales.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using record::pages::VisitorForTests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(AdultCases, go_to_the_ledger_and_back_unchanged) {
    record::expect_there_and_back<AdultCase>();
    record::expect_there_and_back<AdultCaseNote>();
}

TEST(AdultCases, are_kept_apart_like_everything_that_says_a_room) {
    for (const record::ItemType* type : catalogue_for_tests().all()) {
        if (type->apart() == record::Apart::no) continue;
        EXPECT_EQ(type->goes_out(), record::GoesOut::never) << type->key();
        EXPECT_EQ(type->written(), record::Written::by_its_room) << type->key();
    }
    EXPECT_EQ(record::type_of<AdultCase>().apart(), record::Apart::is_a_room);
}

/// First discussion on the day before Good Friday.
AdultCase under_way() {
    AdultCase one;
    one.reference = "D 41";
    one.name = "Katherine Marsh";
    one.came_on = day("2026-03-30");
    one.evaluated_on = day("2026-04-02");
    return one;
}

TEST(AdultCases, are_looked_at_again_after_four_weeks_and_then_each_fortnight_by_the_councils_interval) {
    record::RecordForTests council{catalogue_for_tests()};
    const auto by = [&](const AdultCase& one, std::vector<Date> looked) {
        return look_again_by(*council.record().book(), one, std::move(looked));
    };
    AdultCase one = under_way();
    EXPECT_EQ(by(one, {}), day("2026-04-30"));
    EXPECT_EQ(by(one, {day("2026-04-01")}), day("2026-04-30")) << "before the first discussion nothing was looked at again";
    EXPECT_EQ(by(one, {day("2026-05-20"), day("2026-04-29")}), day("2026-06-03"));
    record::LocalTimescale weekly;
    weekly.timescale = allegation_reviewed.key;
    weekly.from = day("2026-05-01");
    weekly.count = 1;
    weekly.unit.code = "weeks";
    council.add({}, weekly);
    EXPECT_EQ(by(one, {day("2026-04-29")}), day("2026-05-13")) << "counted from a day before the council changed it";
    EXPECT_EQ(by(one, {day("2026-04-29"), day("2026-05-20")}), day("2026-05-27"));
    one.concluded_on = day("2026-05-21");
    EXPECT_FALSE(by(one, {}));
    one = under_way();
    one.evaluated_on.reset();
    EXPECT_FALSE(by(one, {})) << "nobody knows yet whether there will be a discussion";
}

class AnAdultCase : public testing::Test {
protected:
    AnAdultCase() {
        AdultCase one = under_way();
        one.officer.item = ledger::ItemId(officer_.bytes());
        case_ = council_.add({}, one);
        AdultCaseNote note;
        note.room.item = case_;
        note.held_on = day("2026-04-02");
        note.step.code = "first_discussion";
        note.said.text = "The school suspends nobody.";
        note_ = council_.add({}, note);
        name(case_);
        Allegation allegation;
        allegation.happened = When::day(day("2026-03-27"));
        allegation.known_on = day("2026-03-30");
        allegation.reference = "d 41 ";
        allegation_ = council_.add({child_}, allegation);
    }
    void name(ledger::ItemId room) {
        record::RoomPermit permit;
        permit.room.item = room;
        permit.worker.item = ledger::ItemId(officer_.bytes());
        permit.from = day("2026-03-01");
        council_.add({}, permit);
    }
    ledger::ItemId other_case(std::string name, std::string reference) {
        AdultCase one;
        one.name = std::move(name);
        one.reference = std::move(reference);
        one.came_on = day("2023-03-30");
        one.outcome.code = "unsubstantiated";
        one.concluded_on = day("2023-06-30");
        return council_.add({}, one);
    }
    VisitorForTests visitor(ledger::WorkerId worker, std::string_view role) {
        return {council_, role, worker, [](record::Record& record, record::pages::PageParts& parts) {
                    add_adult_case_pages(record, parts);
                    parts.add({{web::Method::get, "/first_page", record::Permission::see_children,
                                [](const record::pages::Visit& visit) -> Result<record::pages::Shown> {
                                    record::pages::Page page;
                                    page.main = record::pages::home_panels(visit);
                                    return page;
                                }}});
                }};
    }
    ledger::WorkerId add_worker(std::string_view role) {
        record::Worker worker;
        worker.name = worker.sign_in_name = "Somebody " + std::string(role);
        worker.works_as.code = role;
        return ledger::WorkerId(council_.add({}, worker).bytes());
    }
    static web::Fields of(ledger::ItemId item) { return {{"id", item.text()}}; }

    record::RecordForTests council_{catalogue_for_tests()};
    ledger::SubjectId child_ = council_.add_child();
    ledger::WorkerId officer_ = council_.worker();
    ledger::ItemId case_;
    ledger::ItemId note_;
    ledger::ItemId allegation_;
};

TEST_F(AnAdultCase, is_read_by_who_is_named_and_leads_them_to_the_child_by_its_reference) {
    auto officer = visitor(officer_, "designated_officer");
    EXPECT_THAT(officer.get("/adult_cases", {}), AllOf(HasSubstr("D 41"), Not(HasSubstr("Marsh"))));
    EXPECT_THAT(officer.get("/adult_cases/{id}", of(case_)), AllOf(HasSubstr("Katherine Marsh"), HasSubstr("suspends nobody"),
                                                                   HasSubstr(child_.text()), HasSubstr(allegation_.text())));
    EXPECT_THAT(officer.get("/first_page", {}), AllOf(HasSubstr("Cases that I look at again (1)"), HasSubstr("D 41"),
                                                      HasSubstr("30 April 2026"), Not(HasSubstr("Marsh"))));
}

TEST_F(AnAdultCase, is_not_there_for_anybody_else_whatever_their_role) {
    for (const std::string_view role : {"social_worker", "team_manager", "service_manager", "director", "governance",
                                        "reviewing_officer", "designated_officer", "business_support"}) {
        const ledger::WorkerId worker = add_worker(role);
        auto visitor = this->visitor(worker, role);
        EXPECT_THAT(visitor.get("/adult_cases", {}), Not(HasSubstr("D 41"))) << role;
        EXPECT_THAT(visitor.get("/adult_cases/{id}", of(case_)), AllOf(HasSubstr("refused"), Not(HasSubstr("Marsh")))) << role;
        for (const ledger::ItemId item : {case_, note_})
            EXPECT_THAT(visitor.get("/items/{id}", of(item)), HasSubstr("There is no such record")) << role;
        EXPECT_THAT(visitor.get("/first_page", {}), Not(HasSubstr("D 41"))) << role;
    }
}

TEST_F(AnAdultCase, is_begun_by_a_designated_officer_who_is_named_for_it_at_once) {
    const std::string form =
        "reference=D+42&name=Jo+Pike&work=school&came_on-day=1&came_on-month=4&came_on-year=2026&told_by=The+head&alleged=Shouted";
    EXPECT_THAT(
        visitor(add_worker("team_manager"), "team_manager").post("/adult_cases/add", {}, VisitorForTests::form_from(0, form)),
        HasSubstr("the role does not include it"));
    const ledger::WorkerId begins = add_worker("designated_officer");
    EXPECT_THAT(visitor(begins, "designated_officer").post("/adult_cases/add", {}, VisitorForTests::form_from(0, form)),
                HasSubstr("went to /adult_cases/"));
    EXPECT_THAT(visitor(begins, "designated_officer").get("/adult_cases", {}), AllOf(HasSubstr("D 42"), Not(HasSubstr("D 41"))));
    EXPECT_THAT(visitor(officer_, "designated_officer").get("/adult_cases", {}), Not(HasSubstr("D 42")));
}

TEST_F(AnAdultCase, offers_earlier_ones_about_a_name_like_this_to_who_is_named_for_both) {
    const auto earlier = other_case("Catherine Marsh", "D 12");
    name(other_case("Peter Hollis", "D 13"));
    auto officer = visitor(officer_, "designated_officer");
    EXPECT_THAT(officer.get("/adult_cases/{id}", of(case_)), AllOf(Not(HasSubstr("D 12")), Not(HasSubstr("D 13"))));
    name(earlier);
    EXPECT_THAT(officer.get("/adult_cases/{id}", of(case_)), AllOf(HasSubstr("D 12"), Not(HasSubstr("D 13"))));
}

TEST_F(AnAdultCase, asks_for_its_outcome_with_the_day_of_its_end_and_the_other_way_round) {
    const std::string form =
        "reference=D+41&name=Marsh&work=school&came_on-day=30&came_on-month=3&came_on-year=2026&told_by=The+head&alleged=Shouted";
    auto officer = visitor(officer_, "designated_officer");
    EXPECT_THAT(officer.post("/adult_cases/{id}/change", of(case_), VisitorForTests::form_from(1, form + "&outcome=unfounded")),
                HasSubstr("Concluded on"));
    EXPECT_THAT(
        officer.post("/adult_cases/{id}/change", of(case_),
                     VisitorForTests::form_from(1, form + "&concluded_on-day=1&concluded_on-month=4&concluded_on-year=2026")),
        HasSubstr("error"));
    EXPECT_THAT(officer.post("/adult_cases/{id}/change", of(case_),
                             VisitorForTests::form_from(
                                 1, form + "&outcome=unfounded&concluded_on-day=1&concluded_on-month=4&concluded_on-year=2026")),
                HasSubstr("went to"));
}

TEST_F(AnAdultCase, leaves_a_name_that_was_once_written_beside_an_allegation_to_whoever_wrote_it) {
    AccusedAdult adult;
    adult.recorded_on = day("2026-04-01");
    adult.name = "Katherine Marsh";
    const auto item = council_.add({child_}, adult);
    EXPECT_THAT(visitor(officer_, "social_worker").get("/items/{id}", of(item)), HasSubstr("Katherine Marsh"));
    for (const std::string_view role : {"social_worker", "team_manager", "service_manager", "director", "governance"}) {
        EXPECT_THAT(visitor(add_worker(role), role).get("/items/{id}", of(item)), HasSubstr("There is no such record")) << role;
    }
}

}  // namespace
}  // namespace steadfast::practice
