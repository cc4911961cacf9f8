#pragma once

#include "practice/missing/interviews.hpp"
#include "record/pages/site.hpp"
#include "record/workers/colleagues.hpp"
#include "web/form.hpp"

namespace steadfast::practice {

/// One episode as it is read: what is to be done first, then what is known.
struct EpisodeShown {
    const record::pages::Visit& visit;
    const EpisodeSeen& episode;
    MissingEpisode whole;                        ///< With its long texts.
    InterviewStanding interview;
    std::vector<EpisodeSeen> together;           ///< Of children who were reported with this one, as far as the viewer may see them.
    std::string repeats;
    bool may_record = false;
    std::string owed_by;                         ///< The name of whoever owes the interview; empty where nobody does.
    std::vector<record::Colleague> colleagues;
    std::string led_to;                          ///< What the interview changed, in words with the plan's.
    std::optional<web::Link> led_to_link;
    web::Fields typed;
    web::FieldErrors errors;
};
[[nodiscard]] web::Html episode_view(const EpisodeShown& shown);

/// Whom somebody can be told to be told of a missing child: the field that holds when, and the words of the tick box.
struct WhoIsTold {
    std::string_view field;
    std::string_view words;
};
[[nodiscard]] const std::vector<WhoIsTold>& who_is_told();

}  // namespace steadfast::practice
