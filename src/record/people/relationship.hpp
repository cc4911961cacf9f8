#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"
#include "record/people/person.hpp"

#include <span>
#include <string>
#include <string_view>

namespace steadfast::record {

extern const law::CodeSet relationship_kind;
extern const law::CodeSet relationship_ending;
extern const law::CodeSet has_responsibility;
extern const law::CodeSet responsibility_basis;

/// What one person is to another, for a time: one item about both. The elder generation, or the one who cares, is `relative`,
/// so that each fact has one spelling; what the other is to them is its inverse (as_said_of).
struct Relationship {
    Link<Person> person;
    Link<Person> relative;
    Coded<relationship_kind> kind;                     ///< What `relative` is to `person`.
    std::optional<Date> from;
    std::optional<Date> separated_on;                  ///< Of a couple that is still married.
    std::optional<Date> to;
    Coded<relationship_ending> ended_by;
    Coded<has_responsibility> responsibility;          ///< Whether `relative` has parental responsibility for `person`.
    Coded<responsibility_basis> basis;
    std::optional<Date> responsibility_from;
    std::optional<Date> responsibility_to;

    [[nodiscard]] bool is_true_on(Date day) const { return (!from || *from <= day) && (!to || day < *to); }
    [[nodiscard]] bool has_responsibility_on(Date day) const;
};

template <>
const ItemType& type_of<Relationship>();

/// A kind of relationship: how it counts, and its words both ways.
struct RelationshipKind {
    enum class Counts { parent, sibling, couple, elder, carer, other };

    std::string_view code;
    std::string_view relative_is;         ///< What the relative is to the person: "Grandparent".
    std::string_view person_is;           ///< What the person is to the relative: "Grandchild".
    Counts counts = Counts::other;
    bool is_by_birth = false;
    [[nodiscard]] bool is_the_same_both_ways() const { return relative_is == person_is; }
};

/// Every kind, in the order in which a form offers them.
[[nodiscard]] std::span<const RelationshipKind> all_relationship_kinds();
/// None for a code that the set does not have.
[[nodiscard]] const RelationshipKind* kind_of(const Relationship& relationship);

/// What one of the two is to the other: "Mother", "Grandchild", "Husband".
/// @param other_sex the sex of whom the words are about.
[[nodiscard]] std::string words_for(std::string_view word, std::string_view other_sex);

}  // namespace steadfast::record
