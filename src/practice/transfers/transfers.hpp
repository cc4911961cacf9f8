#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet transferred_with;   ///< What a child was under with the authority that they come from.

/// A child who was helped by another authority moves here, and this council takes over. The name of one in England
/// is kept as the published statistics have it (law::english_authority), any other as typed. The number of an authority is the Department for
/// Education's three digits; the published list of them is not at hand, so it is kept as typed.
struct TransferIn {
    std::optional<Date> notified_on;
    std::string authority;
    std::string authority_number;
    std::string their_worker;             ///< Name and how to reach them.
    record::Coded<transferred_with> with;
    std::optional<Date> moved_on;
    std::optional<Date> acknowledged_on;
    std::optional<Date> documents_on;     ///< The last of the documents asked for was received.
    record::Narrative documents;          ///< Which were received, which are missing.
    std::optional<Date> conference_on;    ///< The child protection conference here.
    std::optional<Date> taken_over_on;    ///< From here on this council is responsible.
    record::Narrative notes;
};

/// A child whom this council helped moves away, and another authority takes over.
struct TransferOut {
    std::optional<Date> told_on;
    std::string authority;
    std::string authority_number;
    std::string their_worker;
    record::Coded<transferred_with> with;
    std::optional<Date> moved_on;
    std::optional<Date> documents_on;     ///< The documents were sent.
    record::Narrative documents;
    std::optional<Date> acknowledged_on;  ///< By the other authority.
    std::optional<Date> conference_on;    ///< Their conference: only then may a plan here end.
    std::optional<Date> taken_over_on;
    record::Narrative notes;
};

/// A child whom another authority looks after and has placed in this council's area.
struct PlacedHere {
    std::optional<Date> notified_on;
    std::string authority;
    std::string authority_number;
    std::string their_worker;
    std::optional<Date> began;
    std::optional<Date> acknowledged_on;
    std::string provider;                 ///< The home, carer's agency or school; no address: that is the person's own.
    std::optional<Date> ended;
    record::Narrative notes;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::TransferIn>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::TransferOut>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::PlacedHere>();
