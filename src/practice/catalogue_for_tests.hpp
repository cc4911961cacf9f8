#pragma once

#include "practice/slices.hpp"
#include "record/items.hpp"

namespace steadfast::practice {

/// Everything that record and the slices of practice declare.
inline const record::Catalogue& catalogue_for_tests() {
    static const record::Catalogue catalogue = [] {
        record::Catalogue whole;
        record::add_items(whole);
        practice::add_items(whole);
        return whole;
    }();
    return catalogue;
}

}  // namespace steadfast::practice
