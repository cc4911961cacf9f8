#include "practice/looked_after/looked_after_episode.hpp"

using steadfast::practice::LookedAfterEpisode;

namespace steadfast::record {

template <>
const ItemType& type_of<LookedAfterEpisode>() {
    // The day it began is the whole key. No child can begin two episodes on one day, and why an episode began is
    // often corrected afterwards: with it in the key, each correction would look like one episode gone and another new.
    static const ItemType type(
        {.key = "looked_after_episode",
         .name = "Looked-after episode",
         .plural = "Looked-after episodes",
         .happened = "began",
         .ended = "ended",
         .summary = {"placement", "provider", "legal_status"}},
        {
            field<&LookedAfterEpisode::began>("began", "Began").natural_key().from("ssda903", "episodes", "DECOM"),
            field<&LookedAfterEpisode::why_it_began>("why_it_began", "Why it began").from("ssda903", "episodes", "RNE"),
            field<&LookedAfterEpisode::legal_status>("legal_status", "Legal status").from("ssda903", "episodes", "LS"),
            field<&LookedAfterEpisode::need>("need", "Category of need").from("ssda903", "episodes", "CIN"),
            // The XML form of the return says PL for what the tables call PLACE.
            field<&LookedAfterEpisode::placement>("placement", "Placement")
                .from("ssda903", "episodes", "PLACE")
                .from("ssda903", "episodes", "PL"),
            field<&LookedAfterEpisode::provider>("provider", "Who provides the placement")
                .from("ssda903", "episodes", "PLACE_PROVIDER"),
            field<&LookedAfterEpisode::ended>("ended", "Ended").from("ssda903", "episodes", "DEC"),
            field<&LookedAfterEpisode::why_it_ended>("why_it_ended", "Why it ended").from("ssda903", "episodes", "REC"),
            field<&LookedAfterEpisode::why_the_placement_changed>("why_the_placement_changed", "Why the placement changed")
                .from("ssda903", "episodes", "REASON_PLACE_CHANGE"),
            field<&LookedAfterEpisode::home_postcode>("home_postcode", "Postcode of home")
                .from("ssda903", "episodes", "HOME_POST"),
            field<&LookedAfterEpisode::placement_postcode>("placement_postcode", "Postcode of the placement")
                .from("ssda903", "episodes", "PL_POST"),
            field<&LookedAfterEpisode::ofsted_number>("ofsted_number", "Ofsted's number of the home or agency")
                .from("ssda903", "episodes", "URN"),
        });
    return type;
}

}  // namespace steadfast::record
