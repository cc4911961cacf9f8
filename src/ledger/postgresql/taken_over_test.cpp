#include "ledger/ledger.hpp"
#include "ledger/postgresql/testing.hpp"
#include "ledger/stores_under_test.hpp"

#include <gmock/gmock.h>

#include <future>
#include <thread>

namespace steadfast::ledger::postgresql {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

class TakenOver : public DatabaseTest {
protected:
    static Result<void> look(Ledger& ledger) {
        std::promise<Result<void>> answer;
        ledger.look([&](Result<void> looked) { answer.set_value(std::move(looked)); });
        return answer.get_future().get();
    }

    const SystemClock clock_;
};

TEST_F(TakenOver, lets_the_next_writer_wait_for_the_lock_for_as_long_as_it_wants) {
    auto first = open();
    int asked = 0;
    const auto gave_up = open_postgresql_store(address(), Mode::write, {.may_wait = [&] { return ++asked < 5; }});
    ASSERT_FALSE(gave_up);
    EXPECT_EQ(gave_up.error().kind, Refusal::Kind::clash);
    EXPECT_EQ(asked, 5);

    std::atomic<bool> waits = false;
    auto next = std::async(std::launch::async, [&] {
        return open_postgresql_store(address(), Mode::write, {.may_wait = [&] { return waits = true; }});
    });
    while (!waits) std::this_thread::sleep_for(1ms);
    EXPECT_EQ(next.wait_for(300ms), std::future_status::timeout);
    first.reset();
    ASSERT_EQ(next.wait_for(2s), std::future_status::ready);
    EXPECT_TRUE(next.get());
}

TEST_F(TakenOver, tells_the_writer_before_that_it_is_one_no_longer) {
    auto stale = open();
    ASSERT_TRUE(stale->put(Shelf::sessions, {"one", "signed in", {}}));
    EXPECT_TRUE(stale->hold_lock());
    cut_every_connection();
    EXPECT_TRUE(stale->hold_lock()) << "nobody else wants it";
    cut_every_connection();
    auto next = open();
    ASSERT_TRUE(next->remove(Shelf::sessions, "one"));

    EXPECT_EQ(stale->hold_lock().error().kind, Refusal::Kind::clash);
    EXPECT_FALSE(stale->put(Shelf::sessions, {"one", "signed in", {}})) << "what the next one removed stays away";
    EXPECT_FALSE(stale->keep_signed_head({}));
    EXPECT_TRUE(next->all(Shelf::sessions)->empty());
    EXPECT_TRUE(next->hold_lock());
}

TEST_F(TakenOver, refuses_what_the_writer_before_still_wants_to_save_even_when_the_lock_is_free_again) {
    auto stale = open();
    const auto entries = chain(2);
    ASSERT_TRUE(stale->append(std::span(entries).first(1), {}));
    cut_every_connection();
    auto next = open();
    const auto others = chain(1, {1, entries[0].hash});
    ASSERT_TRUE(next->append(others, {}));
    next.reset();

    // It gets the lock again, but the chain does not end where it believes.
    const auto refused = stale->append(std::span(entries).subspan(1, 1), {});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().says, HasSubstr("Something else has written to the record"));
    EXPECT_EQ(stale->head()->hash, others[0].hash);
}

TEST_F(TakenOver, lets_a_ledger_that_writes_again_catch_up_with_what_it_missed) {
    std::size_t heard = 0;
    Ledger stale(open(), clock_);
    stale.listen([&](std::span<const Entry> group) { heard += group.size(); });
    ASSERT_TRUE(stale.save_and_wait({a_visit()}));
    ASSERT_TRUE(look(stale));
    cut_every_connection();
    {
        Ledger next(open(), clock_);
        ASSERT_TRUE(next.save_and_wait({a_visit()}));
        ASSERT_TRUE(next.save_and_wait({a_visit()}));
        const auto paused = stale.save_and_wait({a_visit()});
        ASSERT_FALSE(paused);
        EXPECT_EQ(paused.error().kind, Refusal::Kind::unavailable);
        EXPECT_EQ(look(stale).error().kind, Refusal::Kind::clash);
        EXPECT_EQ(heard, 1U);
    }
    ASSERT_TRUE(look(stale));
    EXPECT_EQ(heard, 3U);
    EXPECT_EQ(stale.head().seq, 3U);
    EXPECT_EQ(stale.save_and_wait({a_visit()})->front().seq, 4U);
}

}  // namespace
}  // namespace steadfast::ledger::postgresql
