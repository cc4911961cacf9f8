#pragma once

#include "record/pages/lists.hpp"
#include "record/people/people_search.hpp"

namespace steadfast::record::pages {

/// The first page: find a child, what the rooms say to this visitor, and the ways in.
[[nodiscard]] web::Html home_view(const std::string& form_token, const web::Html& panels, const std::vector<KindSize>& kinds, std::size_t people);

/// Who was found, and why.
[[nodiscard]] web::Html search_view(std::string_view asked, const PeopleFound& found, const std::string& form_token, Date today);

[[nodiscard]] web::Html people_view(const PeopleList& list, Date today);

[[nodiscard]] web::Html kind_view(const KindList& list);

}  // namespace steadfast::record::pages
