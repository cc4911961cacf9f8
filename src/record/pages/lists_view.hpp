#pragma once

#include "record/pages/lists.hpp"

namespace steadfast::record::pages {


[[nodiscard]] web::Html people_view(const PeopleList& list, Date today);

[[nodiscard]] web::Html kind_view(const KindList& list);

}  // namespace steadfast::record::pages
