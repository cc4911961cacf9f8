#include "practice/looked_after/looked_after_episode.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(LookedAfterEpisode, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<LookedAfterEpisode>(); }

TEST(LookedAfterEpisode, tells_when_and_what_in_one_line) {
    LookedAfterEpisode episode;
    episode.began = Date::of(2024, 4, 8);
    episode.placement.code = "U6";
    episode.provider.code = "PR1";
    episode.legal_status.code = "V2";
    const record::Values values = type_of<LookedAfterEpisode>().values_of(episode);
    EXPECT_EQ(type_of<LookedAfterEpisode>().happened(values).text(), "2024-04-08");
    EXPECT_EQ(
        type_of<LookedAfterEpisode>().summary(values),
        "Fostered by others, neither long term nor for adoption; Own council, or the regional adoption agency it hosts; Single period of accommodation, section 20");
}

}  // namespace
}  // namespace steadfast::practice
