#include "record/pages/child_pages.hpp"
#include "record/pages/item_pages.hpp"
#include "record/pages/list_pages.hpp"

namespace steadfast::record::pages {

std::vector<PageRoute> routes(Record& record) {
    std::vector<PageRoute> all;
    for (auto room : {list_routes, child_routes, item_routes})
        for (PageRoute& route : room(record)) all.push_back(std::move(route));
    return all;
}

}  // namespace steadfast::record::pages
