#pragma once

#include "record/people/family.hpp"

#include <set>
#include <vector>

namespace steadfast::record {

/// Who has children together, or cares for some, or is a couple: what the lines of a genogram hang from.
struct Union {
    enum class Of : std::uint8_t { parents, carers, siblings_alone };
    Of of = Of::parents;
    std::set<std::size_t> partners;          ///< None where only the siblings are on record.
    std::vector<std::size_t> children;       ///< Each in a later generation than every partner.
    std::vector<std::size_t> couple_ties;    ///< In Family::ties: what the two are to each other.
};

/// A family in generations, so that it can be drawn from the top down.
struct Generations {
    std::vector<int> generation_of;          ///< By person; the oldest is 0.
    std::vector<Union> unions;
    std::vector<std::size_t> other_ties;     ///< In Family::ties: neither of these shows.
};

/// Any set of relationships has generations: one that contradicts those nearer to the first person does not move anybody, and
/// stands among the others.
[[nodiscard]] Generations generations_of(const Family& family);

}  // namespace steadfast::record
