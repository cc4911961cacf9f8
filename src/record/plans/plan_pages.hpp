#pragma once

#include "record/pages/page_parts.hpp"
#include "record/plans/open_plan.hpp"
#include "web/form.hpp"

namespace steadfast::record::plans {

/// Plans with a family and what is done about them: writing, reviewing, ending and printing one, each action from its promise to how it
/// went; and what of them stands on a child's page and on the first page. The record must outlive the parts.
void add_pages(Record& record, pages::PageParts& parts);

[[nodiscard]] std::vector<pages::PageRoute> plan_form_routes(Record& record);
[[nodiscard]] std::vector<pages::PageRoute> review_routes(Record& record);
[[nodiscard]] std::vector<pages::PageRoute> ending_routes(Record& record);
[[nodiscard]] std::vector<pages::PageRoute> action_routes(Record& record);
[[nodiscard]] std::vector<pages::PageRoute> plan_print_routes(Record& record);
void add_plan_panels(pages::PageParts& parts);

/// The plan in the address.
[[nodiscard]] Result<OpenPlan> asked_plan(Record& record, const pages::Visit& visit);
/// The same where it is about to be changed, and is in force.
[[nodiscard]] Result<OpenPlan> asked_plan_in_force(Record& record, const pages::Visit& visit);
/// A page about a plan: its children's bar where there is one child, and the line in the access log of each.
[[nodiscard]] pages::Page page_about(const pages::Visit& visit, const OpenPlan& plan, std::string title, web::Html main, std::string what);
/// The plan's page, with an action form that came back or a fresh one.
[[nodiscard]] pages::Page plan_page(Record& record, const pages::Visit& visit, const OpenPlan& plan, const web::Fields& typed, web::FieldErrors errors);

/// The rule of a kind; null where its slice says nothing.
[[nodiscard]] const PlanRule* rule_of(const pages::Visit& visit, std::string_view kind);

/// What ending a plan saves besides the plan itself, for children who have no other of its kind.
[[nodiscard]] Result<std::vector<ledger::Change>> changes_when_ended(const pages::Visit& visit, const OpenPlan& plan, const std::vector<SeenChild>& children, Date ended);
/// What agreeing a plan saves besides the plan itself.
[[nodiscard]] Result<std::vector<ledger::Change>> changes_when_agreed(const pages::Visit& visit, std::string_view kind, const std::vector<SeenChild>& children, Date agreed_on, ledger::ItemId plan);

}  // namespace steadfast::record::plans
