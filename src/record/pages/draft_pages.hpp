#pragma once

#include "record/pages/page_parts.hpp"

#include <functional>

namespace steadfast::record::pages {

/// Keeping what is typed, and each worker's list of it: /drafts, and a section of the first page.
void add_draft_pages(Record& record, PageParts& parts);

/// Keeps, as its writer's draft, what was typed into a form that was sent and could not be taken: it was opened in a session that has run out. Calls `done`
/// once, on whatever thread, with where the form opens again with its text; refused where it is no form of ours, or is about somebody
/// whom the visitor may not see.
void keep_unsent(Record& record, const Visit& visit, const web::Fields& typed, std::function<void(Result<web::Link>)> done);

}  // namespace steadfast::record::pages
