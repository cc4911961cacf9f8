#include "app/workers/second_factor.hpp"

#include "app/test/folder.hpp"
#include "web/sign_in/recovery_codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class TheSecondFactor : public testing::Test {
protected:
    std::vector<std::string> set_up() { return factors_.set_up(amira_, secret_, web::code_at(secret_, now_), now_).value(); }
    bool takes(const std::string& code) { return factors_.take(amira_, code, now_).has_value(); }
    void pass(std::int64_t seconds) { now_ = now_.plus_seconds(seconds); }

    TestFolder folder_;
    std::unique_ptr<ledger::Store> store_ = ledger::open_store(folder_.store_address(), ledger::Mode::write).value();
    web::Bytes32 key_ = web::random_bytes32();
    SecondFactors factors_{*store_, key_};
    ledger::WorkerId amira_ = ledger::WorkerId::random();
    web::OneTimeSecret secret_ = web::OneTimeSecret::random();
    Instant now_ = Instant::parse_iso("2026-03-31T09:00:00Z").value();
};

TEST_F(TheSecondFactor, is_not_there_until_a_code_shows_that_the_app_has_the_secret) {
    EXPECT_FALSE(factors_.standing(amira_).value());
    EXPECT_EQ(factors_.set_up(amira_, secret_, "000000", now_).error().kind, Refusal::Kind::invalid);
    EXPECT_FALSE(factors_.standing(amira_).value());
    EXPECT_EQ(set_up().size(), web::recovery_codes_at_once);
    ASSERT_TRUE(factors_.standing(amira_).value());
    EXPECT_EQ(factors_.standing(amira_).value()->recovery_codes_left, web::recovery_codes_at_once);
    EXPECT_EQ(factors_.standing(amira_).value()->since, now_);
}

TEST_F(TheSecondFactor, takes_each_code_once) {
    set_up();
    EXPECT_FALSE(takes(web::code_at(secret_, now_))) << "it was used to set the app up";
    pass(30);
    EXPECT_TRUE(takes(web::code_at(secret_, now_)));
    EXPECT_FALSE(takes(web::code_at(secret_, now_)));
    EXPECT_FALSE(takes(web::code_at(secret_, now_.plus_seconds(-30)))) << "nor one from before it";
    pass(30);
    EXPECT_TRUE(takes(web::code_at(secret_, now_)));
}

TEST_F(TheSecondFactor, takes_each_recovery_code_once) {
    const auto codes = set_up();
    EXPECT_TRUE(takes(codes[3]));
    EXPECT_FALSE(takes(codes[3]));
    EXPECT_TRUE(takes(codes[4]));
    EXPECT_EQ(factors_.standing(amira_).value()->recovery_codes_left, web::recovery_codes_at_once - 2);
    const auto fresh = factors_.renew_recovery_codes(amira_).value();
    EXPECT_FALSE(takes(codes[5]));
    EXPECT_TRUE(takes(fresh[5]));
}

TEST_F(TheSecondFactor, makes_a_guesser_wait_and_nobody_for_good) {
    set_up();
    for (int i = 0; i < SecondFactors::wrong_before_waiting; ++i) EXPECT_FALSE(takes("000000"));
    pass(60);
    const auto locked = factors_.take(amira_, web::code_at(secret_, now_), now_);
    ASSERT_FALSE(locked);
    EXPECT_EQ(locked.error().kind, Refusal::Kind::unavailable);
    EXPECT_THAT(locked.error().whole(), HasSubstr("Wait 14 minutes"));
    pass(SecondFactors::seconds_of_waiting);
    EXPECT_FALSE(takes("000000"));
    EXPECT_FALSE(takes(web::code_at(secret_, now_))) << "one more wrong one, and the wait begins again";
    pass(SecondFactors::seconds_of_waiting);
    EXPECT_TRUE(takes(web::code_at(secret_, now_)));
    pass(30);
    EXPECT_FALSE(takes("000000"));
    EXPECT_TRUE(takes(web::code_at(secret_, now_))) << "the count began anew";
}

TEST_F(TheSecondFactor, lies_in_the_store_as_nothing_that_can_be_read) {
    set_up();
    const auto shelf = store_->all(ledger::Shelf::credentials).value();
    ASSERT_EQ(shelf.size(), 1u);
    EXPECT_THAT(shelf[0].bytes, Not(HasSubstr(secret_.letters())));
    SecondFactors elsewhere(*store_, web::random_bytes32());
    const auto unread = elsewhere.take(amira_, web::code_at(secret_, now_), now_);
    ASSERT_FALSE(unread) << "a wrong key must not let anybody in without a code";
    EXPECT_EQ(unread.error().kind, Refusal::Kind::unavailable);
    EXPECT_FALSE(elsewhere.standing(amira_));
}

TEST_F(TheSecondFactor, can_be_taken_off_and_is_each_workers_own) {
    set_up();
    EXPECT_FALSE(factors_.standing(ledger::WorkerId::random()).value());
    ASSERT_TRUE(factors_.forget(amira_));
    EXPECT_FALSE(factors_.standing(amira_).value());
    EXPECT_FALSE(takes(web::code_at(secret_, now_.plus_seconds(30))));
}

}  // namespace
}  // namespace steadfast::app
