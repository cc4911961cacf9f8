#pragma once

#include "record/access/seen_book.hpp"
#include "record/people/relationship.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record {

// Who belongs to whom is worked out from the relationships that were recorded, as one viewer may see them: a person whom they may
// not see is nobody here, and nothing leads through them. Nothing of this is stored.

/// One recorded relationship between two people of a family, by their places in Family::people.
struct FamilyTie {
    ledger::ItemId item;
    Relationship relationship;
    const RelationshipKind* kind = nullptr;   ///< Never none.
    std::size_t person = 0;
    std::size_t relative = 0;                 ///< Is `kind` to `person`.

    [[nodiscard]] bool is_of(std::size_t one, std::size_t other) const {
        return (person == one && relative == other) || (person == other && relative == one);
    }
};

struct Family {
    std::vector<SeenChild> people;        ///< Each once: whom it was asked for first, then the nearest.
    std::vector<std::size_t> through;     ///< By whom each was reached; the first by themselves.
    std::vector<FamilyTie> ties;
    bool is_cut = false;                  ///< There are more than were asked for.

    [[nodiscard]] std::optional<std::size_t> place_of(ledger::SubjectId person) const;
};

/// How far a family is followed.
struct FamilyLimits {
    std::size_t people = 60;
    std::size_t steps = 4;    ///< Relationships from the one asked for to anybody.
};

/// Everybody who can be reached from a person by relationships, within limits; former ones too, because a father stays one.
[[nodiscard]] Family family_of(const SeenBook& book, const SeenChild& person, const FamilyLimits& limits = {});

/// How two people share parents: by birth or adoption. A step-parent makes no siblings of this kind.
enum class SharedParents : std::uint8_t { none, one, all };
[[nodiscard]] SharedParents shared_parents(const Family& family, std::size_t one, std::size_t other);

/// Brothers and sisters: those with a parent in common, and those recorded as such. In the family's order.
[[nodiscard]] std::vector<std::size_t> siblings_of(const Family& family, std::size_t person);

/// What one person of a family is to another in words: "Mother", "Half-brother", "Partner (until 3 March 2024)". From what was
/// recorded between the two, or from their parents; otherwise by whom they are related: "Through Leila Khan".
[[nodiscard]] std::string what_they_are(const Family& family, std::size_t relative, std::size_t to, Date today);

/// Everybody whom the viewer may see and who lives on that day where the person lives, themselves left out. Not by a
/// confidential address that the viewer may not see.
[[nodiscard]] std::vector<SeenChild> household_of(const SeenBook& book, const SeenChild& person, Date day);

}  // namespace steadfast::record
