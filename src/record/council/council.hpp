#pragma once

#include "record/book/book.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

/// Which records a practitioner may open besides those that they have a part in.
extern const law::CodeSet records_open_to;

/// The council whose record this is. There is one in a store.
struct Council {
    std::string name;
    std::string number;                        ///< The three digits that the Department for Education knows it by.
    std::optional<bool> people_are_invented;   ///< A demonstration: every page says so.
    Coded<record::records_open_to> records_open_to;   ///< Not recorded: to every practitioner (decision 11).
};

template <>
const ItemType& type_of<Council>();

/// The council as the record has it; empty where nothing was said of it yet.
[[nodiscard]] Council council_of(const Book& book);

}  // namespace steadfast::record
