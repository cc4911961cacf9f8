#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// What a worker's day holds, on the first page: today's visits with where, how it is safe to make contact, and a button that begins
/// the note; what was planned and not told; the days ahead. When each child was last seen, and a worker's day on the team board.
void add_diary_pages(record::Record& record, record::pages::PageParts& parts);

/// The child's own words on the child's page, the latest first.
void add_childs_words(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
