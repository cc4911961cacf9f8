#pragma once

#include "practice/missing/episodes.hpp"

#include <array>
#include <string>
#include <vector>

namespace steadfast::practice {

/// Something that several times away have in common.
struct InCommon {
    std::string words;                 ///< As it was written the last time: "the skate park".
    std::size_t times = 0;
    std::optional<Date> last;          ///< The first day of the latest of them.
    std::vector<ledger::SubjectId> children;   ///< Whose times away these were.
};

/// The most frequent first. Capitals and spaces make no difference.
[[nodiscard]] std::vector<InCommon> by_place(const std::vector<EpisodeSeen>& episodes);    ///< Where they were last seen and where they were found.
[[nodiscard]] std::vector<InCommon> by_person(const std::vector<EpisodeSeen>& episodes);   ///< Whom they may have been with, names between commas.

/// When they went, by weekday (0 is Monday) and part of the day.
struct ByTime {
    static constexpr std::array<std::string_view, 4> parts{"Night, to 6:00", "Morning, to 12:00", "Afternoon, to 18:00", "Evening, to midnight"};
    std::array<std::array<std::size_t, parts.size()>, 7> times{};
    std::array<std::size_t, 7> at_unknown_time{};   ///< Of the weekday, with a time that nobody knows.
    std::size_t unknown = 0;                        ///< Not even the day.
};
[[nodiscard]] ByTime by_time(const std::vector<EpisodeSeen>& episodes);

/// Other children who were away for some of the same time, as far as the viewer may see them; `words` is the child's name.
[[nodiscard]] std::vector<InCommon> away_at_the_same_time(const record::SeenBook& book, const std::vector<EpisodeSeen>& episodes, Date today);

/// "11 times in all, 7 of them in the last 12 months, with 9 nights away."
[[nodiscard]] std::string in_a_line(const std::vector<EpisodeSeen>& episodes, Date today);

/// The sentence of each of some children who were missing as often as the council's rule says.
[[nodiscard]] std::vector<std::string> repeats_among(const record::SeenBook& book, const RepeatRule& rule, const std::vector<ledger::SubjectId>& children, Date today);

}  // namespace steadfast::practice
