#pragma once

#include "record/access/seen_book.hpp"

namespace steadfast::record {

/// A child's items of these types alone, as the viewer may see them: SeenBook::each_about without a look at the rest of a long record.
template <class... Items>
void each_about(const SeenBook& book, const SeenChild& child, const std::function<void(const Found&)>& visit) {
    static const WantedTypes wanted{&type_of<Items>()...};
    book.each_about(child, wanted, visit);
}

}  // namespace steadfast::record
