#include "law/london.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/letters/made_for_somebody.hpp"
#include "record/letters/recipient_form.hpp"
#include "record/pages/item_page.hpp"
#include "record/plans/plan_pages.hpp"
#include "record/plans/plan_view.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::plans {
namespace {

using letters::Recipient;
using letters::RecipientForm;
using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

constexpr std::size_t longest_line = 200;

/// What goes out of a plan: the parts of some of its children, and what is done for any of them.
struct Printed {
    const Plan& plan;
    std::vector<const PlannedChild*> children;
    std::vector<const PromisedAction*> to_do;
    std::vector<const PromisedAction*> done;
    std::string lead;
    std::string ring;
    Date today;
};

std::string names_of(const std::vector<const PlannedChild*>& children) {
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i) names += (i == 0 ? "" : i + 1 == children.size() ? " and " : ", ") + children[i]->child.name;
    return names;
}

Printed printed(const OpenPlan& plan, const RecipientForm& form, Date today) {
    Printed out{.plan = plan.shared, .children = {}, .to_do = {}, .done = {}, .lead = {}, .ring = std::string(web::trimmed(form.typed.get("ring"))), .today = today};
    for (const PlannedChild& one : plan.children)
        if (plan.children.size() == 1 || form.wants("about", one.child.id.text())) out.children.push_back(&one);
    for (const PromisedAction& action : plan.actions) {
        const bool is_for_them = std::any_of(action.children.begin(), action.children.end(), [&out](const SeenChild& child) {
            return std::any_of(out.children.begin(), out.children.end(), [&child](const PlannedChild* one) { return one->child.id == child.id; });
        });
        if (!is_for_them || action.action.dropped_on) continue;
        (action.action.done_on ? out.done : out.to_do).push_back(&action);
    }
    return out;
}

/// Everything of it that somebody wrote, to be held against addresses and names.
std::string words_of(const Printed& out) {
    std::string words = out.plan.must_be_different + "\n" + out.ring;
    for (const Narrative* one : {&out.plan.worries, &out.plan.going_well, &out.plan.family_words, &out.plan.if_not_better, &out.plan.ended_words}) words += "\n" + one->text;
    for (const PlannedChild* one : out.children) words += "\n" + one->part.child_words.text + "\n" + one->part.what_matters.text;
    for (const auto* actions : {&out.to_do, &out.done})
        for (const PromisedAction* one : *actions) words += "\n" + one->who + " " + one->action.action + " " + one->action.outcome;
    return words;
}

std::string allocated_worker_of(const Visit& visit, const OpenPlan& plan) {
    for (const PlannedChild& one : plan.children)
        for (const Holding& holding : Caseloads::of(visit.book.book(), law::london_date(visit.now))->of_child(one.child.id))
            if (is_main_worker(holding.as_what) && holding.worker != ledger::WorkerId()) return pages::worker_name(visit.book.book(), holding.worker);
    return visit.worker_name;
}

Page form_page(const Visit& visit, const OpenPlan& plan, const RecipientForm& form) {
    Html fields;
    fields << letters::recipient_inputs(form);
    if (plan.children.size() > 1) {
        web::Checkboxes about{.name = "about", .legend = "About which children", .hint = "What is about one of the others alone is left out.", .error = std::string(form.errors.at("about")), .choices = {}};
        for (const PlannedChild& one : plan.children) about.choices.push_back({one.child.id.text(), one.child.name});
        for (const auto ticked : form.typed.all("about")) about.ticked.emplace_back(ticked);
        fields << web::checkboxes(about);
    }
    fields << web::text_input({.name = "ring", .label = "Whom to ring with a question", .hint = "Name and telephone number", .error = std::string(form.errors.at("ring")), .value = std::string(form.typed.get("ring"))})
           << letters::may_know_input(form) << web::button({.label = "Show what is to be printed"});
    Html main;
    main << web::error_summary(form.errors) << web::heading_1("Print the plan for somebody")
         << web::post_form({.action = web::to("/plans") / plan.id / "print", .token = visit.form_token, .fields = std::move(fields)})
         << web::paragraph(web::link(web::to("/plans") / plan.id, "Back to the plan"));
    Page page = page_about(visit, plan, "Print the plan for somebody", std::move(main), "form to print a plan");
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

/// A heading and large type: it is read at a kitchen table, not at a desk.
Html large(std::string_view heading, std::string_view text) {
    Html html;
    if (text.empty()) return html;
    return std::move(html << web::heading_2(heading) << "<p class=\"govuk-body-l sf-narrative\">" << text << "</p>");
}

Html promises(const std::vector<const PromisedAction*>& actions, bool is_done) {
    Html html;
    html << "<ul class=\"govuk-list govuk-list--bullet govuk-list--spaced\">";
    for (const PromisedAction* one : actions) {
        html << "<li><p class=\"govuk-body-l\"><strong>" << one->who << "</strong>: " << without_full_stop(one->action.action) << ". ";
        if (!one->action.outcome.empty()) html << "So that: " << without_full_stop(one->action.outcome) << ". ";
        // Whether a promise is late is between those who made it; the paper says by when.
        if (is_done) html << "Done on " << one->action.done_on->words() << ".";
        else if (one->action.by_day) html << "By " << one->action.by_day->words_with_weekday() << ".";
        html << "</p></li>";
    }
    return std::move(html << "</ul>");
}

Html content_of(const Printed& out) {
    const Plan& plan = out.plan;
    Html html;
    html << web::heading_1("The plan for " + names_of(out.children));
    if (plan.agreed_on) html << "<p class=\"govuk-body-l\">We agreed this on " << plan.agreed_on->words() << "." << (plan.review_by && plan.is_in_force() ? " We look at it again by " + plan.review_by->words() + "." : std::string()) << "</p>";
    if (!out.lead.empty() && plan.is_in_force()) html << "<p class=\"govuk-body-l\">" << out.lead << ".</p>";
    if (plan.ended) html << "<p class=\"govuk-body-l\">This plan ended on " << plan.ended->words() << ".</p>";
    for (const PlannedChild* one : out.children) {
        html << large("What " + one->child.name + " says", one->part.child_words.text) << large("What matters to " + one->child.name, one->part.what_matters.text);
    }
    html << large("What has to be different", plan.must_be_different) << web::heading_2("Who does what, by when");
    if (out.to_do.empty()) html << "<p class=\"govuk-body-l\">Nothing is still to be done.</p>";
    else html << promises(out.to_do, false);
    if (!out.done.empty()) html << web::heading_2("What is done already") << promises(out.done, true);
    html << large("What is going well", plan.going_well.text) << large("What we are worried about", plan.worries.text) << large("What the family says", plan.family_words.text)
         << large("What happens if it does not get better", plan.if_not_better.text) << large("How it ended", plan.ended_words.text) << large("If you have a question, ring", out.ring);
    return html;
}

Page print_page(const Visit& visit, const OpenPlan& plan, const Printed& out, const Recipient& recipient, const std::string& trouble) {
    std::vector<SeenChild> children;
    for (const PlannedChild* one : out.children) children.push_back(one->child);
    const std::string line = letters::made_for(recipient, children, out.today, visit.worker_name);
    Html main;
    main << "<div class=\"sf-screen-only\">"
         << web::inset(Html() << "<p>" << fmt::format("This is for {}. Print it, or save the print as PDF. Read it through first: it goes out as it stands.", recipient.name) << "</p><p>"
                              << web::link(web::to("/plans") / plan.id, "Back to the plan") << "</p>")
         << (trouble.empty() ? Html() : web::warning(trouble))
         << "</div>" << letters::on_each_page(line, content_of(out));
    Page page = page_about(visit, plan, "Print the plan for somebody", std::move(main), "plan printed for somebody");
    // The bar has the child's numbers and more: it is for the screen alone.
    page.before_main = web::Html() << "<div class=\"sf-screen-only\">" << page.before_main << "</div>";
    page.printed_for = line;
    return page;
}

Result<Shown> show_form(Record& record, const Visit& visit) {
    const auto plan = asked_plan(record, visit);
    if (!plan) return refuse(plan.error());
    RecipientForm form{.typed = {{"ring", allocated_worker_of(visit, *plan)}}, .errors = {}, .to_think_about = {}};
    for (const PlannedChild& one : plan->children) form.typed.add("about", one.child.id.text());
    return form_page(visit, *plan, form);
}

Result<Shown> print(Record& record, const Visit& visit) {
    const auto plan = asked_plan(record, visit);
    if (!plan) return refuse(plan.error());
    RecipientForm form{.typed = visit.request.form(), .errors = {}, .to_think_about = {}};
    const Recipient recipient = letters::read_recipient(form);
    Printed out = printed(*plan, form, law::london_date(visit.now));
    out.lead = lead_in_words(visit.book.book(), plan->shared);
    if (out.children.empty()) form.errors.add("about", "Tick at least one child");
    if (out.ring.size() > longest_line) form.errors.add("ring", "Use 200 letters or fewer");
    std::vector<SeenChild> children;
    for (const PlannedChild* one : out.children) children.push_back(one->child);
    if (form.errors.empty()) letters::look_through(form, visit.book, children, recipient, words_of(out), "ring");
    if (!form.errors.empty()) return form_page(visit, *plan, form);
    letters::WentOut went_out{.what = "The plan: " + std::string(plan->shared.kind.says()), .recipient = recipient, .may_know = form.to_think_about};
    for (const SeenChild& child : children) went_out.about.push_back(child.id);
    return print_page(visit, *plan, out, recipient, letters::note_that_it_went_out(record, visit, went_out));
}

}  // namespace

std::vector<pages::PageRoute> plan_print_routes(Record& record) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/plans/{id}/print", Permission::see_children, [&record](const Visit& visit) { return show_form(record, visit); }, later},
        // The recipient's name may not stand in an address, so what is shown is asked for as a form is.
        {post, "/plans/{id}/print", Permission::see_children, [&record](const Visit& visit) { return print(record, visit); }, later},
    };
}

}  // namespace steadfast::record::plans
