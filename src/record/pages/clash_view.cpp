#include "record/pages/clash_view.hpp"

#include "law/london.hpp"
#include "record/pages/drafted_form.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

Html text_of(const Field& field, const Value& value) {
    const std::string words = in_words(field, value);
    Html html;
    html << "<div class=\"sf-narrative\">" << (words.empty() ? std::string("Nothing") : words) << "</div>";
    return html;
}

Html choice_of(const FieldInClash& one, const ClashPage& page) {
    std::vector<web::Choice> choices{{"theirs", "Keep theirs"}, {"mine", "Keep mine"}};
    if (one.field->kind == FieldKind::narrative) choices.push_back({"both", "Keep both, theirs first"});
    Html html;
    html << web::heading_2(one.label) << "<div class=\"sf-beside\"><section>" << web::heading_3(page.who + " wrote") << text_of(*one.field, one.theirs)
         << "</section><section>" << web::heading_3("You wrote") << text_of(*one.field, one.mine) << "</section></div>"
         << web::radios({.name = input_of_choice(one.input), .legend = one.label + ": which is to stand?",
                         .error = page.asks_again && one.chosen.empty() ? "Choose which is to stand" : "", .choices = std::move(choices),
                         .chosen = one.chosen, .side_by_side = true});
    return html;
}

/// The whole form as it was typed, so that it comes back with the choice. The choices themselves and what has its own input here stay out.
Html carried(const ClashPage& page) {
    Html html;
    for (const auto& [name, value] : page.typed) {
        const bool is_own = name == "starts_from" || name == "merged_with" || name == "save_key" || name.starts_with("choose-") || belongs_to_the_keeping(name);
        if (!is_own) html << "<input type=\"hidden\"" << web::attribute("name", name) << web::attribute("value", value) << ">";
    }
    return html;
}

web::FieldErrors errors_of(const ClashPage& page) {
    web::FieldErrors errors;
    if (!page.asks_again) return errors;
    for (const FieldInClash& one : page.merged.both)
        if (one.chosen.empty()) errors.add(input_of_choice(one.input), fmt::format("{}: choose which is to stand", one.label));
    return errors;
}

}  // namespace

Html clash_view(const ClashPage& page) {
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(page.started_from)) << web::hidden_input("merged_with", std::to_string(page.now_there))
           << web::hidden_input("save_key", page.key) << carried(page);
    for (const FieldInClash& one : page.merged.both) fields << choice_of(one, page);
    if (page.merged.both.empty()) fields << web::paragraph("You changed different things, so both stay.");
    if (!page.merged.only_theirs.empty()) {
        std::string labels;
        for (const std::string& label : page.merged.only_theirs) labels += (labels.empty() ? "" : ", ") + label;
        fields << web::paragraph(fmt::format("What {} alone changed stays: {}.", page.who, labels));
    }
    if (!page.goes_into.empty()) fields << web::hint(page.goes_into);
    fields << web::button({.label = "Save"}) << page.keeping << "<p class=\"govuk-body\">" << web::link(page.back, "Go back without saving") << "</p>";

    Html html;
    html << web::error_summary(errors_of(page)) << web::heading_1(fmt::format("{}: two people wrote", page.type->name()))
         << web::warning(fmt::format("{} saved this while you were writing ({}). Nothing of yours is lost: both texts stand below.", page.who,
                                     law::london_date_and_time(page.when)))
         << web::post_form({.action = page.action, .token = page.form_token, .fields = std::move(fields)});
    return html;
}

}  // namespace steadfast::record::pages
