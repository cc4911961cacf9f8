#include "practice/allocation/social_worker_episode.hpp"

using steadfast::practice::SocialWorkerEpisode;

namespace steadfast::record {

template <>
const ItemType& type_of<SocialWorkerEpisode>() {
    // A child may be handed over twice in one day, so the worker is part of the key.
    static const ItemType type(
        {.key = "social_worker_episode",
         .name = "Social worker",
         .plural = "Social workers",
         .happened = "began",
         .ended = "ended",
         .summary = {"registration", "why_it_changed"}},
        {
            field<&SocialWorkerEpisode::registration>("registration", "Social worker's registration")
                .natural_key()
                .from("ssda903", "social_worker", "SW_ID"),
            field<&SocialWorkerEpisode::began>("began", "Became responsible")
                .natural_key()
                .from("ssda903", "social_worker", "SW_DECOM"),
            field<&SocialWorkerEpisode::ended>("ended", "Stopped being responsible").from("ssda903", "social_worker", "SW_DEC"),
            field<&SocialWorkerEpisode::why_it_changed>("why_it_changed", "Why the social worker changed")
                .from("ssda903", "social_worker", "SW_REASON"),
        });
    return type;
}

}  // namespace steadfast::record
