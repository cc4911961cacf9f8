#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::returns {

/// A council's own statutory files, brought into the record: what came, when, and what became of it.
/// Its ItemId has the bits of the BatchId of everything that it brought. What is not yet closed is not shown.
struct Import {
    std::string of_return;                       ///< "ssda903", "cin_census"
    std::optional<std::int32_t> return_year;     ///< The calendar year in which the return's year ends.
    std::string files_digest;                    ///< Of the files' digests in order: tells a second run of the same files.
    std::optional<std::int32_t> read;            ///< Rows, of all tables.
    std::optional<std::int32_t> added;
    std::optional<std::int32_t> changed;
    std::optional<std::int32_t> unchanged;
    std::optional<std::int32_t> gone;
    std::optional<std::int32_t> rejected;
    std::optional<std::int32_t> waiting;
    record::Narrative files;  ///< A line for each file: name, size, digest, how it is written; then the forms' headers.
    record::Narrative reconciliation;  ///< By table.
};

/// What an import's files had and the import did not save, because it stood there already: a million items are more than
/// one text holds, so there are as many of these as it takes.
struct ImportCoverage {
    record::Link<Import> import;
    std::optional<std::int32_t> number;  ///< From 1.
    record::Narrative items;  ///< Their ids, 32 hexadecimal digits each, one after the other.
};

}  // namespace steadfast::returns

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::returns::Import>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::returns::ImportCoverage>();
