#include "practice/assessment/assessment_view.hpp"

#include "practice/assessment/timescales.hpp"
#include "record/item/form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <array>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using web::Html;

constexpr std::array<std::string_view, 6> plan_and_words{"began", "finish_by", "looks_at", "who_takes_part", "family_words", "analysis"};

const record::Field& field_of(std::string_view key) {
    const record::ItemType& type = record::type_of<WrittenAssessment>();
    return type.fields()[type.position(key).value()];
}

web::Link address_of(const OpenAssessment& assessment) { return web::to("/assessments") / assessment.id; }

Html words(std::string_view text) {
    Html html;
    if (text.empty()) html << "Not written yet";
    else html << "<div class=\"sf-narrative\">" << text << "</div>";
    return html;
}

std::string day(const std::optional<Date>& date, Date today) { return date ? record::pages::with_distance(*date, today) : std::string(); }

web::Colour colour_of(std::string_view state) {
    if (state == "authorised") return web::Colour::green;
    if (state == "sent") return web::Colour::purple;
    return state == "returned" ? web::Colour::orange : web::Colour::blue;
}

Html where_it_stands(const AssessmentShown& shown) {
    const WrittenAssessment& text = shown.assessment.shared;
    Html html;
    html << "<p class=\"govuk-body\">" << web::tag(text.state.says(), colour_of(text.state.code)) << " ";
    if (text.state.is("authorised")) html << "by " << shown.authorised_by << (text.authorised.first_day() ? ", " + day(text.authorised.first_day(), shown.today) : std::string());
    else html << due_in_words(shown.assessment.referred(), shown.today);
    html << "</p>";
    if (!text.returned_because.text.empty() && !text.state.is("authorised")) html << web::inset(Html() << "<p><strong>To be changed:</strong></p><div class=\"sf-narrative\">" << text.returned_because.text << "</div>");
    if (shown.assessment.authorised_version && !text.state.is("authorised"))
        html << web::inset(Html() << "<p>Version " << *shown.assessment.authorised_version << " is authorised and counts. What was changed since counts once a manager authorises it. "
                                  << web::link((web::to("/items") / shown.assessment.id).with("version", *shown.assessment.authorised_version), "Read the version that counts") << "</p>");
    return html;
}

Html still_missing(const AssessmentShown& shown) {
    const auto missing = missing_before_sending(shown.assessment);
    if (missing.empty() || shown.assessment.shared.state.is("authorised")) return {};
    Html list;
    list << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& one : missing) list << "<li>" << one << "</li>";
    list << "</ul>";
    return Html() << "<section id=\"still-to-do\" tabindex=\"-1\">" << web::heading_2("Still to do") << list << "</section>";
}

Html part_of(const AssessedChild& one, Date today) {
    Html factors;
    for (const auto& code : one.part.factors.codes) factors << "<div>" << law::assessment_factor.says(code) << "</div>";
    return web::summary_card(one.child.name, {{"Record", web::link(web::to("/children") / one.child.id, "Open", "the record of " + one.child.name)},
                                              {"Referred", words(day(one.referred, today))},
                                              {"Seen on", words(day(one.part.seen_on, today))},
                                              {"Seen alone on", words(day(one.part.seen_alone_on, today))},
                                              {"If not: why", words(one.part.not_seen_because.text)},
                                              {"What this child needs", words(one.part.about_child.text)},
                                              {"Factors found", one.part.factors.codes.empty() ? words("") : std::move(factors)},
                                              {"Outcome", words(one.part.outcome.says())}});
}

/// Before what anybody else says of them.
Html in_their_own_words(const AssessmentShown& shown) {
    Html html;
    html << web::heading_2("In their own words");
    for (const AssessedChild& one : shown.assessment.children) {
        html << web::heading_3(one.child.name);
        if (!one.part.child_words.text.empty()) html << "<blockquote class=\"govuk-inset-text sf-narrative\">" << one.part.child_words.text << "</blockquote>";
        else html << web::paragraph(Html() << "<span class=\"sf-quiet\">What " << one.child.name << " says is not written yet.</span>");
    }
    return html;
}

Html for_the_manager(const AssessmentShown& shown) {
    if (!shown.assessment.shared.state.is("sent")) return {};
    Html html;
    html << web::heading_2("Authorise or return");
    if (!shown.may_authorise) return std::move(html << web::paragraph(Html(shown.why_not.empty() ? "A manager who wrote none of it authorises it or returns it." : shown.why_not)));
    Html inputs;
    inputs << web::hidden_input("starts_from", std::to_string(shown.assessment.version))
           << web::text_area({.name = "manager_words", .label = "What you say about it", .hint = "To return it, say what is to be changed", .error = std::string(shown.errors.at("manager_words")),
                              .value = shown.typed_words})
           << web::button({.label = "Authorise", .name = "do", .value = "authorise"}) << " "
           << web::button({.label = "Return with what to change", .looks = web::Looks::secondary, .name = "do", .value = "return"}) << shown.keeping;
    html << shown.notices << web::post_form({.action = address_of(shown.assessment) / "authorise", .token = shown.form_token, .fields = std::move(inputs)});
    return html;
}

Html for_the_writer(const AssessmentShown& shown) {
    if (!shown.may_record) return {};
    Html html;
    const auto& state = shown.assessment.shared.state;
    html << "<p class=\"govuk-body\">"
         << web::button_link(address_of(shown.assessment) / "write", state.is("authorised") ? "Change it, for a manager to authorise again" : "Write", web::Looks::secondary) << "</p>";
    if (state.is("sent") || state.is("authorised")) return html;
    html << web::post_form({.action = address_of(shown.assessment) / "send", .token = shown.form_token,
                            .fields = Html() << web::hidden_input("starts_from", std::to_string(shown.assessment.version)) << web::button({.label = "Send for authorisation"})});
    return html;
}

}  // namespace

std::string due_in_words(std::optional<Date> referred, Date today) {
    if (!referred) return "";
    const auto steps = law::standing(child_and_family_assessment, {*referred, std::nullopt, {}}, today);
    return steps.empty() ? "" : steps.front().words(today);
}

Html assessment_view(const AssessmentShown& shown) {
    const WrittenAssessment& text = shown.assessment.shared;
    Html main;
    main << web::error_summary(shown.errors) << web::heading_1("Assessment") << where_it_stands(shown) << for_the_writer(shown) << for_the_manager(shown) << still_missing(shown)
         << in_their_own_words(shown) << web::heading_2("The plan")
         << web::summary_list({{"Assessed by", words(shown.assessor)},
                               {"Began", words(day(text.began, shown.today))},
                               {"To be finished by", words(day(text.finish_by, shown.today))},
                               {"What will be looked at", words(text.looks_at.text)},
                               {"Who takes part, and by when", words(text.who_takes_part.text)}})
         << web::heading_2("What was found")
         << web::summary_list({{"What the family says", words(text.family_words.text)}, {"Analysis", words(text.analysis.text)}, {"What happens next", words(text.next_steps.text)},
                               {"What the manager says", words(text.manager_words.text)}})
         << web::heading_2("Each child");
    for (const AssessedChild& one : shown.assessment.children) main << part_of(one, shown.today);
    main << "<p class=\"govuk-body\">" << web::link(web::to("/items") / shown.assessment.id, "Every version of this assessment") << "</p><p class=\"govuk-body\">"
         << web::link(web::to("/items") / shown.assessment.id / "print", "Print it for somebody") << "</p>";
    return main;
}

Html assessment_form_view(const AssessmentForm& form) {
    Html fields;
    fields << web::hidden_input("save_key", form.key) << web::hidden_input("starts_from", std::to_string(form.starts_from));
    for (const auto key : plan_and_words) fields << record::pages::input_of(field_of(key), form.typed, form.errors);
    std::string whose;
    for (const AssessedChild& one : form.assessment.children) {
        Html inputs;
        inputs << web::hint(fmt::format("This will be in the file of {} alone.", one.child.name));
        for (const record::Field& declared : record::type_of<WrittenAssessment>().fields()) {
            if (!declared.is_about_each) continue;
            const std::string name = record::input_about(one.child.id, declared.key);
            record::Field field = declared;
            field.key = name;
            inputs << record::pages::input_of(field, form.typed, form.errors);
        }
        fields << web::fieldset(one.child.name, inputs);
        whose += (whose.empty() ? "" : ", ") + one.child.name;
    }
    fields << record::pages::input_of(field_of("next_steps"), form.typed, form.errors) << web::hint("What is not about one child alone will be in the files of " + whose + ".")
           << web::button({.label = "Save"}) << form.keeping << "<p class=\"govuk-body\">" << web::link(address_of(form.assessment), "Go back without saving") << "</p>";
    Html main;
    main << web::error_summary(form.errors);
    if (form.assessment.shared.state.is("authorised"))
        main << web::inset(Html("This is authorised. What you change counts once a manager authorises it again; until then the authorised version counts."));
    main << form.notices << web::heading_1("Write the assessment") << web::post_form({.action = address_of(form.assessment) / "write", .token = form.form_token, .fields = std::move(fields)})
         << record::pages::codes_on_demand(record::type_of<WrittenAssessment>().fields(), &record::Field::is_about_each);
    return main;
}

Html begin_view(const BeginForm& form, Date today) {
    std::vector<web::Choice> choices;
    std::vector<std::string> ticked;
    for (const Assessable& one : form.children) {
        if (one.under_way) continue;
        choices.push_back({one.child.id.text(), one.child.name, one.referred ? "Referred " + record::pages::with_distance(*one.referred, today) : "Open referral without its day"});
        ticked.push_back(one.child.id.text());
    }
    Html main;
    web::FieldErrors errors;
    if (!form.error.empty()) errors.add("child", form.error);
    main << web::error_summary(errors) << web::heading_1("Begin an assessment");
    for (const Assessable& one : form.children)
        if (one.under_way && !one.under_way->is_none())
            main << web::paragraph(Html() << one.child.name << " is being assessed already: " << web::link(web::to("/assessments") / *one.under_way, "open that assessment", "of " + one.child.name) << ".");
    if (choices.empty())
        return std::move(main << web::inset(Html("No child here has an open referral that is not being assessed already. A referral opens when a contact is decided on at the front door.")));
    Html fields;
    fields << web::hidden_input("save_key", form.key)
           << web::checkboxes({.name = "child", .legend = "Children to assess together", .hint = "One text for all of them, with a part about each", .error = form.error, .choices = std::move(choices), .ticked = std::move(ticked)})
           << web::button({.label = "Begin"});
    main << web::post_form({.action = web::to("/children") / form.child.id / "assess", .token = form.form_token, .fields = std::move(fields)});
    return main;
}

Html assessments_view(const std::vector<AssessmentRow>& rows, Date today) {
    web::Table table{.caption = "Assessments that are not authorised yet, those that wait for a manager first",
                     .columns = {{"Children"}, {"State"}, {"Due"}, {"Assessed by"}},
                     .when_empty = "No assessment is under way. One begins on the page of a child with an open referral."};
    for (const AssessmentRow& row : rows) {
        std::string names;
        for (const record::SeenChild& child : row.children) names += (names.empty() ? "" : ", ") + child.name;
        table.rows.push_back({web::link(web::to("/assessments") / row.id, names.empty() ? "Assessment" : names), web::tag(row.text.state.says(), colour_of(row.text.state.code)),
                              Html(row.referred ? due_in_words(row.referred, today) : "The referral's day is not recorded"), Html(row.assessor)});
    }
    return Html() << web::heading_1("Assessments") << web::table(table);
}

}  // namespace steadfast::practice
