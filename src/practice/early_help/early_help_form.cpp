#include "practice/early_help/early_help_form.hpp"

#include "record/item/by_key.hpp"
#include "record/pages/inputs.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::type_of;
using record::pages::ItemForm;
using web::Html;

Html input(const ItemForm& form, std::string_view key) {
    const record::ItemType& type = type_of<EarlyHelp>();
    return record::pages::input_of(type.fields()[*type.position(key)], form.typed, form.errors);
}

Html who_leads(const EarlyHelpForm& shown) {
    const record::ItemType& type = type_of<EarlyHelp>();
    const record::Field& field = type.fields()[*type.position("led_by")];
    web::TextInput lead{.name = "led_by",
                        .label = std::string(field.label),
                        .hint = std::string(field.hint),
                        .error = std::string(shown.form.errors.at("led_by")),
                        .value = std::string(shown.form.typed.get("led_by"))};
    for (const record::Colleague& one : shown.colleagues) lead.suggestions.push_back(one.name);
    return web::text_input(lead);
}

Html who_looks_over_it(const EarlyHelpForm& shown) {
    web::Select select{.name = "overseen_by",
                       .label = "Qualified social worker who looks over it",
                       .hint = "Somebody else than whoever leads it",
                       .error = std::string(shown.form.errors.at("overseen_by")),
                       .choices = {{"", "Nobody yet"}},
                       .chosen = std::string(shown.form.typed.get("overseen_by"))};
    for (const record::Colleague& one : shown.qualified) {
        select.choices.push_back({one.sign_in_name, fmt::format("{}, {}", one.name, one.role)});
        if (one.id.text() == select.chosen) select.chosen = one.sign_in_name;
    }
    return web::select(select);
}

record::Value link_to(const record::Colleague* one) {
    return one ? record::Value(ledger::ItemId(one->id.bytes())) : record::Value();
}

const record::Colleague* the_only_one_called(const std::vector<record::Colleague>& colleagues, std::string_view name) {
    const record::Colleague* found = nullptr;
    for (const record::Colleague& one : colleagues) {
        if (one.name != name) continue;
        if (found) return nullptr;
        found = &one;
    }
    return found;
}

}  // namespace

const std::vector<std::string_view>& not_asked_of_early_help() {
    static const std::vector<std::string_view> keys{
        "contact", "stepped_down_from", "lead", "overseen_by", "step_up_contact", "ended", "outcome", "outcome_words"};
    return keys;
}

void read_who(EarlyHelpForm& shown, record::Content& content) {
    const record::ItemType& type = type_of<EarlyHelp>();
    const record::Colleague* const lead = the_only_one_called(shown.colleagues, web::trimmed(shown.form.typed.get("led_by")));
    const auto named = shown.form.typed.get("overseen_by");
    const record::Colleague* const overseer = record::find_colleague(shown.qualified, named);
    if (!named.empty() && !overseer) shown.form.errors.add("overseen_by", "Choose a qualified social worker from the list");
    if (lead && overseer && lead->id == overseer->id)
        shown.form.errors.add("overseen_by", "Choose somebody else: whoever leads the help does not look over it as well");
    record::set_by_key(type, content.values, "lead", link_to(lead));
    record::set_by_key(type, content.values, "overseen_by", link_to(overseer));
}

Html early_help_form_view(const EarlyHelpForm& shown) {
    const ItemForm& form = shown.form;
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(form.starts_from)) << web::hidden_input("save_key", form.key)
           << web::hidden_input("plan", std::string(form.typed.get("plan")));
    // The Enter key in a line sends the form by its first button, which must be the one that saves.
    fields << "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>";
    for (const auto key : {"began", "kind", "came_from"}) fields << input(form, key);
    if (form.can_be_about_several) fields << record::pages::whom_it_is_about(form);
    for (const auto key : {"why", "known"}) fields << input(form, key);
    fields << record::pages::parts_about_each(form) << input(form, "agreed") << input(form, "agreed_words")
           << web::heading_2("Who leads it") << who_leads(shown) << input(form, "lead_agency") << who_looks_over_it(shown)
           << record::pages::mark_as_fit(form);
    if (!form.goes_into.empty())
        fields << "<p class=\"govuk-hint\" role=\"status\" data-goes-into" << web::attribute("data-first", form.first_name) << ">"
               << form.goes_into << "</p>";
    fields << web::button({.label = "Save"}) << form.keeping << "<p class=\"govuk-body\">"
           << web::link(form.back, "Go back without saving") << "</p>";
    Html main;
    main << web::error_summary(form.errors) << web::heading_1(shown.heading) << form.notices
         << web::post_form({.action = form.action, .token = form.form_token, .fields = std::move(fields)});
    return main;
}

}  // namespace steadfast::practice
