#include "record/meetings/meeting_form.hpp"

#include "record/pages/inputs.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::record::meetings {
namespace {

using pages::ItemForm;
using web::Html;

const Field& declared(std::string_view key) { return type_of<Meeting>().fields()[*type_of<Meeting>().position(key)]; }

Html input(const ItemForm& form, std::string_view key) { return pages::input_of(declared(key), form.typed, form.errors); }

Html who_leads(const MeetingForm& shown) {
    const Field& field = declared("chaired_by");
    return web::text_input({.name = std::string(field.key), .label = std::string(field.label), .hint = "The name of a colleague, or who else leads it", .error = std::string(shown.form.errors.at(field.key)),
                            .value = std::string(shown.form.typed.get(field.key)), .suggestions = shown.colleagues});
}

Html guidance(const MeetingForm& shown) {
    if (!shown.rule || shown.rule->guidance.empty()) return {};
    return web::inset(Html() << "<p>" << shown.rule->guidance << "</p><p class=\"sf-quiet\">" << shown.rule->source << "</p>");
}

Html who_came(const MeetingForm& shown) {
    if (!shown.invited || shown.invited->empty()) return web::paragraph(Html("Nobody is on the list of people. Add whoever was there on the meeting's page, before this or after it."));
    Html html;
    html << web::heading_2("Who came");
    std::vector<web::Choice> choices = pages::choices_today(attendance);
    choices.insert(choices.begin(), {"", "Not said"});
    for (const Invited& one : *shown.invited) {
        const std::string name = input_of_coming(one.id);
        std::string chosen(shown.form.typed.get(name));
        if (!shown.form.typed.has(name)) chosen = one.invitation.came.code;
        html << web::select({.name = name, .label = one.invitation.who + (one.invitation.capacity.empty() ? "" : ", " + one.invitation.capacity), .error = std::string(shown.form.errors.at(name)), .choices = choices, .chosen = std::move(chosen)});
    }
    return html;
}

/// What the kind decides: of all of them, then of each.
Html outcome(const MeetingForm& shown) {
    if (!shown.outcome) return {};
    Html html;
    html << web::heading_2("What was decided for each child") << pages::parts_about_each(*shown.outcome);
    for (const Field& field : shown.outcome->type->fields())
        if (!field.is_about_each && !shown.outcome->leaves_out(field.key) && field.kind != FieldKind::link) html << pages::input_of(field, shown.outcome->typed, shown.outcome->errors);
    return html;
}

Html what_is_asked(const MeetingForm& shown) {
    const ItemForm& form = shown.form;
    Html fields;
    if (shown.asks == Asks::what_is_planned) {
        fields << input(form, "kind") << input(form, "planned_for") << input(form, "place") << who_leads(shown) << input(form, "what_for");
        if (form.can_be_about_several) fields << pages::whom_it_is_about(form);
        fields << pages::parts_about_each(form) << input(form, "needed_since");
        return fields;
    }
    fields << input(form, "held_at") << who_leads(shown) << who_came(shown) << web::heading_2("What was said") << pages::parts_about_each(form) << input(form, "what_was_said") << outcome(shown)
           << input(form, "what_was_decided") << input(form, "who_disagreed");
    return fields;
}

}  // namespace

Html meeting_form_view(const MeetingForm& shown) {
    const ItemForm& form = shown.form;
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(form.starts_from)) << web::hidden_input("save_key", form.key);
    // The Enter key in a line sends the form by its first button, which must be the one that saves.
    fields << "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>" << what_is_asked(shown) << pages::mark_as_fit(form);
    if (!form.goes_into.empty())
        fields << "<p class=\"govuk-hint\" role=\"status\" data-goes-into" << web::attribute("data-first", form.first_name) << ">" << form.goes_into << "</p>";
    fields << web::button({.label = "Save"});
    if (shown.asks == Asks::what_is_planned && form.starts_from == 0) fields << web::button({.label = "Save, it was held already", .looks = web::Looks::secondary, .name = "then", .value = "held"});
    fields << form.keeping << "<p class=\"govuk-body\">" << web::link(form.back, "Go back without saving") << "</p>";
    web::FieldErrors errors = form.errors;
    if (shown.outcome)
        for (const auto& error : shown.outcome->errors) errors.add(error.field, error.says);
    Html main;
    main << web::error_summary(errors);
    main << web::heading_1(shown.heading) << form.notices << guidance(shown) << web::post_form({.action = form.action, .token = form.form_token, .fields = std::move(fields)});
    return main;
}

std::vector<std::string_view> left_to_the_other_half(Asks asks) {
    if (asks == Asks::what_is_planned) return {"chair", "held_at", "what_was_said", "what_was_decided", "who_disagreed", "called_off_on", "called_off_because", "about_this_child"};
    return {"kind", "planned_for", "place", "chair", "needed_since", "what_for", "called_off_on", "called_off_because"};
}

std::string input_of_coming(ledger::ItemId invitation) { return "came-" + invitation.text(); }

Chair read_chair(const Book& book, Date today, std::string_view typed) {
    Chair chair{.words = std::string(web::trimmed(typed)), .colleague = {}};
    std::size_t same = 0;
    for (const Colleague& one : colleagues_on(book, today)) {
        if (one.name != chair.words) continue;
        ++same;
        chair.colleague = ledger::ItemId(one.id.bytes());
    }
    if (same != 1) chair.colleague = {};
    return chair;
}

}  // namespace steadfast::record::meetings
