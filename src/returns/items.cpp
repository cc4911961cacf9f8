#include "returns/items.hpp"

#include "returns/imports/import.hpp"
#include "returns/imports/import_question.hpp"

namespace steadfast::returns {

void add_items(record::Catalogue& catalogue) {
    catalogue.add(record::type_of<Import>());
    catalogue.add(record::type_of<ImportCoverage>());
    catalogue.add(record::type_of<ImportQuestion>());
}

}  // namespace steadfast::returns
