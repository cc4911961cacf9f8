#pragma once

#include "record/item/item_type.hpp"

#include <optional>
#include <string>

namespace steadfast::record::pages {

/// Something that can be about several children at once.
struct Walk {
    std::optional<Date> on;
    std::string place;
    Narrative words;
    Narrative said;
};

}  // namespace steadfast::record::pages

namespace steadfast::record {

template <>
inline const ItemType& type_of<pages::Walk>() {
    using pages::Walk;
    static const ItemType type({.key = "walk", .name = "Walk", .plural = "Walks", .happened = "on", .ended = "", .summary = {"place"}},
                               {
                                   field<&Walk::on>("on", "Day of the walk"),
                                   field<&Walk::place>("place", "Place").required(),
                                   field<&Walk::words>("words", "What happened"),
                                   field<&Walk::said>("said", "What this child said").about_each(),
                               });
    return type;
}

}  // namespace steadfast::record
