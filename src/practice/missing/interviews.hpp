#pragma once

#include "practice/missing/episodes.hpp"
#include "practice/missing/return_interview.hpp"
#include "record/duty/duties.hpp"

namespace steadfast::practice {

/// An offer of a return interview, and the item that holds it.
struct OfferSeen {
    ledger::ItemId id;
    InterviewOffer offer;
};

/// How the interview after one episode stands.
struct InterviewStanding {
    ledger::ItemId episode;
    std::vector<OfferSeen> offers;              ///< The latest first.
    std::optional<ledger::ItemId> held;         ///< The first that was held.
    ReturnInterview interview;                  ///< Without its long texts.
    std::optional<record::DutyStanding> duty;   ///< None where none is owed: the child is not back, or the record knows the episode from a return alone.

    [[nodiscard]] bool is_owed(Date today) const { return duty && duty->is_owed(today); }
    [[nodiscard]] bool is_late(Instant now) const;
    /// "held 3 March 2026, in time", "overdue since Tue 3 March 2026 at 14:10", "offered and refused 3 March 2026", "not owed: …".
    [[nodiscard]] std::string words(Instant now) const;
};

/// Of every episode of a child.
[[nodiscard]] std::vector<InterviewStanding> interviews_of(const record::Duties& duties, const record::SeenBook& book, const record::SeenChild& child, Date today);
/// Of one of them.
[[nodiscard]] InterviewStanding interview_after(const record::Duties& duties, const record::SeenBook& book, const EpisodeSeen& episode, Date today);

/// An episode after which an interview is still owed, and how it stands.
struct OwedInterview {
    EpisodeSeen episode;
    InterviewStanding standing;
};
/// All of them whom the viewer may see, the longest overdue first.
[[nodiscard]] std::vector<OwedInterview> owed_interviews(const record::Duties& duties, const record::SeenBook& book, Date today);

/// Who is to hold the interview with a child who has just been found: the child's worker; where there is none, whoever manages the team in
/// which the child waits; and otherwise whoever says that the child is back, since it must be somebody.
[[nodiscard]] ledger::WorkerId who_owes_the_interview(const record::SeenBook& book, const record::SeenChild& child, Date today);

}  // namespace steadfast::practice
