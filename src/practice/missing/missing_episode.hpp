#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

/// How great the danger to a missing child is, as the police and the council see it. Our own words for the police's four levels.
extern const law::CodeSet missing_risk;

/// A time in which a child was missing, or a looked-after child was away without authorisation. One child's: brothers who go together come
/// back apart, so each has an episode of their own, and `together` says that they went as one.
///
/// The return knows two days, `from` and `found`, and they rule. The minute of each stands beside it, and counts while it is of that day.
struct MissingEpisode {
    record::Coded<law::missing_type> kind;
    std::optional<Date> from;
    std::optional<Date> found;   ///< None while the child is still away.
    When went_at;                         ///< With the minute, where that is known.
    std::optional<bool> is_start_unsure;  ///< Nobody knows when they went: `from` is when they were first known to be gone.
    When found_at;
    When reported_at;
    std::string reported_by;
    When police_told_at;
    std::string police_reference;
    record::Coded<missing_risk> risk;
    record::Narrative risk_because;
    std::string last_seen_where;
    std::string who_with;                 ///< Names, with commas between: patterns are counted by them.
    record::Narrative different_this_time;
    When parent_told_at;
    When carer_told_at;
    When authority_told_at;               ///< The authority that placed the child here.
    When night_team_told_at;
    record::Link<MissingEpisode> together;   ///< The episode that was reported with it, of another child.
    std::string found_where;
    record::Narrative found_how;
    std::optional<bool> is_followed_up;   ///< Somebody here said that the child is back, so a return interview is owed.
    record::Link<record::Worker> interview_by;   ///< Who owes it.

    [[nodiscard]] bool is_open() const { return !found && !found_at.is_known(); }
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::MissingEpisode>();
