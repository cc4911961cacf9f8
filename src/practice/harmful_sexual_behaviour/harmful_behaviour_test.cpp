#include "practice/harmful_sexual_behaviour/harmful_behaviour.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(HarmfulBehaviour, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<HarmfulBehaviour>(); }

TEST(HarmfulBehaviour, is_looked_at_again_by_the_day_that_was_named_until_it_ended) {
    record::RecordForTests record(catalogue_for_tests());
    const auto child = record.add_child();
    HarmfulBehaviour behaviour{.known_on = on("2026-02-02"), .look_again_by = on("2026-02-28")};
    const auto item = record.add({child}, behaviour);
    const auto state = [&](std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record.seen(), record.seen().child(child).value(), on(today));
        std::erase_if(all, [](const auto& one) { return one.duty->timescale->key != "harmful_behaviour_looked_at"; });
        return all.at(0).step.state;
    };
    EXPECT_EQ(state("2026-02-28"), State::due);
    EXPECT_EQ(state("2026-03-01"), State::overdue);
    behaviour.looked_again_on = on("2026-03-01");
    record.amend(item, {child}, behaviour);
    EXPECT_EQ(state("2026-03-02"), State::met_late);
    behaviour.looked_again_on = std::nullopt;
    behaviour.ended_on = on("2026-02-20");
    record.amend(item, {child}, behaviour);
    EXPECT_EQ(state("2026-03-02"), State::ended);
}

}  // namespace
}  // namespace steadfast::practice
