#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// A time in which a looked-after child was missing, or away without authorisation.
struct MissingEpisode {
    record::Coded<law::missing_type> kind;
    std::optional<Date> from;
    std::optional<Date> found;   ///< None while the child is still away.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::MissingEpisode>();
