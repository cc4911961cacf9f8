#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

/// Whether a person has a record here as a child, or stands in it as an adult of a child's family.
extern const law::CodeSet person_kind;

/// A child, a young adult who was one here, or an adult of a child's family. Their SubjectId has the bits of this item's id.
/// Somebody who is there because of their work (a teacher, a police officer) is none: they stand in a Professional item.
struct Person {
    Coded<person_kind> kind;                            ///< None: a child, as all were before there were others, and as imports bring them.
    std::string title;
    std::string given_name;
    std::string family_name;
    std::string known_as;
    std::optional<Date> born;
    std::optional<Date> expected;                       ///< Expected date of birth of a child not yet born.
    std::optional<Date> died;
    Coded<law::sex> sex;
    Coded<law::ethnicity> ethnicity;
    CodedList<law::disability> disabilities;
    std::string authority_id;                           ///< The authority's own number for the child: CHILD in the 903, LAchildID in the CIN census.
    std::string upn;
    std::string former_upn;
    Coded<law::upn_unknown> upn_unknown;
    std::optional<bool> is_mother;
    std::optional<Date> first_child_born;
    std::string nhs_number;                             ///< Ten digits.
    Coded<law::gender_identity> gender_identity;
    std::string gender_words;                           ///< How they say it themselves.
    std::string first_language;                         ///< Its name: the returns have no code set for it.
    std::optional<bool> interpreter_needed;
    std::string interpreter;                            ///< Which language or signing, and how one is booked.
    Coded<law::religion> religion;
    std::string nationality;                            ///< As the passport or the family says it: the returns have no code set for it.

    [[nodiscard]] bool is_adult_of_a_family() const { return kind.is("adult"); }
    [[nodiscard]] bool is_unborn() const { return !born && !died && expected.has_value(); }
};

template <>
const ItemType& type_of<Person>();

/// "Amira Khan", "Amira", or "Child 123456" where no name was recorded.
[[nodiscard]] std::string name_of(const Person& person);

}  // namespace steadfast::record
