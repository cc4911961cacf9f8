#include "record/duty/duties.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/duty/performance.hpp"
#include "record/items.hpp"
#include "record/record_for_tests.hpp"
#include "record/workers/worker.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

using State = law::StepStanding::State;
using namespace law::literals;

/// Items of the test's own: a time in which a child is to be seen, a call at which they may be, and something promised.
struct Watch {
    std::optional<Date> began;
    std::optional<Date> ended;
    std::optional<bool> is_close;
};
struct Call {
    When made;
    Coded<law::missing_type> how;      // About each child.
};
struct Promise {
    std::optional<Date> given;
    std::optional<Date> by_day;
    std::optional<Date> kept_on;
    Link<Worker> owner;
};

const law::Timescale seen_often{.key = "seen_in_this_test",
                                .name = "Seen",
                                .says = "See the child every 10 working days",
                                .source = "these tests",
                                .steps = {law::every(10_working_days)},
                                .local_says = "See the child every {}"};
const law::Timescale promised{.key = "promised_in_this_test", .name = "Promise", .says = "Do what was promised", .source = "these tests",
                              .steps = {law::by_the_day_named()}};

}  // namespace

template <>
const ItemType& type_of<Watch>() {
    static const ItemType type({.key = "watch_of_this_test", .name = "Watch", .plural = "Watches", .happened = "began", .ended = "ended", .summary = {}},
                               {field<&Watch::began>("began", "Began"), field<&Watch::ended>("ended", "Ended"), field<&Watch::is_close>("is_close", "Close")});
    return type;
}
template <>
const ItemType& type_of<Call>() {
    static const ItemType type({.key = "call_of_this_test", .name = "Call", .plural = "Calls", .happened = "made", .ended = "", .summary = {}},
                               {field<&Call::made>("made", "Made"), field<&Call::how>("how", "How").about_each()});
    return type;
}
template <>
const ItemType& type_of<Promise>() {
    static const ItemType type({.key = "promise_of_this_test", .name = "Promise", .plural = "Promises", .happened = "given", .ended = "", .summary = {}},
                               {field<&Promise::given>("given", "Given"), field<&Promise::by_day>("by_day", "By"), field<&Promise::kept_on>("kept_on", "Kept"),
                                field<&Promise::owner>("owner", "Owner")});
    return type;
}

namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

const Catalogue& catalogue() {
    static const Catalogue all = [] {
        Catalogue catalogue;
        add_items(catalogue);
        catalogue.add(type_of<Watch>());
        catalogue.add(type_of<Call>());
        catalogue.add(type_of<Promise>());
        return catalogue;
    }();
    return all;
}

class WhatCounts : public testing::Test {
protected:
    WhatCounts()
        : slice_{.key = "watching",
                 .name = "Watching",
                 .items = {&type_of<Watch>(), &type_of<Call>(), &type_of<Promise>()},
                 .duties = {{.timescale = &seen_often,
                             .over = each(&Watch::began, &Watch::ended).only_where(&Watch::is_close),
                             .met_by = {any(&Call::made).where(&Call::how, {"M"})}},
                            {.timescale = &promised,
                             .over = each(&Promise::given),
                             .met_by = {its_own(&Promise::kept_on)},
                             .due_on = field_of(&Promise::by_day),
                             .owed_by = field_of(&Promise::owner)}}} {}

    std::vector<DutyStanding> ever(ledger::SubjectId child, std::string_view today) {
        return duties_ever_of(duties_, record_.seen(), record_.seen().child(child).value(), on(today));
    }
    void call(std::string_view made, std::vector<ledger::SubjectId> about, std::vector<std::string> how) {
        Call call{When::parse(made).value(), {}};
        Content content;
        content.values = type_of<Call>().values_of(call);
        for (const std::string& code : how) {
            call.how.code = code;
            content.about.push_back({.values = type_of<Call>().values_of(call)});
        }
        record_.save({change_of(type_of<Call>(), ledger::ItemId::random(), 0, std::move(about), content, record_.worker())});
    }
    void say(std::int32_t count, std::string_view unit, std::string_view from) {
        record_.add({}, LocalTimescale{"seen_in_this_test", on(from), count, {std::string(unit)}, {}});
    }

    Slice slice_;
    std::vector<const Slice*> slices_{&slice_};
    Duties duties_{slices_};
    RecordForTests record_{catalogue()};
    ledger::SubjectId amira_ = record_.add_child();
    ledger::SubjectId sam_ = record_.add_child();
};

TEST_F(WhatCounts, is_what_an_item_says_of_the_child_and_not_of_the_others) {
    record_.add({amira_, sam_}, Watch{on("2026-06-01"), {}, true});
    call("2026-06-08T10:00+01:00", {amira_, sam_}, {"M", "A"});
    EXPECT_EQ(ever(amira_, "2026-06-16").at(0).step.due, on("2026-06-22")) << "seen, so counted anew";
    EXPECT_EQ(ever(sam_, "2026-06-16").at(0).step.state, State::overdue);
    const auto whole = performance_of(*record_.record().book(), duties_.all()[0], on("2026-06-01"), on("2026-06-30"), on("2026-06-30")).whole;
    EXPECT_EQ(whole, (Tally{.in_time = 1, .overdue = 2})) << "as past performance sees it too";
}

TEST_F(WhatCounts, leaves_out_a_period_that_is_not_of_the_sort) {
    record_.add({amira_}, Watch{on("2026-06-01"), {}, {}});
    EXPECT_TRUE(ever(amira_, "2026-06-16").empty());
}

TEST_F(WhatCounts, for_a_promise_is_the_day_that_was_named_and_whose_it_is) {
    const auto dev = ledger::ItemId::random();
    record_.add({amira_}, Promise{on("2026-06-01"), on("2026-06-05"), {}, {dev}});
    const auto open = ever(amira_, "2026-06-08").at(0);
    EXPECT_EQ(open.step.state, State::overdue);
    EXPECT_EQ(open.owed_by, dev);
    EXPECT_EQ(open.words(on("2026-06-08")), "3 days overdue, was due Fri 5 June 2026");
    record_.add({amira_}, Promise{on("2026-06-01"), on("2026-06-05"), on("2026-06-05"), {}});
    const auto whole = performance_of(*record_.record().book(), duties_.all()[1], on("2026-06-01"), on("2026-06-30"), on("2026-06-30")).whole;
    EXPECT_EQ(whole, (Tally{.in_time = 1, .overdue = 1}));
}

TEST_F(WhatCounts, goes_by_the_councils_own_interval_from_the_day_that_it_says) {
    record_.add({amira_}, Watch{on("2026-06-01"), {}, true});
    EXPECT_EQ(ever(amira_, "2026-06-02").at(0).says(), "See the child every 10 working days");
    say(1, "weeks", "2026-06-01");
    const auto now = ever(amira_, "2026-06-02").at(0);
    EXPECT_EQ(now.says(), "See the child every week");
    EXPECT_EQ(now.step.due, on("2026-06-08"));
    say(4, "weeks", "2026-06-10");
    call("2026-06-08", {amira_}, {"M"});
    call("2026-06-12", {amira_}, {"M"});
    const auto steps = ever(amira_, "2026-06-15");
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps.at(0).step.due, on("2026-07-10")) << "the open one: counted from after the change";
    EXPECT_EQ(now.says(), "See the child every week") << "whoever reads an older version still can";
}

TEST_F(WhatCounts, is_the_same_over_a_year_at_once_and_day_by_day) {
    say(6, "weeks", "2026-01-01");
    say(1, "weeks", "2026-03-01");
    for (int nth = 0; nth < 60; ++nth) {
        const auto child = record_.add_child();
        const Date began = on("2025-12-01").plus_days(3 * nth);
        record_.add({child}, Watch{began, began.plus_days(nth % 7 * 5), true});
        if (nth % 3 == 0) call(began.plus_days(nth % 9).iso(), {child}, {"M"});
        record_.add({child}, Promise{began, began.plus_days(nth * 2), nth % 2 == 0 ? std::optional(began.plus_days(90)) : std::nullopt, {}});
    }
    const auto counted = [this](const BoundDuty& duty, Date from, Date to) {
        return performance_of(*record_.record().book(), duty, from, to, on("2027-01-01")).whole.all();
    };
    for (const BoundDuty& duty : duties_.all()) {
        std::size_t day_by_day = 0;
        for (Date day = on("2025-12-01"); day <= on("2026-11-30"); day = day.plus_days(1)) day_by_day += counted(duty, day, day);
        EXPECT_GT(day_by_day, 30U);
        EXPECT_EQ(counted(duty, on("2025-12-01"), on("2026-11-30")), day_by_day) << duty.duty->timescale->key;
    }
}

TEST_F(WhatCounts, takes_no_interval_that_is_none) {
    record_.add({amira_}, Watch{on("2026-06-01"), {}, true});
    say(0, "weeks", "2026-06-01");
    say(1, "fortnights", "2026-06-01");
    say(100'000, "months", "2026-06-01");
    EXPECT_EQ(ever(amira_, "2026-06-02").at(0).says(), "See the child every 10 working days");
}

TEST_F(WhatCounts, goes_by_the_later_word_where_a_council_said_two_things_for_one_day) {
    say(3, "weeks", "2026-06-01");
    say(2, "weeks", "2026-06-01");
    EXPECT_EQ(as_the_council_has_it(*record_.record().book(), seen_often).says, "See the child every 2 weeks");
    EXPECT_EQ(&as_the_council_has_it(*record_.record().book(), promised), &promised) << "nobody can change what the law fixes";
}

}  // namespace
}  // namespace steadfast::record
