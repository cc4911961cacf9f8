#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::record::letters {

/// The words that a council's letters of one sort begin from, with places that the record fills: "Dear [recipient's name]".
struct LetterTemplate {
    std::string title;
    Narrative words;
    std::optional<bool> is_retired;   ///< Offered no more; letters that were written from it stay.
};

/// A letter to a named recipient, as it was sent.
struct Letter {
    std::string title;
    std::optional<Date> written_on;
    std::string recipient;
    std::string capacity;             ///< What the recipient is to the child.
    std::string recipient_address;
    Narrative words;
    std::string may_know;             ///< Whom else it names, where whoever wrote it said that the recipient may know of them.
    Link<LetterTemplate> written_from;
};

}  // namespace steadfast::record::letters

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::letters::LetterTemplate>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::letters::Letter>();
