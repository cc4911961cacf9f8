#pragma once

#include "base/id.hpp"

#include <cstring>
#include <vector>

namespace steadfast::ledger {

/// A number for each of millions of ids, in one block of memory: a look-up costs one reach into it, where std::unordered_map takes
/// three and an allocation. Ids are random, so their own bits spread them; nothing is ever taken out.
template <class Key>
class IdTable {
public:
    /// The number of an id, 0 where it had none. Good until the next call.
    [[nodiscard]] std::uint32_t& operator[](const Key& key) {
        if (2 * (used_ + 1) > places_.size()) grow();
        Place& place = place_of(key);
        if (place.key.is_none()) {
            place.key = key;
            ++used_;
        }
        return place.number;
    }

private:
    struct Place {
        Key key;
        std::uint32_t number = 0;
    };

    Place& place_of(const Key& key) {
        std::size_t at = 0;
        std::memcpy(&at, key.bytes().bytes.data(), sizeof at);
        at &= places_.size() - 1;
        while (!places_[at].key.is_none() && places_[at].key != key) at = (at + 1) & (places_.size() - 1);
        return places_[at];
    }
    void grow() {
        std::vector<Place> before(places_.empty() ? 1024 : 2 * places_.size());
        std::swap(before, places_);
        for (const Place& place : before)
            if (!place.key.is_none()) place_of(place.key) = place;
    }

    std::vector<Place> places_;
    std::size_t used_ = 0;
};

}  // namespace steadfast::ledger
