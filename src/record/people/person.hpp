#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

/// A child, or a young adult who was one here. Their SubjectId has the bits of this item's id.
struct Person {
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
};

template <>
const ItemType& type_of<Person>();

/// "Amira Khan", "Amira", or "Child 123456" where no name was recorded.
[[nodiscard]] std::string name_of(const Person& person);

}  // namespace steadfast::record
