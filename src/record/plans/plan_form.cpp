#include "record/plans/plan_form.hpp"

#include "record/pages/about_several.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/named_worker.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

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

}  // namespace

Html plan_form_view(const PlanForm& shown) {
    const ItemForm& form = shown.form;
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(form.starts_from)) << web::hidden_input("save_key", form.key);
    // The Enter key in a line sends the form by its first button, which must be the one that saves.
    fields << "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>";
    for (const auto key : first_asked) fields << input(form, key);
    if (form.starts_from > 0) fields << input(form, "reviewed_on");
    fields << pages::worker_input(declared("lead"), form) << input(form, "led_elsewhere");
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

ItemForm form_for(Record& record, const pages::Visit& visit, const SeenChild& first, web::Link action, web::Link back) {
    ItemForm form = pages::form_about_several(visit, type_of<Plan>(), first, std::move(action), std::move(back), {asked_when_it_ends.begin(), asked_when_it_ends.end()});
    const std::array about{pages::AboutWhom{first.id, first.name}};
    form.workers = pages::workers_to_name(record, visit, type_of<Plan>(), about);
    return form;
}

}  // namespace steadfast::record::plans
