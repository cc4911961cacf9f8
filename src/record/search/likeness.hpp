#pragma once

#include "base/date.hpp"
#include "record/people/person.hpp"
#include "record/search/name_key.hpp"
#include "record/search/term.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record {

/// What is known of somebody when asking whether they are somebody else.
struct KnownOf {
    std::vector<std::string> given;          ///< Folded words: given names and what they like to be called.
    std::vector<std::string> family;         ///< Folded words.
    std::vector<std::string> identifiers;    ///< Folded: unique pupil numbers and NHS numbers, not the council's own number.
    std::vector<std::string> postcodes;      ///< Folded, without a space.
    std::optional<Date> born;
    std::string sex;                         ///< A code; empty where it is not recorded.
};
/// @param terms what the person can be found by; postcodes and identifiers are taken from them.
[[nodiscard]] KnownOf known_of(const Person& person, const std::vector<PersonTerm>& terms);

/// How far two records are likely to be of one person, and why, for and against, in words.
struct Likeness {
    int points = 0;
    std::vector<std::string> why;

    [[nodiscard]] bool is_likely() const { return points >= likely; }
    static constexpr int likely = 60;
};

/// Symmetric: whichever record comes first. Twins, who share all but a given name, stay below what is likely.
/// Whether two words of names have anything to do with each other: the same, used for each other, heard or spelt nearly alike. Two people of
/// whom no two words have, and who share no number, are never likely to be one.
[[nodiscard]] bool are_alike(const std::string& one, const std::string& other);

[[nodiscard]] Likeness likeness_of(const KnownOf& one, const KnownOf& other);

}  // namespace steadfast::record
