#include "record/pages/child_pages.hpp"
#include "record/pages/item_pages.hpp"
#include "record/pages/list_pages.hpp"

namespace steadfast::record::pages {

std::vector<PageRoute> routes(Record& record, const Duties& duties) {
    std::vector<PageRoute> all;
    for (auto some : {list_routes(record), child_routes(record, duties), item_routes(record)})
        for (PageRoute& route : some) all.push_back(std::move(route));
    return all;
}

}  // namespace steadfast::record::pages
