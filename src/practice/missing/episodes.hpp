#pragma once

#include "law/timescale.hpp"
#include "practice/missing/missing_episode.hpp"
#include "practice/missing/settings.hpp"
#include "record/access/seen_book.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::practice {

/// A missing episode as somebody may see it.
struct EpisodeSeen {
    ledger::ItemId id;
    std::uint32_t version = 0;
    MissingEpisode episode;      ///< Without its long texts.
    record::SeenChild child;
    record::Found found;
};

/// Refused as not found where there is none, or none of a child whom the viewer may see.
[[nodiscard]] Result<EpisodeSeen> episode_seen(const record::SeenBook& book, ledger::ItemId id);

/// Every child who is missing or away now, as far as the viewer may see: the greatest risk first, then whoever has been gone longest.
[[nodiscard]] std::vector<EpisodeSeen> missing_now(const record::SeenBook& book);

/// Of those who are missing and of whom the viewer may know no more than that a record exists: whom to ring, once for each child.
[[nodiscard]] std::vector<std::string> missing_and_restricted(const record::SeenBook& book);

/// Every episode of a child, the latest first.
[[nodiscard]] std::vector<EpisodeSeen> episodes_of(const record::SeenBook& book, const record::SeenChild& child);
[[nodiscard]] std::optional<EpisodeSeen> open_episode_of(const record::SeenBook& book, const record::SeenChild& child);

/// When they went, and when they came back: the day that the return counts, with the minute where that is of the same day.
[[nodiscard]] std::optional<law::Moment> went(const MissingEpisode& episode);
[[nodiscard]] std::optional<law::Moment> came_back(const MissingEpisode& episode);

/// "Tue 3 March 2026 at 14:10", "Tue 3 March 2026, time not known", "Not recorded".
[[nodiscard]] std::string in_words(const std::optional<law::Moment>& moment);
/// "Tue 14:10" of the last six days, "Tue 3 March 2026" of what is longer ago.
[[nodiscard]] std::string since_in_words(const MissingEpisode& episode, Date today);
/// How long they were away, or have been until now: "26 hours", "3 days", "less than a day", "not known how long".
[[nodiscard]] std::string how_long(const MissingEpisode& episode, Instant now);
/// Midnights away; none of an episode without a first day.
[[nodiscard]] int nights_away(const MissingEpisode& episode, Date today);

/// Whom we told last and when: "Police, Tue 3 March 2026 at 15:00". Empty where nobody was told.
[[nodiscard]] std::string last_told(const MissingEpisode& episode);

/// "Amira Khan was missing 4 times in the last 90 days. After 3 we hold a strategy discussion." Empty where it was less often.
[[nodiscard]] std::string repeats_in_words(const RepeatRule& rule, const std::vector<EpisodeSeen>& of_one_child, Date today);

/// "Missing", or "Away without authorisation".
[[nodiscard]] std::string kind_in_words(const MissingEpisode& episode);

}  // namespace steadfast::practice
