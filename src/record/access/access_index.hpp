#pragma once

#include "record/book/book.hpp"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace steadfast::record {

class TeamTree;

/// Who may see whom on one day, worked out from teams, allocations and guards. Kept while the tables that it came from are
/// the same, so that saving anything else costs nothing; every question of it is answered in constant time.
class AccessIndex {
public:
    /// For a version of the Book, on a day in London.
    [[nodiscard]] static std::shared_ptr<const AccessIndex> of(const Book& book, Date today);

    /// Whom today's merges made of a subject. An older version of the Book may not know of them yet.
    [[nodiscard]] ledger::SubjectId kept(ledger::SubjectId subject) const;

    /// What keeps people out of one child's record. Where children were merged, what guards any of them guards the one kept.
    struct Guard {
        bool is_sealed = false;
        bool is_restricted = false;
        std::string ring;                                  ///< Whom to ring, where it is restricted.
        std::unordered_set<ledger::WorkerId> denied;
        std::unordered_set<ledger::WorkerId> named;        ///< May see the restricted record.
        std::unordered_set<ledger::WorkerId> named_for_seal;
    };
    [[nodiscard]] const Guard* guard(ledger::SubjectId child) const;

    /// A worker who works with a child on that day.
    struct Holder {
        ledger::WorkerId worker;
        bool is_shared = false;   ///< With the worker's team.
        bool is_main = false;
    };
    [[nodiscard]] const std::vector<Holder>& holders(ledger::SubjectId child) const;

    /// Works with the child.
    [[nodiscard]] bool holds(ledger::WorkerId worker, ledger::SubjectId child) const;
    /// Manages somebody who works with the child: leads their team, or one above it.
    [[nodiscard]] bool supervises(ledger::WorkerId worker, ledger::SubjectId child) const;
    /// Is in one team with somebody who works with the child and shares that work.
    [[nodiscard]] bool is_team_mate(ledger::WorkerId worker, ledger::SubjectId child) const;
    [[nodiscard]] bool has_emergency_access(ledger::WorkerId worker, ledger::SubjectId child, Instant now) const;

    /// Those whom somebody manages, near and far.
    [[nodiscard]] const std::unordered_set<ledger::WorkerId>& supervised_by(ledger::WorkerId worker) const;
    /// Whether a practitioner may open every unrestricted record, whoever works with the child.
    [[nodiscard]] bool is_open_to_every_practitioner() const { return is_open_; }
    [[nodiscard]] Date day() const { return today_; }

    AccessIndex(const Book& book, Date today);

private:
    struct Emergency {
        ledger::WorkerId worker;
        Instant until;
    };
    struct Circle {
        std::unordered_set<ledger::WorkerId> supervised;
        std::unordered_set<ledger::WorkerId> mates;
    };

    [[nodiscard]] bool is_from(const Book& book, Date today) const;
    void take_guards(const Book& book);
    void take_allocations(const Book& book, const TeamTree& teams);
    void take_teams(const TeamTree& teams);
    void take_emergencies(const Book& book);
    [[nodiscard]] const Circle& circle(ledger::WorkerId worker) const;

    Date today_;
    bool is_open_ = true;
    std::vector<std::shared_ptr<const Table>> tables_;   ///< What it came from. Held, so that no later table has an address of theirs.
    std::shared_ptr<const Book::Merges> merges_;
    std::unordered_map<ledger::SubjectId, Guard> guards_;
    std::unordered_map<ledger::SubjectId, std::vector<Holder>> holders_;
    std::unordered_map<ledger::WorkerId, Circle> circles_;
    std::unordered_map<ledger::SubjectId, std::vector<Emergency>> emergencies_;
};

/// Whether a time that a row tells by two days lasts on a day: from the first on, and before the second.
[[nodiscard]] bool lasts_on(const Found& found, std::size_t from, std::size_t to, Date day);

}  // namespace steadfast::record
