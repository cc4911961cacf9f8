#include "record/items.hpp"

#include "record/access/access_retention.hpp"
#include "record/access/access_seal.hpp"
#include "record/council/council.hpp"
#include "record/people/person.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record {

void add_items(Catalogue& catalogue) {
    catalogue.add(type_of<Person>());
    catalogue.add(type_of<Worker>());
    catalogue.add(type_of<Council>());
    catalogue.add(type_of<AccessSeal>());
    catalogue.add(type_of<AccessRetention>());
    catalogue.add(type_of<AccessRemoval>());
}

}  // namespace steadfast::record
