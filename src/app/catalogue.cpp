#include "app/catalogue.hpp"

#include "practice/slices.hpp"
#include "record/items.hpp"
#include "returns/items.hpp"

namespace steadfast::app {

const record::Catalogue& whole_catalogue() {
    static const record::Catalogue catalogue = [] {
        record::Catalogue all;
        record::add_items(all);
        practice::add_items(all);
        returns::add_items(all);
        return all;
    }();
    return catalogue;
}

}  // namespace steadfast::app
