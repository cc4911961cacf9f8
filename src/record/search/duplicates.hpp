#pragma once

#include "record/search/likeness.hpp"
#include "record/search/people_search.hpp"

#include <functional>
#include <string>
#include <vector>

namespace steadfast::record {

/// That two records which look alike are of two people, so that nobody is asked again. About the two.
struct NotTheSame {
    Narrative because;
};

template <>
const ItemType& type_of<NotTheSame>();

/// Somebody on record who may be the one who is about to be added.
struct LikelyPerson {
    SeenChild child;
    Likeness likeness;
};

/// Who of those whom the viewer may see is likely to be this person, the likeliest first. At most twenty.
[[nodiscard]] std::vector<LikelyPerson> likely_to_be(const PeopleIndex& index, const SeenBook& book, const Person& person, const std::vector<PersonTerm>& terms, Date today);

/// Two records that are likely to be of one person.
struct LikelyPair {
    SeenChild one;
    SeenChild other;
    Likeness likeness;
};

/// The likely pairs among everybody whom the viewer may see: those born on one day (or on that day with day and month turned round),
/// and those with a number in common. Pairs of whom somebody said that they are not the same are left out. The likeliest first.
struct LikelyPairs {
    std::vector<LikelyPair> pairs;
    std::size_t whole = 0;   ///< How many there are, where not all are given.
};
[[nodiscard]] LikelyPairs likely_pairs(const SeenBook& book, std::size_t most);

}  // namespace steadfast::record
