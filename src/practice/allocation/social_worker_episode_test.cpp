#include "practice/allocation/social_worker_episode.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(SocialWorkerEpisode, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<SocialWorkerEpisode>(); }

TEST(SocialWorkerEpisode, tells_when_and_what_in_one_line) {
    SocialWorkerEpisode worker;
    worker.registration = "SW12345";
    worker.began = Date::of(2024, 4, 8);
    worker.why_it_changed.code = "LEFTRL";
    const record::Values values = type_of<SocialWorkerEpisode>().values_of(worker);
    EXPECT_EQ(type_of<SocialWorkerEpisode>().happened(values).text(), "2024-04-08");
    EXPECT_EQ(type_of<SocialWorkerEpisode>().summary(values), "SW12345; Social worker left the post");
}

}  // namespace
}  // namespace steadfast::practice
