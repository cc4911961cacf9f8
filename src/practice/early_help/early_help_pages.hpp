#pragma once

#include "practice/early_help/under_way.hpp"
#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Early help from its beginning to what it led to: on the child's page, from a contact or stepped down from a plan; who leads it and who
/// looks over it; the assessment; more help or its end; and the list of all that goes on. The record must outlive the parts.
void add_early_help_pages(record::Record& record, record::pages::PageParts& parts);

[[nodiscard]] std::vector<record::pages::PageRoute> early_help_form_routes(record::Record& record);
[[nodiscard]] std::vector<record::pages::PageRoute> early_help_ending_routes(record::Record& record);
[[nodiscard]] std::vector<record::pages::PageRoute> early_help_step_up_routes(record::Record& record);
[[nodiscard]] std::vector<record::pages::PageRoute> early_help_list_routes(record::Record& record);
void add_early_help_panels(record::pages::PageParts& parts);

/// The early help in the address.
[[nodiscard]] Result<EarlyHelpSeen> asked_early_help(record::Record& record, const record::pages::Visit& visit);
/// The same where it goes on: what has ended is changed no more.
[[nodiscard]] Result<EarlyHelpSeen> asked_open_early_help(record::Record& record, const record::pages::Visit& visit);
/// A page about it: its child's bar where there is one child, and the line in the access log of each.
[[nodiscard]] record::pages::Page page_about(const record::pages::Visit& visit, const EarlyHelpSeen& seen, std::string title,
                                             web::Html main, std::string what);

}  // namespace steadfast::practice
