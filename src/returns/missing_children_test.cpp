#include "practice/missing/missing_episode.hpp"
#include "returns/council_under_test.hpp"

namespace steadfast::returns {
namespace {

using practice::MissingEpisode;

const std::string header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,2,27/03/2012,WROM,,,\n";
const std::string missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";

/// What practice records of a missing child, and the return's two days of the same.
class MissingInAReturn : public CouncilUnderTest {
protected:
    static When at(std::string_view minute) { return When::parse(minute).value(); }
};

TEST_F(MissingInAReturn, is_the_episode_that_practice_reported_and_keeps_what_only_practice_knows) {
    ASSERT_TRUE(bring_in_903({{"header.csv", header}}));
    const auto child = record_->book()->subjects(only<record::Person>()).front();
    MissingEpisode reported;
    reported.kind.code = "M";
    reported.from = Date::of(2025, 2, 14);
    reported.went_at = at("2025-02-14T19:20+00:00");
    reported.found = Date::of(2025, 2, 15);
    reported.found_at = at("2025-02-15T06:05+00:00");
    reported.risk.code = "high";
    reported.is_followed_up = true;
    auto change = record::change_of(reported, ledger::ItemId::random(), 0, {child}, worker_);
    change.key = ledger::IdempotencyKey::random();
    ASSERT_TRUE(record_->ledger().save_and_wait({std::move(change)}));

    ASSERT_TRUE(bring_in_903({{"missing.csv", missing + "7,27/03/2012,M,14/02/2025,15/02/2025\n"}}));
    ASSERT_EQ(items<MissingEpisode>().size(), 1U) << "one time away, however often it is told";
    EXPECT_EQ(items<MissingEpisode>().front().risk.code, "high");
    EXPECT_EQ(items<MissingEpisode>().front().found_at, at("2025-02-15T06:05+00:00"));
    EXPECT_EQ(items<MissingEpisode>().front().is_followed_up, true);
}

TEST_F(MissingInAReturn, goes_on_from_what_was_said_of_an_imported_row_and_asks_before_it_undoes_the_day_of_a_press) {
    ASSERT_TRUE(bring_in_903({{"header.csv", header}, {"missing.csv", missing + "7,27/03/2012,M,30/03/2025,\n"}}));
    const auto row = only<MissingEpisode>();
    auto episode = items<MissingEpisode>().front();
    EXPECT_TRUE(episode.is_open());
    EXPECT_FALSE(episode.is_followed_up) << "a row alone owes no interview";
    episode.found = Date::of(2025, 4, 2);
    episode.found_at = at("2025-04-02T08:00+01:00");
    episode.is_followed_up = true;
    edit(row, episode);
    ASSERT_TRUE(bring_in_903({{"header.csv", header}, {"missing.csv", missing + "7,27/03/2012,M,30/03/2025,01/04/2025\n"}}));
    ASSERT_EQ(items<MissingEpisode>().size(), 1U);
    EXPECT_EQ(items<MissingEpisode>().front().found, Date::of(2025, 4, 2)) << "a person is asked first";
    EXPECT_EQ(items<MissingEpisode>().front().found_at, at("2025-04-02T08:00+01:00"));
}

}  // namespace
}  // namespace steadfast::returns
