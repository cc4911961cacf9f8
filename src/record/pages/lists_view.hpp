#pragma once

#include "record/pages/lists.hpp"

namespace steadfast::record::pages {

/// The first page: find a child, what the rooms say to this visitor, and the ways in.
[[nodiscard]] web::Html home_view(const std::string& form_token, const web::Html& panels, const std::vector<KindSize>& kinds, std::size_t people);

[[nodiscard]] web::Html people_view(const PeopleList& list, Date today);

[[nodiscard]] web::Html kind_view(const KindList& list);

}  // namespace steadfast::record::pages
