#include "practice/contact/check_view.hpp"

#include "law/london.hpp"
#include "practice/contact/timescales.hpp"
#include "record/item/when_in_words.hpp"
#include "record/pages/inputs.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::type_of;
using web::Html;

Html input(std::string_view key, const web::Fields& typed, const web::FieldErrors& errors) {
    const record::ItemType& type = type_of<AgencyCheck>();
    return record::pages::input_of(type.fields()[*type.position(key)], typed, errors);
}

Html words(std::string_view text) {
    return text.empty() ? Html("Not recorded") : Html() << "<span class=\"sf-narrative\">" << text << "</span>";
}

Html state(const CheckLine& line, Instant now) {
    Html html;
    if (line.check.answer.is("declined")) return html << web::tag("Declined", web::Colour::orange);
    if (line.check.is_answered())
        return html << (line.check.answer.is_recorded() ? line.check.answer.says() : std::string_view("Answered"));
    html << (line.is_late(now) ? web::tag("Late", web::Colour::red) : web::tag("Waiting", web::Colour::blue));
    if (line.by) html << " " << line.by->words(now);
    return html;
}

Html agencies(const AskForm& form) {
    web::Checkboxes boxes{.name = "agency",
                          .legend = "Whom do you ask?",
                          .hint = "Each of them gets a check of its own, and answers it alone.",
                          .error = std::string(form.errors.at("agency")),
                          .choices = {},
                          .small = true};
    for (const law::Code& one : record::professional_kind.codes)
        boxes.choices.push_back({std::string(one.code), std::string(one.says)});
    for (const auto ticked : form.typed.all("agency")) boxes.ticked.emplace_back(ticked);
    return web::checkboxes(boxes);
}

}  // namespace

Html checks_beside(const std::vector<CheckLine>& checks, ledger::ItemId contact, bool may_record, Instant now) {
    Html html;
    html << "<section id=\"checks\">" << web::heading_2("What other agencies know");
    if (checks.empty()) html << web::paragraph(Html("Nobody has been asked yet."));
    else html << "<ul class=\"govuk-list\">";
    for (const CheckLine& line : checks) {
        html << "<li>" << web::link(web::to("/checks") / line.id, line.whom()) << ": " << state(line, now);
        if (may_record && !line.check.is_answered())
            html << ". " << web::link(web::to("/checks") / line.id / "answer", "Record the answer", "of " + line.whom());
        html << "</li>";
    }
    if (!checks.empty()) html << "</ul>";
    if (may_record)
        html << "<p class=\"govuk-body\">"
             << web::button_link(web::to("/contacts") / contact / "checks", "Ask agencies", web::Looks::secondary) << "</p>";
    return html << "</section>";
}

Html ask_view(const AskForm& form) {
    const web::Link contact = web::to("/contacts") / form.contact;
    Html fields;
    fields << web::hidden_input("save_key", form.key) << agencies(form) << input("organisation", form.typed, form.errors)
           << input("question", form.typed, form.errors) << input("basis", form.typed, form.errors)
           << input("basis_why", form.typed, form.errors);
    if (!form.names.empty()) fields << web::hint("This will be in the file of " + form.names + ".");
    fields << web::button({.label = "Record that they were asked"}) << form.keeping
           << web::paragraph(web::link(contact, "Go back without asking"));
    return Html()
           << web::error_summary(form.errors) << form.notices << web::heading_1("Ask agencies what they know")
           << web::paragraph(Html(
                  "Ask for what you need to decide, and no more. The check is recorded here; ask them in the way that you have agreed with each."))
           << web::details(
                  "What the law says",
                  Html()
                      << web::paragraph(Html(
                             "Ask the family first, unless that may put a child at risk. Where a child may be suffering significant harm, agencies share what they know without agreement too, and the record says why."))
                      << web::paragraph(Html(agency_check_answered.source)))
           << web::post_form({.action = contact / "checks", .token = form.form_token, .fields = std::move(fields)});
}

Html answer_view(const record::pages::ItemForm& form, const AgencyCheck& asked, const CheckLine& line, Instant now) {
    Html fields;
    fields << web::hidden_input("save_key", form.key) << web::hidden_input("starts_from", std::to_string(form.starts_from));
    for (const auto key : {"answered_at", "answer", "answered_by", "declined_why", "known_of_family"})
        fields << input(key, form.typed, form.errors);
    fields << record::pages::parts_about_each(form);
    if (!form.goes_into.empty()) fields << web::hint(form.goes_into);
    fields << web::button({.label = "Save the answer"}) << form.keeping
           << web::paragraph(web::link(form.back, "Go back without saving"));
    return Html() << web::error_summary(form.errors) << form.notices << web::heading_1("What they answered")
                  << web::summary_list({{"Agency", Html(line.whom())},
                                        {"Asked", Html() << record::in_words(asked.asked_at) << " "
                                                         << (line.by ? Html("(wanted " + line.by->words(now) + ")") : Html())},
                                        {"What is asked", words(asked.question.text)}})
                  << web::post_form({.action = form.action, .token = form.form_token, .fields = std::move(fields)});
}

Html check_view(const CheckLine& line, const AgencyCheck& whole, const std::vector<SaidOfChild>& said, std::string_view asked_by,
                bool may_record, Instant now) {
    std::vector<web::SummaryRow> rows{
        {"Agency", Html(line.whom())},
        {"Asked", Html(record::in_words(whole.asked_at))},
        {"Asked by", Html(std::string(asked_by.empty() ? std::string_view("Not recorded") : asked_by))},
        {"What is asked", words(whole.question.text)},
        {"On what footing", words(whole.basis.says())}};
    if (!whole.basis_why.text.empty()) rows.push_back({"Why without the family's agreement", words(whole.basis_why.text)});
    rows.push_back({"What they answered", state(line, now)});
    if (whole.is_answered()) {
        rows.push_back(
            {"Answered", Html(whole.answered_at.is_known() ? record::in_words(whole.answered_at) : std::string("Not recorded"))});
        rows.push_back({"Who answered", words(whole.answered_by)});
        if (!whole.declined_why.text.empty()) rows.push_back({"Why they declined", words(whole.declined_why.text)});
        rows.push_back({"What they know of the family", words(whole.known_of_family.text)});
        for (const SaidOfChild& one : said) rows.push_back({"What they know of " + one.name, words(one.known)});
    }
    Html html;
    html << web::heading_1("Agency check") << web::summary_list(rows);
    if (may_record)
        html << "<p class=\"govuk-body\">"
             << web::button_link(web::to("/checks") / line.id / "answer",
                                 whole.is_answered() ? "Change the answer" : "Record the answer", web::Looks::secondary)
             << "</p>";
    if (!whole.contact.item.is_none())
        html << web::paragraph(web::link(web::to("/contacts") / whole.contact.item, "Back to the contact"));
    return html << web::paragraph(web::link((web::to("/items") / line.id).with("version", 1), "Every version of this check"));
}

}  // namespace steadfast::practice
