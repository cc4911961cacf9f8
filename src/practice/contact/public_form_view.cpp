#include "practice/contact/public_form.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

namespace steadfast::practice {
namespace {

using web::Html;

std::string typed(const PublicForm& form, std::string_view name) { return std::string(form.typed.get(name)); }

Html text(const PublicForm& form, std::string name, std::string label, std::string hint) {
    return web::text_input({.name = name, .label = std::move(label), .hint = std::move(hint), .error = std::string(form.errors.at(name)), .value = typed(form, name)});
}

Html area(const PublicForm& form, std::string name, std::string label, std::string hint, int rows) {
    return web::text_area({.name = name, .label = std::move(label), .hint = std::move(hint), .error = std::string(form.errors.at(name)), .value = typed(form, name), .rows = rows});
}

Html one_of(const PublicForm& form, std::string name, std::string legend, const law::CodeSet& set) {
    std::vector<web::Choice> choices;
    for (const law::Code& code : set.codes) choices.push_back({std::string(code.code), std::string(code.says)});
    return web::radios({.name = name, .legend = std::move(legend), .error = std::string(form.errors.at(name)), .choices = std::move(choices), .chosen = typed(form, name)});
}

Html ring(const FrontDoorSettings& settings) {
    Html html;
    html << "<p class=\"govuk-body\"><strong>If a child is in immediate danger, ring 999.</strong>";
    if (!settings.phone.empty()) html << " By day you reach us on " << settings.phone << ".";
    if (!settings.night_phone.empty()) html << " At night and at weekends on " << settings.night_phone << ".";
    html << "</p>";
    return html;
}

Html sender(const PublicForm& form) {
    std::vector<web::Choice> sources{{"", "Choose"}};
    for (const law::Code& code : law::referral_source.codes)
        if (code.code != "9" && code.code != "10") sources.push_back({std::string(code.code), std::string(code.says)});
    Html html;
    html << web::heading_2("About you") << text(form, "contacted_by", "Your name and role", "For example, Jo Marsh, head of year")
         << text(form, "agency", "Your organisation", "")
         << web::select({.name = "who_contacted", .label = "What sort of organisation it is", .error = std::string(form.errors.at("who_contacted")), .choices = std::move(sources), .chosen = typed(form, "who_contacted")})
         << text(form, "ring_back", "How to reach you", "A telephone number on which you can be reached today, or an e-mail address");
    return html;
}

}  // namespace

Html public_form_view(const PublicForm& form) {
    Html fields;
    fields << web::hidden_input("proof", form.proof)
           // For machines: people neither see it nor reach it.
           << "<div hidden><label for=\"website\">Leave this empty</label><input id=\"website\" name=\"website\" type=\"text\" tabindex=\"-1\" autocomplete=\"off\"></div>"
           << sender(form) << web::heading_2("About the children")
           << area(form, "children", "Which children, and what you know of them", "Names, dates of birth or ages, address, school, who looks after them", 5)
           << area(form, "worries", "What you are worried about", "What you have seen or heard, when, and from whom", 10)
           << area(form, "child_says", "What the child says or shows", "In their own words, if you can", 4) << one_of(form, "danger", "Is a child in immediate danger?", immediate_danger)
           << web::heading_2("The parents") << one_of(form, "parents_told", "Do the parents know that you are sending this?", family_told)
           << one_of(form, "consent", "Do they agree?", consent_given) << area(form, "consent_words", "What they said", "", 3) << web::button({.label = "Send"});
    Html main;
    main << web::error_summary(form.errors);
    if (!form.trouble.empty()) main << web::warning(form.trouble);
    main << web::heading_1("Tell us about a child") << web::paragraph(Html("For teachers, health workers, the police and everybody else who works with children.")) << ring(form.settings)
         << web::post_form({.action = web::to("/refer"), .token = "", .fields = std::move(fields)});
    return main;
}

Html public_form_sent_view(std::string_view reference, const FrontDoorSettings& settings) {
    return Html() << web::heading_1("We have what you sent") << "<p class=\"govuk-body\">Your reference is <strong>" << reference << "</strong>. Write it down: it is all you need when you ring us about this.</p>"
                  << web::heading_2("What happens next")
                  << "<ul class=\"govuk-list govuk-list--bullet\"><li>A social worker reads it and decides within one working day what to do.</li>"
                     "<li>They may ring you to hear more.</li><li>They tell you what they decided, as far as they may.</li></ul>"
                  << ring(settings);
}

Html public_form_closed_view(const FrontDoorSettings& settings, std::string_view says) {
    return Html() << web::heading_1("Tell us about a child") << web::inset(Html(says)) << ring(settings);
}

}  // namespace steadfast::practice
