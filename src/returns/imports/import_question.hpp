#pragma once

#include "record/item/item_type.hpp"
#include "returns/imports/import.hpp"

namespace steadfast::returns {

extern const law::CodeSet question_why;      ///< Why a row waits; the codes are key_of(Reason).
extern const law::CodeSet question_answer;   ///< take_the_file, keep_ours, leave_out

/// A row of a return that was not taken because a person must look first. The row is kept here as it was given, so that
/// nothing is lost however long it waits. About the child, where the record has one of that number.
struct ImportQuestion {
    record::Link<Import> import;
    std::string of_return;
    std::optional<std::int32_t> return_year;
    std::string table;
    record::Coded<question_why> why;
    std::string file;
    std::optional<std::int32_t> line;
    std::string child_number;                    ///< The authority's own number, as the file gives it.
    std::optional<Date> born;                    ///< The birth date that the file gives beside it.
    record::Link<struct AnyItem> about;          ///< The item that the row would change, or that is gone.
    record::Link<struct AnyItem> fresh;          ///< The new item, where a key may have been corrected.
    record::Link<struct AnyItem> would_be;       ///< The item that the row becomes if it is taken and is new.
    std::string digest;                          ///< Of all that was asked: the same is not asked twice.
    std::string not_in_file;  ///< Keys of the table's fields that the file had no column for, with commas between.
    record::Narrative row;  ///< What the row gives, as its item's JSON body.
    record::Coded<question_answer> answer;  ///< Empty while it waits.
    record::Narrative changed;  ///< What the answer recorded: "ITEM VERSION" a line, so that it can be taken back.
};

}  // namespace steadfast::returns

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::returns::ImportQuestion>();
