#include "practice/missing/missing_episode.hpp"

using steadfast::practice::MissingEpisode;

namespace steadfast::record {

template <>
const ItemType& type_of<MissingEpisode>() {
    // Missing or away is a judgement that is corrected later, so it is no part of the key.
    static const ItemType type(
        {.key = "missing_episode",
         .name = "Missing episode",
         .plural = "Missing episodes",
         .happened = "from",
         .ended = "found",
         .summary = {"kind", "found"}},
        {
            field<&MissingEpisode::kind>("kind", "Missing or away").from("ssda903", "missing", "MISSING"),
            field<&MissingEpisode::from>("from", "Went").natural_key().from("ssda903", "missing", "MIS_START"),
            field<&MissingEpisode::found>("found", "Found or came back").from("ssda903", "missing", "MIS_END"),
        });
    return type;
}

}  // namespace steadfast::record
