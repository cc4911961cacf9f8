#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Every page about missing children: reporting one, finding one, who is missing now, the interview after it, and patterns.
void add_missing_pages(record::Record& record, record::pages::PageParts& parts);

void add_episode_pages(record::Record& record, record::pages::PageParts& parts);
void add_report_pages(record::Record& record, record::pages::PageParts& parts);
void add_interview_pages(record::Record& record, record::pages::PageParts& parts);
void add_missing_list(record::Record& record, record::pages::PageParts& parts);
void add_pattern_pages(record::pages::PageParts& parts);
void add_missing_panels(record::pages::PageParts& parts);

}  // namespace steadfast::practice
