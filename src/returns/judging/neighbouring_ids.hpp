#pragma once

#include "base/id.hpp"

namespace steadfast::returns {

/// Draws ids that stand side by side in a store's index: four bytes drawn once, four that count, eight drawn each time.
/// A million ids drawn apart would each touch another page of the index; these fill page after page, as quickly as the
/// disk can write. They say no more than the order in which an import's entries stand anyway.
class NeighbouringIds {
public:
    NeighbouringIds() : first_(IdBytes::random()) {}

    [[nodiscard]] IdBytes next() {
        IdBytes id = IdBytes::random();
        for (std::size_t i = 0; i < 4; ++i) id.bytes[i] = first_.bytes[i];
        for (std::size_t i = 0; i < 4; ++i) id.bytes[4 + i] = static_cast<std::uint8_t>(drawn_ >> (24 - 8 * i));
        ++drawn_;
        return id;
    }

private:
    IdBytes first_;
    std::uint32_t drawn_ = 0;
};

}  // namespace steadfast::returns
