// Every duty on the days on which a clock goes wrong: before Good Friday, on a Saturday before a bank holiday, before Christmas, on 29 February, on a
// bank holiday at a month's end, on the day before a night with an hour too many or too few; and with its start put right afterwards. What each slice
// besides says of its own clock stands in its own tests.
#include "law/london.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/duty/duties.hpp"
#include "record/record_for_tests.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using law::TimeLimit;
using record::BoundDuty;
using record::Content;
using record::DutyStanding;
using record::FieldKind;
using record::FieldOf;
using record::Value;
using enum TimeLimit::Unit;

/// Worked out apart from this program, from the published list of bank holidays.
struct LastDay {
    TimeLimit limit;
    std::string_view start;
    std::string_view due;
};
constexpr LastDay last_days[] = {
    {{1, working_days}, "2026-04-02", "2026-04-07"},  {{1, working_days}, "2026-05-23", "2026-05-26"},
    {{1, working_days}, "2026-12-24", "2026-12-29"},  {{1, working_days}, "2028-02-29", "2028-03-01"},
    {{1, working_days}, "2026-08-31", "2026-09-01"},  {{1, working_days}, "2026-10-24", "2026-10-26"},
    {{2, working_days}, "2026-04-02", "2026-04-08"},  {{2, working_days}, "2026-05-23", "2026-05-27"},
    {{2, working_days}, "2026-12-24", "2026-12-30"},  {{2, working_days}, "2028-02-29", "2028-03-02"},
    {{2, working_days}, "2026-08-31", "2026-09-02"},  {{2, working_days}, "2026-10-24", "2026-10-27"},
    {{5, working_days}, "2026-04-02", "2026-04-13"},  {{5, working_days}, "2026-05-23", "2026-06-01"},
    {{5, working_days}, "2026-12-24", "2027-01-05"},  {{5, working_days}, "2028-02-29", "2028-03-07"},
    {{5, working_days}, "2026-08-31", "2026-09-07"},  {{5, working_days}, "2026-10-24", "2026-10-30"},
    {{7, working_days}, "2026-04-02", "2026-04-15"},  {{7, working_days}, "2026-05-23", "2026-06-03"},
    {{7, working_days}, "2026-12-24", "2027-01-07"},  {{7, working_days}, "2028-02-29", "2028-03-09"},
    {{7, working_days}, "2026-08-31", "2026-09-09"},  {{7, working_days}, "2026-10-24", "2026-11-03"},
    {{10, working_days}, "2026-04-02", "2026-04-20"}, {{10, working_days}, "2026-05-23", "2026-06-08"},
    {{10, working_days}, "2026-12-24", "2027-01-12"}, {{10, working_days}, "2028-02-29", "2028-03-14"},
    {{10, working_days}, "2026-08-31", "2026-09-14"}, {{10, working_days}, "2026-10-24", "2026-11-06"},
    {{15, working_days}, "2026-04-02", "2026-04-27"}, {{15, working_days}, "2026-05-23", "2026-06-15"},
    {{15, working_days}, "2026-12-24", "2027-01-19"}, {{15, working_days}, "2028-02-29", "2028-03-21"},
    {{15, working_days}, "2026-08-31", "2026-09-21"}, {{15, working_days}, "2026-10-24", "2026-11-13"},
    {{20, working_days}, "2026-04-02", "2026-05-05"}, {{20, working_days}, "2026-05-23", "2026-06-22"},
    {{20, working_days}, "2026-12-24", "2027-01-26"}, {{20, working_days}, "2028-02-29", "2028-03-28"},
    {{20, working_days}, "2026-08-31", "2026-09-28"}, {{20, working_days}, "2026-10-24", "2026-11-20"},
    {{25, working_days}, "2026-04-02", "2026-05-12"}, {{25, working_days}, "2026-05-23", "2026-06-29"},
    {{25, working_days}, "2026-12-24", "2027-02-02"}, {{25, working_days}, "2028-02-29", "2028-04-04"},
    {{25, working_days}, "2026-08-31", "2026-10-05"}, {{25, working_days}, "2026-10-24", "2026-11-27"},
    {{30, working_days}, "2026-04-02", "2026-05-19"}, {{30, working_days}, "2026-05-23", "2026-07-06"},
    {{30, working_days}, "2026-12-24", "2027-02-09"}, {{30, working_days}, "2028-02-29", "2028-04-11"},
    {{30, working_days}, "2026-08-31", "2026-10-12"}, {{30, working_days}, "2026-10-24", "2026-12-04"},
    {{42, working_days}, "2026-04-02", "2026-06-05"}, {{42, working_days}, "2026-05-23", "2026-07-22"},
    {{42, working_days}, "2026-12-24", "2027-02-25"}, {{42, working_days}, "2028-02-29", "2028-05-02"},
    {{42, working_days}, "2026-08-31", "2026-10-28"}, {{42, working_days}, "2026-10-24", "2026-12-22"},
    {{45, working_days}, "2026-04-02", "2026-06-10"}, {{45, working_days}, "2026-05-23", "2026-07-27"},
    {{45, working_days}, "2026-12-24", "2027-03-02"}, {{45, working_days}, "2028-02-29", "2028-05-05"},
    {{45, working_days}, "2026-08-31", "2026-11-02"}, {{45, working_days}, "2026-10-24", "2026-12-29"},
    {{65, working_days}, "2026-04-02", "2026-07-08"}, {{65, working_days}, "2026-05-23", "2026-08-24"},
    {{65, working_days}, "2026-12-24", "2027-04-01"}, {{65, working_days}, "2028-02-29", "2028-06-05"},
    {{65, working_days}, "2026-08-31", "2026-11-30"}, {{65, working_days}, "2026-10-24", "2027-01-27"},
    {{181, days}, "2026-04-02", "2026-09-30"},        {{181, days}, "2026-05-23", "2026-11-20"},
    {{181, days}, "2026-12-24", "2027-06-23"},        {{181, days}, "2028-02-29", "2028-08-28"},
    {{181, days}, "2026-08-31", "2027-02-28"},        {{181, days}, "2026-10-24", "2027-04-23"},
    {{4, weeks}, "2026-04-02", "2026-04-30"},         {{4, weeks}, "2026-05-23", "2026-06-20"},
    {{4, weeks}, "2026-12-24", "2027-01-21"},         {{4, weeks}, "2028-02-29", "2028-03-28"},
    {{4, weeks}, "2026-08-31", "2026-09-28"},         {{4, weeks}, "2026-10-24", "2026-11-21"},
    {{6, weeks}, "2026-04-02", "2026-05-14"},         {{6, weeks}, "2026-05-23", "2026-07-04"},
    {{6, weeks}, "2026-12-24", "2027-02-04"},         {{6, weeks}, "2028-02-29", "2028-04-11"},
    {{6, weeks}, "2026-08-31", "2026-10-12"},         {{6, weeks}, "2026-10-24", "2026-12-05"},
    {{12, weeks}, "2026-04-02", "2026-06-25"},        {{12, weeks}, "2026-05-23", "2026-08-15"},
    {{12, weeks}, "2026-12-24", "2027-03-18"},        {{12, weeks}, "2028-02-29", "2028-05-23"},
    {{12, weeks}, "2026-08-31", "2026-11-23"},        {{12, weeks}, "2026-10-24", "2027-01-16"},
    {{1, months}, "2026-04-02", "2026-05-02"},        {{1, months}, "2026-05-23", "2026-06-23"},
    {{1, months}, "2026-12-24", "2027-01-24"},        {{1, months}, "2028-02-29", "2028-03-29"},
    {{1, months}, "2026-08-31", "2026-09-30"},        {{1, months}, "2026-10-24", "2026-11-24"},
    {{3, months}, "2026-04-02", "2026-07-02"},        {{3, months}, "2026-05-23", "2026-08-23"},
    {{3, months}, "2026-12-24", "2027-03-24"},        {{3, months}, "2028-02-29", "2028-05-29"},
    {{3, months}, "2026-08-31", "2026-11-30"},        {{3, months}, "2026-10-24", "2027-01-24"},
    {{6, months}, "2026-04-02", "2026-10-02"},        {{6, months}, "2026-05-23", "2026-11-23"},
    {{6, months}, "2026-12-24", "2027-06-24"},        {{6, months}, "2028-02-29", "2028-08-29"},
    {{6, months}, "2026-08-31", "2027-02-28"},        {{6, months}, "2026-10-24", "2027-04-24"},
    {{24, hours}, "2026-04-02", "2026-04-03"},        {{24, hours}, "2026-05-23", "2026-05-24"},
    {{24, hours}, "2026-12-24", "2026-12-25"},        {{24, hours}, "2028-02-29", "2028-03-01"},
    {{24, hours}, "2026-08-31", "2026-09-01"},        {{24, hours}, "2026-10-24", "2026-10-25"},
    {{72, hours}, "2026-04-02", "2026-04-05"},        {{72, hours}, "2026-05-23", "2026-05-26"},
    {{72, hours}, "2026-12-24", "2026-12-27"},        {{72, hours}, "2028-02-29", "2028-03-03"},
    {{72, hours}, "2026-08-31", "2026-09-03"},        {{72, hours}, "2026-10-24", "2026-10-27"},
};

/// Days that somebody may name, whatever day of the week they are: nothing moves them.
constexpr std::string_view named_days[] = {"2026-05-25", "2028-02-29", "2026-10-25", "2027-01-02"};

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

/// An item that sets a duty's clock going, as little of it as does.
class Starter {
public:
    explicit Starter(const BoundDuty& bound) : bound_(bound), type_(*bound.period->began.type) {
        content_.values.resize(type_.fields().size());
        content_.about.emplace_back().values.resize(type_.fields().size());
        for (const record::Where& where : bound.period->only) make_true(where);
        if (bound.period->starts) make_true(*bound.period->starts);
    }

    void start(Value day) { set(bound_.period->began, std::move(day)); }
    void start_on(Date day) {
        start(bound_.period->began.declared().kind == FieldKind::when ? Value(When::day(day)) : Value(day));
    }
    void name(Date day) {
        set(*bound_.duty->due_on, bound_.duty->due_on->declared().kind == FieldKind::when ? Value(When::day(day)) : Value(day));
    }
    [[nodiscard]] bool knows_minutes() const { return bound_.period->began.declared().kind == FieldKind::when; }

    [[nodiscard]] ledger::Change change(std::uint32_t version, ledger::ItemId item, ledger::SubjectId child,
                                        ledger::WorkerId by) const {
        return record::change_of(type_, item, version, {child}, content_, by);
    }

private:
    void make_true(const record::Where& where) {
        const auto kind = where.field.declared().kind;
        if (where.codes.empty()) set(where.field, true);
        else if (kind == FieldKind::codes) set(where.field, std::vector<std::string>{std::string(where.codes.front())});
        else set(where.field, std::string(where.codes.front()));
    }
    void set(const FieldOf& field, Value value) {
        ASSERT_EQ(field.type, &type_) << "a clock starts by one item";
        (field.declared().is_about_each ? content_.about.front().values : content_.values)[field.position] = std::move(value);
    }

    const BoundDuty& bound_;
    const record::ItemType& type_;
    Content content_;
};

class BoundaryDays : public testing::TestWithParam<const BoundDuty*> {
protected:
    [[nodiscard]] const BoundDuty& bound() const { return *GetParam(); }
    [[nodiscard]] const law::Step& first_step() const { return *bound().duty->timescale->steps.at(1); }

    /// The first step as it stands on a day; none where the clock did not start.
    std::optional<law::StepStanding> standing(ledger::SubjectId child, Date today) {
        const record::SeenBook book = record_.seen();
        for (const DutyStanding& one : duties_ever_of(all_duties(), book, book.child(child).value(), today))
            if (one.duty == bound().duty && one.step.number == 1) return one.step;
        return std::nullopt;
    }
    void save(const Starter& starter, std::uint32_t version, ledger::ItemId item, ledger::SubjectId child) {
        record_.save({starter.change(version, item, child, record_.worker())});
    }

    record::RecordForTests record_{catalogue_for_tests(), "2028-12-29T09:00:00Z"};
};

class BoundaryDaysOfLimits : public BoundaryDays {};
class BoundaryDaysOfHours : public BoundaryDays {};
class BoundaryDaysThatSomebodyNamed : public BoundaryDays {};

TEST_P(BoundaryDaysOfLimits, are_counted_as_the_law_counts_them_and_anew_where_the_start_is_put_right) {
    const auto child = record_.add_child();
    const auto item = ledger::ItemId::random();
    std::uint32_t version = 0;
    for (const LastDay& row : last_days) {
        if (row.limit != first_step().limit) continue;
        Starter starter(bound());
        starter.start_on(on(row.start));
        save(starter, version++, item, child);  // From the second row on this puts the start of the same item right.
        const auto step = standing(child, on(row.start));
        ASSERT_TRUE(step) << "from " << row.start;
        EXPECT_EQ(step->due, on(row.due)) << first_step().limit.words() << " from " << row.start << " end on " << row.due;
        EXPECT_EQ(standing(child, on(row.due))->state, law::StepStanding::State::due) << "the last day is in time";
        EXPECT_EQ(standing(child, on(row.due).plus_days(1))->state, law::StepStanding::State::overdue);
    }
    EXPECT_GT(version, 1U) << "No row above is for " << first_step().limit.words()
                           << ": work its last days out, apart from this program, and add them.";
}

TEST_P(BoundaryDaysOfHours, run_through_the_nights_on_which_the_clock_changes) {
    Starter starter(bound());
    const auto child = record_.add_child();
    const auto item = ledger::ItemId::random();
    std::uint32_t version = 0;
    for (const std::string_view began : {"2026-03-28T23:30:00Z", "2026-10-24T22:30:00Z", "2028-02-28T23:30:00Z"}) {
        const Instant minute = Instant::parse_iso(began).value();
        starter.start(law::london_minute(minute));
        save(starter, version++, item, child);
        const auto step = standing(child, law::london_date(minute));
        ASSERT_TRUE(step) << "from " << began;
        const Instant ends = minute.plus_seconds(std::int64_t{first_step().limit.count} * 3600);
        EXPECT_EQ(step->due_at, ends) << "hours of the clock in Greenwich, whatever the one on the wall did, from " << began;
        EXPECT_EQ(step->due, law::london_date(ends)) << "from " << began;
    }
}

TEST_P(BoundaryDaysThatSomebodyNamed, stay_where_they_are) {
    const auto child = record_.add_child();
    const auto item = ledger::ItemId::random();
    std::uint32_t version = 0;
    for (const std::string_view named : named_days) {
        Starter starter(bound());
        starter.start_on(on("2026-03-02"));
        starter.name(on(named));
        save(starter, version++, item, child);
        const auto step = standing(child, on("2026-03-02"));
        ASSERT_TRUE(step) << named;
        EXPECT_EQ(step->due, on(named));
        EXPECT_EQ(standing(child, on(named).plus_days(1))->state, law::StepStanding::State::overdue);
    }
}

std::vector<const BoundDuty*> duties_that(bool (*fit)(const BoundDuty&)) {
    std::vector<const BoundDuty*> some;
    for (const BoundDuty& bound : all_duties().all())
        if (fit(bound)) some.push_back(&bound);
    return some;
}
bool has_a_limit(const BoundDuty& bound) { return !bound.duty->timescale->steps.at(1)->is_on_a_named_day; }
bool runs_by_the_minute(const BoundDuty& bound) {
    return has_a_limit(bound) && bound.duty->timescale->steps.at(1)->limit.unit == hours && Starter(bound).knows_minutes();
}
bool is_named(const BoundDuty& bound) { return !has_a_limit(bound); }

const auto by_key = [](const auto& one) { return std::string(one.param->duty->timescale->key); };
INSTANTIATE_TEST_SUITE_P(OfEveryDuty, BoundaryDaysOfLimits, testing::ValuesIn(duties_that(has_a_limit)), by_key);
INSTANTIATE_TEST_SUITE_P(OfEveryDuty, BoundaryDaysOfHours, testing::ValuesIn(duties_that(runs_by_the_minute)), by_key);
INSTANTIATE_TEST_SUITE_P(OfEveryDuty, BoundaryDaysThatSomebodyNamed, testing::ValuesIn(duties_that(is_named)), by_key);

}  // namespace
}  // namespace steadfast::practice
