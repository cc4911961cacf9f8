#include "record/access/access_retention.hpp"

#include "record/access/access_seal.hpp"
#include "record/items.hpp"
#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Instant at(std::string_view text) { return Instant::parse_iso(text).value(); }

/// A log with a line in the first hours of 2020, one at the end of 2023 and one today, each hour sealed.
class AccessRetentionTest : public testing::Test {
protected:
    AccessRetentionTest() {
        log_line(at("2020-01-05T08:10:00Z"));
        seal("2020-01-05T09:00:00Z");
        log_line(at("2020-01-05T09:10:00Z"));
        log_line(at("2020-01-05T09:50:00Z"));
        seal("2020-01-05T10:00:00Z");
        log_line(at("2023-12-31T23:30:00Z"));
        seal("2024-01-01T00:00:00Z");
        council_.put_clock("2026-03-31");
    }
    static Catalogue catalogue() {
        Catalogue all;
        add_items(all);
        return all;
    }
    void log_line(Instant when) {
        ledger::AccessLine line;
        line.at = when;
        line.who = council_.worker();
        line.what = "child's page";
        line.children = {child_};
        ASSERT_TRUE(store().append_access({&line, 1}));
    }
    void seal(std::string_view up_to) { ASSERT_TRUE(seal_access_log(council_.record(), at(up_to), council_.worker())); }
    void keep(std::int32_t years) { ASSERT_TRUE(keep_access_log_for(council_.record(), years, "Retention schedule", council_.worker())); }
    Result<AccessLogStanding> remove() { return remove_old_access_lines(council_.record(), council_.now(), council_.worker()); }
    std::size_t lines() { return store().access_lines(child_, Instant(), council_.now(), 100)->size(); }
    SealedLog sealed() { return check_access_seals(store()).value(); }
    ledger::Store& store() { return council_.record().ledger().store(); }
    std::uint64_t head() { return council_.record().ledger().head().seq; }

    const Catalogue catalogue_ = catalogue();
    RecordForTests council_{catalogue_, "2024-01-01T09:00:00Z"};
    ledger::SubjectId child_ = ledger::SubjectId::random();
};

TEST_F(AccessRetentionTest, keeps_everything_until_somebody_says_otherwise) {
    EXPECT_EQ(access_log_standing(council_.record(), council_.now())->years, std::nullopt);
    const auto removed = remove();
    ASSERT_FALSE(removed);
    EXPECT_EQ(removed.error().kind, Refusal::Kind::not_allowed);
    EXPECT_EQ(lines(), 4u);
}

TEST_F(AccessRetentionTest, removes_whole_sealed_hours_that_are_older_and_says_so_for_ever) {
    keep(5);
    const auto removed = remove();
    ASSERT_TRUE(removed) << removed.error().whole();
    EXPECT_EQ(removed->lines_that_may_go, 3u);
    EXPECT_EQ(removed->may_go_before, at("2020-01-05T10:00:00Z"));
    EXPECT_EQ(lines(), 1u);
    EXPECT_THAT(sealed().broken, IsEmpty());
    EXPECT_THAT(sealed().removed, ElementsAre(HasSubstr("before 2020-01-05T10:00:00.000000Z was removed lawfully")));
}

TEST_F(AccessRetentionTest, leaves_an_hour_that_is_not_older_as_a_whole) {
    // Kept for five years and 2025-01-05 is today: what was written on the day itself may not go yet.
    council_.put_clock("2025-01-05");
    keep(5);
    EXPECT_EQ(remove()->may_go_before, std::nullopt);
    EXPECT_EQ(lines(), 4u);
    council_.put_clock("2025-01-06");
    EXPECT_EQ(remove()->lines_that_may_go, 3u);
}

TEST_F(AccessRetentionTest, leaves_what_was_never_sealed) {
    log_line(at("2024-01-01T00:30:00Z"));
    council_.put_clock("2040-01-01");
    keep(1);
    EXPECT_EQ(remove()->lines_that_may_go, 4u);
    EXPECT_EQ(lines(), 1u);
}

TEST_F(AccessRetentionTest, writes_nothing_where_nothing_is_left_to_remove) {
    keep(5);
    ASSERT_TRUE(remove());
    const auto before = head();
    EXPECT_EQ(remove()->may_go_before, std::nullopt);
    EXPECT_EQ(head(), before);
}

TEST_F(AccessRetentionTest, finds_a_deletion_that_nobody_wrote_down) {
    ASSERT_TRUE(store().remove_access(at("2020-01-05T10:00:00Z")));
    EXPECT_THAT(sealed().broken, ElementsAre(HasSubstr("it had 1 lines and has 0"), HasSubstr("it had 2 lines and has 0")));
    EXPECT_THAT(sealed().removed, IsEmpty());
}

TEST_F(AccessRetentionTest, finds_a_deletion_beyond_what_was_removed_lawfully) {
    keep(5);
    ASSERT_TRUE(remove());
    ASSERT_TRUE(store().remove_access(at("2024-01-01T00:00:00Z")));
    EXPECT_THAT(sealed().broken, ElementsAre(HasSubstr("it had 1 lines and has 0")));
}

TEST_F(AccessRetentionTest, notices_lines_that_a_cut_removal_left_and_finishes_it_when_asked_again) {
    keep(5);
    ASSERT_TRUE(remove());
    log_line(at("2020-01-05T08:10:00Z"));
    EXPECT_THAT(sealed().broken, ElementsAre(HasSubstr("was to be removed, and 1 lines of it are there")));
    ASSERT_TRUE(remove());
    EXPECT_THAT(sealed().broken, IsEmpty());
}

TEST_F(AccessRetentionTest, remembers_that_a_seal_did_not_hold_when_its_lines_went) {
    log_line(at("2020-01-05T08:20:00Z"));   // Put in after the seal.
    keep(5);
    ASSERT_TRUE(remove());
    EXPECT_THAT(sealed().removed, ElementsAre(HasSubstr("1 of their seals did not hold")));
}

TEST_F(AccessRetentionTest, finds_a_removal_of_lines_that_were_younger_than_it_claims) {
    const AccessRemoval claimed{"2024-01-01T00:00:00.000000Z", 4, 5, 0};
    council_.add({}, claimed);
    ASSERT_TRUE(store().remove_access(at("2024-01-01T00:00:00Z")));
    EXPECT_THAT(sealed().broken, ElementsAre(HasSubstr("younger than the 5 years that it names")));
}

TEST_F(AccessRetentionTest, is_a_number_of_whole_years_and_a_new_version_each_time) {
    for (const std::int32_t wrong : {0, -1, 201}) EXPECT_FALSE(keep_access_log_for(council_.record(), wrong, "", council_.worker())) << wrong;
    keep(5);
    keep(80);
    EXPECT_EQ(access_log_standing(council_.record(), council_.now())->years, 80);
    ASSERT_TRUE(keep_access_log_for(council_.record(), std::nullopt, "For ever after all", council_.worker()));
    EXPECT_EQ(access_log_standing(council_.record(), council_.now())->years, std::nullopt);
    EXPECT_EQ(council_.record().book()->table<AccessRetention>()->size(), 1u);
}

}  // namespace
}  // namespace steadfast::record
