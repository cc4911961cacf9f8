#include "practice/missing/missing_episode.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(MissingEpisode, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<MissingEpisode>(); }

TEST(MissingEpisode, tells_when_and_what_in_one_line) {
    MissingEpisode missing;
    missing.kind.code = "M";
    missing.from = Date::of(2024, 4, 8);
    missing.found = Date::of(2024, 4, 9);
    const record::Values values = type_of<MissingEpisode>().values_of(missing);
    EXPECT_EQ(type_of<MissingEpisode>().happened(values).text(), "2024-04-08/2024-04-09");
    EXPECT_EQ(type_of<MissingEpisode>().summary(values), "Missing; Found or came back: Tue 9 April 2024");
}

}  // namespace
}  // namespace steadfast::practice
