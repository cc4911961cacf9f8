#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// /children/{id}/note: a visit for one hand on a phone. Who was seen and seen alone, what happened; the time is now unless
/// somebody says otherwise. Everything else can be added to it later.
void add_quick_note(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
