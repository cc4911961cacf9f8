#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// A time in which one social worker was responsible for a looked-after child.
struct SocialWorkerEpisode {
    std::string registration;   ///< The social worker's number at Social Work England: "SW" and digits.
    std::optional<Date> began;
    std::optional<Date> ended;
    record::Coded<law::social_worker_change> why_it_changed;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::SocialWorkerEpisode>();
