#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::pages {

/// The teams, which is part of which, and who is in them: kept by the administrator.
void add_team_pages(Record& record, PageParts& parts);

}  // namespace steadfast::record::pages
