#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record {

/// The page on which is said how people sign in. The record must outlive the parts.
void add_sign_in_settings_page(Record& record, pages::PageParts& parts);

}  // namespace steadfast::record
