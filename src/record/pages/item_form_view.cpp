#include "record/pages/item_form.hpp"

#include "record/item/form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/named_worker.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

constexpr std::string_view kept_from_siblings = "only_about";   // What brothers and sisters should not read: a child alone has nobody to keep it from.

using web::Html;

/// What is asked about one child alone.
Html inputs_about(const ItemForm& form, const AboutWhom& child) {
    Html inputs;
    if (form.each.size() > 1) inputs << web::hint(fmt::format("This will be in the file of {} alone.", child.name));
    for (const Field& declared : form.type->fields()) {
        if (!declared.is_about_each || declared.kind == FieldKind::link || form.leaves_out(declared.key)) continue;
        const std::string name = input_about(child.id, declared.key);
        Field field = declared;
        field.key = name;
        inputs << input_of(field, form.typed, form.errors);
    }
    return inputs;
}

void add_typed(web::Fields& typed, const std::string& name, const Value& value) {
    const auto add_day = [&typed, &name](Date date) {
        typed.add(name + "-day", std::to_string(date.day()));
        typed.add(name + "-month", std::to_string(date.month()));
        typed.add(name + "-year", std::to_string(date.year()));
    };
    if (const auto* day = std::get_if<Date>(&value)) add_day(*day);
    else if (const auto* when = std::get_if<When>(&value)) {
        if (const auto first = when->first_day()) add_day(*first);
        const std::string text = when->text();
        if (text.size() >= 16 && text[10] == 'T') typed.add(name + "-time", text.substr(11, 5));
    } else if (const auto* number = std::get_if<std::int32_t>(&value)) typed.add(name, std::to_string(*number));
    else if (const auto* yes = std::get_if<bool>(&value)) typed.add(name, *yes ? "yes" : "no");
    else if (const auto* text = std::get_if<std::string>(&value)) typed.add(name, *text);
    else if (const auto* codes = std::get_if<std::vector<std::string>>(&value))
        for (const auto& code : *codes) typed.add(name, code);
}

}  // namespace

bool ItemForm::leaves_out(std::string_view field_key) const {
    return std::find(not_asked.begin(), not_asked.end(), field_key) != not_asked.end();
}

Html whom_it_is_about(const ItemForm& form) {
    Html html;
    std::vector<web::Choice> choices;
    std::vector<std::string> ticked;
    for (const AlsoAbout& one : form.also) {
        choices.push_back({one.whom.id.text(), one.whom.name, one.why});
        if (one.is_ticked) ticked.push_back(one.whom.id.text());
    }
    if (!choices.empty())
        html << web::checkboxes({.name = "children",
                                 .legend = fmt::format("Besides {}, who is this about?", form.first_name),
                                 .hint = "Write it once: it goes into the file of each.",
                                 .error = std::string(form.errors.at("children")),
                                 .choices = std::move(choices),
                                 .ticked = std::move(ticked)});
    Html find;
    find << web::text_input({.name = "find_child",
                             .label = "Name, date of birth or number",
                             .error = std::string(form.errors.at("find_child")),
                             .value = std::string(form.typed.get("find_child")),
                             .width = web::Width::twenty,
                             .autocomplete = "off",
                             .spellcheck = false})
         << web::button({.label = "Find", .looks = web::Looks::secondary, .name = "find", .value = "yes"});
    const bool is_open = !form.errors.at("find_child").empty() || !form.typed.get("find_child").empty();
    if (is_open) html << find;
    else html << web::details("Add another child", find);
    return html;
}

bool asks_about_one_alone(const ItemType& type) {
    return std::any_of(type.fields().begin(), type.fields().end(),
                       [](const Field& field) { return field.is_about_each && (field.is_required || field.key != kept_from_siblings); });
}

Html parts_about_each(const ItemForm& form) {
    const bool must = asks_about_one_alone(*form.type);
    Html html;
    for (const AboutWhom& child : form.each)
        html << "<div" << web::attribute("data-about", child.id.text()) << (must ? web::Markup(" data-must>") : web::Markup(">"))
             << web::fieldset(fmt::format("{} {}", form.each.size() > 1 ? "Only about" : "About", child.name), inputs_about(form, child)) << "</div>";
    return html;
}

Html mark_as_fit(const ItemForm& form) {
    if (!form.can_be_about_several && form.each.size() < 2) return {};
    std::vector<std::string> ticked;
    if (form.typed.has("fit_for_each")) ticked.emplace_back("yes");
    Html html;
    html
        << "<div data-about-several>"
        << web::checkboxes(
               {.name = "fit_for_each",
                .legend = "If it is about several children",
                .choices = {{"yes", "What I wrote about all of them is fit to be read by each of them and their family",
                             "Without this, whoever may not see one of the children reads only what is about the others alone."}},
                .ticked = std::move(ticked)})
        << "</div>";
    return html;
}

Html form_view(const ItemForm& form) {
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(form.starts_from)) << web::hidden_input("save_key", form.key);
    // The Enter key in a line sends the form by its first button, which must be the one that saves.
    if (form.can_be_about_several)
        fields << "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>"
               << whom_it_is_about(form);
    for (const Field& field : form.type->fields()) {
        if (field.is_recorder && !form.workers.empty()) fields << worker_input(field, form);
        if (field.is_asked_later && form.starts_from == 0) continue;
        // Any other link is kept as it is; it is chosen where the two items belong together.
        if (field.kind == FieldKind::link || field.is_return_year || field.is_about_each || field.is_for_the_program) continue;
        fields << input_of(field, form.typed, form.errors);
    }
    fields << parts_about_each(form) << mark_as_fit(form);
    if (form.starts_from == 0 && std::ranges::any_of(form.type->fields(), &Field::is_asked_later))
        fields << web::hint("What comes of it is asked later: open it again and choose Change.");
    if (form.starts_from > 0)
        fields << web::text_input({.name = "because",
                                   .label = "If this puts something right: what was wrong",
                                   .hint = "Kept with the new text, so that nobody has to ask later",
                                   .value = std::string(form.typed.get("because"))});
    if (!form.goes_into.empty())
        fields << "<p class=\"govuk-hint\" role=\"status\" data-goes-into" << web::attribute("data-first", form.first_name) << ">"
               << form.goes_into << "</p>";
    fields << web::button({.label = "Save"}) << form.keeping << "<p class=\"govuk-body\">"
           << web::link(form.back, "Go back without saving") << "</p>";

    Html html;
    html << web::error_summary(form.errors) << web::heading_1(form.type->name()) << form.notices
         << web::post_form({.action = form.action, .token = form.form_token, .fields = std::move(fields)})
         << codes_on_demand(form.type->fields(),
                            [&form](const Field& field) { return !form.leaves_out(field.key) && !field.is_for_the_program; });
    return html;
}

web::Fields typed_from(const ItemType& type, const Content& content, const std::vector<AboutWhom>& each) {
    web::Fields typed;
    if (content.is_fit_for_each) typed.add("fit_for_each", "yes");
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        const Field& field = type.fields()[i];
        if (const auto* worker = std::get_if<ledger::ItemId>(&content.values[i]); worker && field.is_recorder)
            typed.add(std::string(field.key), worker->text());
        if (!field.is_about_each) add_typed(typed, std::string(field.key), content.values[i]);
        for (std::size_t child = 0; field.is_about_each && child < std::min(each.size(), content.about.size()); ++child)
            add_typed(typed, input_about(each[child].id, field.key), content.about[child].values[i]);
    }
    return typed;
}

std::string goes_into(const std::vector<std::string>& names) {
    if (names.empty()) return "";
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) all += i + 1 == names.size() ? " and " : ", ";
        all += names[i];
    }
    return fmt::format("This will be in the file{} of {}.", names.size() == 1 ? "" : "s", all);
}

}  // namespace steadfast::record::pages
