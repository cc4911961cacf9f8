#include "record/duty/duties.hpp"

#include "record/duty/performance.hpp"
#include "record/items.hpp"
#include "record/record_for_tests.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

using State = law::StepStanding::State;

/// Items of the test's own: a stay that is known to the minute, and a visit to it.
struct Stay {
    When began;
    std::optional<Date> ended;
    std::optional<bool> was_a_mistake;
};
struct Visit {
    Link<Stay> stay;
    When made;
    std::optional<Date> written_up;
};
struct Undeclared {
    std::optional<Date> day;
};

const law::Timescale visit_within_a_day{.key = "visit_to_a_stay",
                                        .says = "Visit within 1 working day",
                                        .source = "these tests",
                                        .steps = {law::within({1, law::TimeLimit::Unit::working_days})}};

}  // namespace

template <>
const ItemType& type_of<Stay>() {
    static const ItemType type(
        {.key = "stay", .name = "Stay", .plural = "Stays", .happened = "began", .ended = "ended", .summary = {}},
        {field<&Stay::began>("began", "Began"), field<&Stay::ended>("ended", "Ended"),
         field<&Stay::was_a_mistake>("was_a_mistake", "Was a mistake")});
    return type;
}

template <>
const ItemType& type_of<Visit>() {
    static const ItemType type(
        {.key = "visit", .name = "Visit", .plural = "Visits", .happened = "made", .ended = "", .summary = {}},
        {field<&Visit::stay>("stay", "Stay"), field<&Visit::made>("made", "Made"),
         field<&Visit::written_up>("written_up", "Written up")});
    return type;
}

template <>
const ItemType& type_of<Undeclared>() {
    static const ItemType type(
        {.key = "undeclared", .name = "Undeclared", .plural = "Undeclared", .happened = "", .ended = "", .summary = {}}, {});
    return type;
}

namespace {

constexpr PeriodName stays{"stays"};

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }
When at(std::string_view text) { return When::parse(text).value(); }

const Catalogue& catalogue() {
    static const Catalogue both = [] {
        Catalogue catalogue;
        add_items(catalogue);
        catalogue.add(type_of<Stay>());
        catalogue.add(type_of<Visit>());
        return catalogue;
    }();
    return both;
}

Slice slice_of_stays() {
    return {.key = "stays",
            .name = "Stays",
            .items = {&type_of<Stay>()},
            .periods = {each(&Stay::began, &Stay::ended).unless(&Stay::was_a_mistake).called(stays)}};
}

Slice slice_of_visits() {
    return {.key = "visits",
            .name = "Visits",
            .items = {&type_of<Visit>()},
            .duties = {{.timescale = &visit_within_a_day, .over = stays, .met_by = {any(&Visit::made)}}}};
}

class DutiesTest : public testing::Test {
protected:
    DutiesTest() : stays_(slice_of_stays()), visits_(slice_of_visits()) {}

    std::vector<DutyStanding> ever(std::string_view today) {
        return duties_ever_of(duties_, record_.seen(), record_.seen().child(child_).value(), on(today));
    }
    State state(std::string_view today) {
        const auto all = ever(today);
        EXPECT_EQ(all.size(), 1U);
        return all.at(0).step.state;
    }

    Slice stays_;
    Slice visits_;
    std::vector<const Slice*> slices_{&visits_, &stays_};
    Duties duties_{slices_};
    RecordForTests record_{catalogue()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(DutiesTest, go_by_the_day_on_the_clock_on_the_wall) {
    // Half past midnight on Friday in summer is still Thursday in UTC.
    record_.add({child_}, Stay{at("2026-06-05T00:30+01:00"), {}, {}});
    EXPECT_EQ(ever("2026-06-08").at(0).step.counted_from, on("2026-06-05"));
    EXPECT_EQ(ever("2026-06-08").at(0).step.due, on("2026-06-08"));
}

TEST_F(DutiesTest, take_the_long_night_of_october_for_one_day) {
    record_.add({child_}, Stay{at("2026-10-25T01:30+01:00"), {}, {}});
    record_.add({child_}, Visit{{}, at("2026-10-26T23:30+00:00"), {}});
    EXPECT_EQ(state("2026-10-27"), State::met_in_time) << "by midnight of the Monday";
}

TEST_F(DutiesTest, do_not_take_a_month_for_a_day) {
    record_.add({child_}, Stay{at("2026-06"), {}, {}});
    EXPECT_EQ(state("2026-08-01"), State::start_unknown);
}

TEST_F(DutiesTest, do_not_take_a_visit_of_an_unknown_day_for_one_in_time) {
    record_.add({child_}, Stay{at("2026-06-01"), {}, {}});
    record_.add({child_}, Visit{{}, at("2026-06"), {}});
    EXPECT_EQ(state("2026-08-01"), State::overdue);
}

TEST_F(DutiesTest, have_not_begun_before_their_day) {
    record_.add({child_}, Stay{at("2026-06-05"), {}, {}});
    EXPECT_TRUE(ever("2026-06-04").empty());
    EXPECT_EQ(ever("2026-06-05").size(), 1U);
}

TEST_F(DutiesTest, are_not_owed_in_a_period_that_is_left_out) {
    record_.add({child_}, Stay{at("2026-06-05"), {}, true});
    EXPECT_TRUE(ever("2026-06-08").empty());
    record_.add({child_}, Stay{at("2026-06-05"), {}, false});
    EXPECT_EQ(ever("2026-06-08").size(), 1U);
}

TEST_F(DutiesTest, of_a_row_that_its_return_no_longer_has_are_gone) {
    Content content;
    content.values = type_of<Stay>().values_of(Stay{at("2026-06-05"), {}, {}});
    const auto item = ledger::ItemId::random();
    record_.save({change_of(type_of<Stay>(), item, 0, {child_}, content, record_.worker())});
    EXPECT_EQ(ever("2026-06-08").size(), 1U);
    content.is_gone = true;
    record_.save({change_of(type_of<Stay>(), item, 1, {child_}, content, record_.worker())});
    EXPECT_TRUE(ever("2026-06-08").empty());
    EXPECT_EQ(performance_of(*record_.record().book(), duties_.all()[0], on("2026-06-01"), on("2026-06-30"), on("2026-07-01"))
                  .whole.all(),
              0U);
}

TEST_F(DutiesTest, of_two_records_that_were_merged_are_owed_once) {
    const auto twin = record_.add_child();
    record_.add({child_, twin}, Stay{at("2026-06-05"), {}, {}});
    const auto performance = [this] {
        return performance_of(*record_.record().book(), duties_.all()[0], on("2026-06-01"), on("2026-06-30"), on("2026-07-01"))
            .whole;
    };
    EXPECT_EQ(performance(), (Tally{.overdue = 2}));
    ledger::Change merge;
    merge.kind = ledger::Kind::merged;
    merge.item = ledger::ItemId::random();
    merge.type = "merge";
    merge.subjects = {child_, twin};
    merge.recorded_by = record_.worker();
    merge.shared.body = "{}";
    record_.save({merge});
    EXPECT_EQ(ever("2026-07-01").size(), 1U);
    EXPECT_EQ(performance(), (Tally{.overdue = 1}));
}

TEST_F(DutiesTest, do_not_say_that_what_an_import_brought_was_recorded_late) {
    record_.put_clock("2026-07-01");
    record_.add({child_}, Stay{at("2026-06-05"), {}, {}});
    const auto batch_item = ledger::ItemId::random();
    ledger::Change visit = change_of(Visit{{}, at("2026-06-08"), {}}, ledger::ItemId::random(), 0, {child_}, record_.worker());
    visit.batch = ledger::BatchId(batch_item.bytes());
    record_.save({visit});
    EXPECT_EQ(state("2026-07-02"), State::overdue) << "until the import is closed";
    ledger::Change close;
    close.kind = ledger::Kind::batch_closed;
    close.item = batch_item;
    close.type = "import";
    close.recorded_by = record_.worker();
    close.shared.body = "{}";
    record_.save({close});
    const auto imported = ever("2026-07-02").at(0);
    EXPECT_EQ(imported.step.state, State::met_in_time);
    EXPECT_EQ(imported.recorded, Recorded::not_known);

    record_.add({child_}, Stay{at("2026-06-10"), {}, {}});
    record_.add({child_}, Visit{{}, at("2026-06-11"), {}});
    const auto all = ever("2026-07-02");
    const auto written =
        std::ranges::find(all, on("2026-06-10"), [](const DutyStanding& standing) { return *standing.step.counted_from; });
    ASSERT_NE(written, all.end());
    EXPECT_EQ(written->recorded, Recorded::late) << "a worker's own save tells";
}

TEST_F(DutiesTest, over_a_period_that_no_slice_keeps_are_not_owed) {
    const std::vector<const Slice*> alone{&visits_};
    EXPECT_TRUE(Duties(alone).all().empty());
    EXPECT_TRUE(duties_.find("visit_to_a_stay"));
    EXPECT_FALSE(duties_.find("something_else"));
}

TEST_F(DutiesTest, that_contradict_each_other_are_a_fault_at_the_start) {
    const std::vector<const Slice*> twice_a_duty{&visits_, &stays_, &visits_};
    EXPECT_THROW(Duties{twice_a_duty}, std::logic_error);
    const std::vector<const Slice*> twice_a_period{&visits_, &stays_, &stays_};
    EXPECT_THROW(Duties{twice_a_period}, std::logic_error);
}

TEST(FieldOf, is_found_by_the_structs_own_member) {
    EXPECT_EQ(field_of(&Stay::began).declared().key, "began");
    EXPECT_EQ(field_of(&Stay::ended).declared().key, "ended");
    EXPECT_EQ(field_of(&Visit::stay).declared().key, "stay");
    EXPECT_EQ(field_of(&Visit::made).type, &type_of<Visit>());
    EXPECT_THROW((void)field_of(&Undeclared::day), std::logic_error);
}

}  // namespace
}  // namespace steadfast::record
