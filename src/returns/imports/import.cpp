#include "returns/imports/import.hpp"

namespace steadfast::record {

using returns::Import;
using returns::ImportCoverage;

template <>
const ItemType& type_of<Import>() {
    static const ItemType type({.key = "import",
                                .name = "Import of a return",
                                .plural = "Imports of returns",
                                .happened = "",
                                .ended = "",
                                .summary = {"of_return", "return_year"},
                                .written = Written::by_its_room},
                               {
                                   field<&Import::of_return>("of_return", "Return"),
                                   field<&Import::return_year>("return_year", "Return year"),
                                   field<&Import::files_digest>("files_digest", "Digest of the files"),
                                   field<&Import::read>("read", "Rows read"),
                                   field<&Import::added>("added", "New"),
                                   field<&Import::changed>("changed", "Changed"),
                                   field<&Import::unchanged>("unchanged", "Unchanged"),
                                   field<&Import::gone>("gone", "Gone"),
                                   field<&Import::rejected>("rejected", "Rejected"),
                                   field<&Import::waiting>("waiting", "Waiting for a person"),
                                   field<&Import::files>("files", "Files"),
                                   field<&Import::reconciliation>("reconciliation", "By table"),
                               });
    return type;
}

template <>
const ItemType& type_of<ImportCoverage>() {
    static const ItemType type({.key = "import_coverage",
                                .name = "Rows that an import left unchanged",
                                .plural = "Rows that imports left unchanged",
                                .happened = "",
                                .ended = "",
                                .summary = {"number"},
                                .written = Written::by_its_room},
                               {
                                   field<&ImportCoverage::import>("import", "Import"),
                                   field<&ImportCoverage::number>("number", "Number"),
                                   field<&ImportCoverage::items>("items", "Items"),
                               });
    return type;
}

}  // namespace steadfast::record
