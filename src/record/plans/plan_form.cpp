#include "record/plans/plan_form.hpp"

#include "law/london.hpp"
#include "record/item/form.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/inputs.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::record::plans {
namespace {

using pages::ItemForm;
using web::Html;

constexpr std::array<std::string_view, 5> asked_when_it_ends{"ended", "ended_because", "ended_words", "last_seen_on", "why_not_seen"};
constexpr std::array<std::string_view, 3> first_asked{"kind", "agreed_on", "review_by"};
constexpr std::array<std::string_view, 5> then_asked{"must_be_different", "worries", "going_well", "family_words", "if_not_better"};

const Field& declared(std::string_view key) { return type_of<Plan>().fields()[*type_of<Plan>().position(key)]; }

Html input(const ItemForm& form, std::string_view key) { return pages::input_of(declared(key), form.typed, form.errors); }

Html what_to_carry(const PlanForm& form) {
    if (form.undone.empty()) return {};
    web::Checkboxes carry{.name = "carry", .legend = "What is not done yet", .hint = "What is ticked goes on in this plan, with its owner and its day. The rest is dropped.", .choices = {}};
    for (const PromisedAction* one : form.undone)
        carry.choices.push_back({one->id.text(), one->action.action, fmt::format("{}, {}", one->who, one->action.by_day ? "by " + one->action.by_day->words_with_weekday() : std::string("no day is set"))});
    for (const auto ticked : form.form.typed.all("carry")) carry.ticked.emplace_back(ticked);
    Html html;
    html << web::checkboxes(carry)
         << web::text_input({.name = "dropped_because", .label = "If something is not ticked: why it will not be done", .error = std::string(form.form.errors.at("dropped_because")),
                             .value = std::string(form.form.typed.get("dropped_because"))});
    return html;
}

std::vector<std::string> names_of(const std::vector<pages::AboutWhom>& about) {
    std::vector<std::string> names;
    for (const pages::AboutWhom& one : about) names.push_back(one.name);
    return names;
}

}  // namespace

Html plan_form_view(const PlanForm& shown) {
    const ItemForm& form = shown.form;
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(form.starts_from)) << web::hidden_input("save_key", form.key);
    // The Enter key in a line sends the form by its first button, which must be the one that saves.
    fields << "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>";
    for (const auto key : first_asked) fields << input(form, key);
    if (form.starts_from > 0) fields << input(form, "reviewed_on");
    if (form.can_be_about_several) fields << pages::whom_it_is_about(form);
    fields << pages::parts_about_each(form);
    for (const auto key : then_asked) fields << input(form, key);
    fields << what_to_carry(shown) << pages::mark_as_fit(form);
    if (!form.goes_into.empty())
        fields << "<p class=\"govuk-hint\" role=\"status\" data-goes-into" << web::attribute("data-first", form.first_name) << ">" << form.goes_into << "</p>";
    fields << web::button({.label = "Save"}) << form.keeping << "<p class=\"govuk-body\">" << web::link(form.back, "Go back without saving") << "</p>";
    Html main;
    main << web::error_summary(form.errors);
    main << web::heading_1(shown.heading) << form.notices << web::post_form({.action = form.action, .token = form.form_token, .fields = std::move(fields)});
    return main;
}

ItemForm form_for(const pages::Visit& visit, const SeenChild& first, web::Link action, web::Link back) {
    ItemForm form{.type = &type_of<Plan>(), .action = std::move(action), .back = std::move(back), .form_token = visit.form_token, .first_name = first.name};
    form.not_asked.assign(asked_when_it_ends.begin(), asked_when_it_ends.end());
    return form;
}

void offer_children(const pages::Visit& visit, const SeenChild& first, ItemForm& form) {
    form.can_be_about_several = true;
    if (form.also.empty()) form.also = pages::also_about(visit.book, first, law::london_date(visit.now), form.typed);
    form.each = {{first.id, first.name}};
    std::vector<pages::AboutWhom> ticked = form.each;
    for (const pages::AlsoAbout& one : form.also) {
        form.each.push_back(one.whom);
        if (one.is_ticked) ticked.push_back(one.whom);
    }
    form.goes_into = pages::goes_into(names_of(ticked));
    if (form.each.size() > ticked.size()) form.goes_into += " Ticking another child puts it into that child's file too.";
}

std::vector<SeenChild> chosen_children(const pages::Visit& visit, const SeenChild& first, const ItemForm& form) {
    std::vector<SeenChild> children{first};
    for (const pages::AlsoAbout& one : form.also) {
        if (!one.is_ticked) continue;
        if (auto child = visit.book.child(one.whom.id)) children.push_back(std::move(*child));
    }
    return children;
}

Content read_plan(ItemForm& form, const std::vector<SeenChild>& children, const Content* recorded) {
    const ItemType& type = type_of<Plan>();
    Content content = recorded ? *recorded : Content();
    content.values.resize(type.fields().size());
    content.about.resize(children.size());
    FormRead read = read_form(type, form.typed, recorded ? &recorded->values : nullptr);
    for (const auto& error : read.errors) form.errors.add(error.field, error.says);
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (!type.fields()[i].is_about_each && !form.leaves_out(type.fields()[i].key)) content.values[i] = std::move(read.values[i]);
    for (std::size_t child = 0; child < children.size(); ++child) {
        Values& values = content.about[child].values;
        values.resize(type.fields().size());
        FormRead about = read_form_about(type, form.typed, children[child].id, children[child].name, &values);
        for (const auto& error : about.errors) form.errors.add(error.field, error.says);
        for (std::size_t i = 0; i < type.fields().size(); ++i)
            if (type.fields()[i].is_about_each && !form.leaves_out(type.fields()[i].key)) values[i] = std::move(about.values[i]);
    }
    content.is_fit_for_each = children.size() > 1 && form.typed.has("fit_for_each");
    return content;
}

}  // namespace steadfast::record::plans
