#pragma once

#include "record/book/book.hpp"
#include "record/teams/team.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace steadfast::record {

/// The teams as they stand on a day: which is part of which, and who is in them.
class TeamTree {
public:
    TeamTree(const Book& book, Date today);

    struct OneTeam {
        ledger::ItemId id;
        std::uint32_t version = 0;
        Team team;
        [[nodiscard]] bool is_open_on(Date day) const { return !team.closed || day < *team.closed; }
    };
    /// Open ones, in the order in which they were made.
    [[nodiscard]] const std::vector<OneTeam>& teams() const { return teams_; }
    /// Closed ones too.
    [[nodiscard]] const OneTeam* find(ledger::ItemId team) const;
    [[nodiscard]] std::string name_of(ledger::ItemId team) const;

    struct Member {
        ledger::ItemId membership;
        std::uint32_t version = 0;
        ledger::WorkerId worker;
        ledger::ItemId team;
        bool leads = false;
        std::optional<std::int32_t> capacity;
        TeamMembership whole;
    };
    /// Everybody who is in an open team on the day.
    [[nodiscard]] const std::vector<Member>& members() const { return members_; }
    [[nodiscard]] std::vector<Member> members_of(ledger::ItemId team) const;
    [[nodiscard]] std::vector<ledger::ItemId> teams_of(ledger::WorkerId worker) const;
    [[nodiscard]] std::vector<ledger::ItemId> led_by(ledger::WorkerId worker) const;
    /// Whether a team is another, or part of it, or of a part of it.
    [[nodiscard]] bool is_within(ledger::ItemId team, ledger::ItemId whole) const;

private:
    std::vector<OneTeam> teams_;
    std::vector<OneTeam> closed_;
    std::vector<Member> members_;
};

}  // namespace steadfast::record
