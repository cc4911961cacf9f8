#include "practice/contact/contact_view.hpp"

#include "law/london.hpp"
#include "practice/contact/check_view.hpp"
#include "practice/contact/timescales.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using web::Html;

std::string when_in_words(const When& when, Date today) {
    const auto day = when.first_day();
    if (!day) return "Not recorded";
    if (when.start().precision != When::Precision::minute) return record::pages::with_distance(*day, today);
    return law::london_time(Instant::from_seconds(std::int64_t{when.start().at} * 60)) + ", " + record::pages::with_distance(*day, today);
}

Html words(std::string_view text) {
    Html html;
    if (text.empty()) html << "Not recorded";
    else html << "<div class=\"sf-narrative\">" << text << "</div>";
    return html;
}

Html facts(const ContactShown& shown) {
    const Contact& contact = shown.contact;
    Html children;
    for (const record::SeenChild& child : shown.row.children) children << web::link(web::to("/children") / child.id, child.name) << " ";
    if (shown.row.children.empty()) children << "Nobody on record yet";
    std::vector<web::SummaryRow> rows{{"Children", std::move(children)}};
    const auto add = [&rows](std::string_view key, std::string_view value) {
        if (!value.empty()) rows.push_back({std::string(key), words(value)});
    };
    add("Children not on record", contact.children_not_on_record.text);
    add("When they got in touch", when_in_words(contact.received, shown.today));
    add("Who got in touch", contact.who_contacted.says());
    add("Agency or organisation", contact.agency);
    add("Their name and role", contact.contacted_by);
    if (contact.stays_unnamed.value_or(false)) add("To the family", "They want to stay unnamed");
    rows.push_back({"How to ring them back", words(contact.ring_back)});
    add("How it came", contact.came_by.says());
    add("Reference of the public form", contact.reference);
    rows.push_back({"What they are worried about", words(contact.worries.text)});
    rows.push_back({"What the child is known to feel or say", words(contact.child_says.text)});
    rows.push_back({"Immediate danger", words(contact.danger.says())});
    rows.push_back({"Do the parents know?", words(contact.parents_told.says())});
    rows.push_back({"Do they agree?", words(contact.consent.says())});
    add("What was said about telling and agreeing", contact.consent_words.text);
    rows.push_back({"Recorded by", words(shown.recorded_by)});
    return web::summary_list(rows);
}

Html referrals(const ContactShown& shown) {
    if (!shown.contact.decision.is("assessment")) return {};
    Html html;
    html << "<ul class=\"govuk-list\">";
    for (const ChildHistory& history : shown.histories)
        if (history.open_referral && history.sibling_of.empty())
            html << "<li>" << web::link(web::to("/items") / *history.open_referral, "Open referral of " + history.child.name) << "</li>";
    html << "</ul>";
    return html;
}

/// One press begins early help with what the contact says; where it has begun, the way there.
Html early_help(const ContactShown& shown) {
    if (shown.early_help) return web::paragraph(web::link(web::to("/items") / *shown.early_help, "The early help that began with it"));
    if (!shown.may_begin_early_help) return {};
    if (shown.row.children.empty()) return web::paragraph(Html("Choose the children whom it is about, then begin early help here."));
    const Html fields = Html() << web::hidden_input("save_key", shown.key) << web::button({.label = "Begin early help"});
    return web::post_form({.action = web::to("/contacts") / shown.row.item / "early-help", .token = shown.form_token, .fields = fields});
}

Html decided(const ContactShown& shown) {
    Html html;
    std::vector<web::SummaryRow> rows;
    if (shown.contact.threshold.is_recorded()) rows = {{"Which threshold is met", words(shown.contact.threshold.says())}, {"What in the guide says so", words(shown.contact.threshold_why.text)}};
    const std::vector<web::SummaryRow> decision{{"Decision", words(shown.contact.decision.says())},
                                      {"Why", words(shown.contact.decision_why.text)},
                                      {"Decided", words(when_in_words(shown.contact.decided, shown.today))},
                                      {"Decided by", words(shown.decided_by)}};
    rows.insert(rows.end(), decision.begin(), decision.end());
    if (!shown.contact.passed_to.empty()) rows.push_back({"Passed to", words(shown.contact.passed_to)});
    html << web::heading_2("Decision") << web::summary_list(rows) << referrals(shown) << early_help(shown);
    return html;
}

Html to_decide(const ContactShown& shown) {
    Html html;
    html << web::heading_2("Decision") << shown.notices;
    if (shown.row.by) {
        const bool is_late = shown.row.by->is_over(shown.now);
        html << "<p class=\"govuk-body\">" << web::tag(is_late ? "Late" : "Waiting", is_late ? web::Colour::red : web::Colour::blue) << " " << shown.row.by->words(shown.now) << "</p>"
             << web::details("What the law says", Html() << "<p class=\"govuk-body\">" << contact_decided.says << "</p><p class=\"govuk-body\">" << contact_decided.source << "</p>");
    }
    if (!shown.may_decide) return std::move(html << web::paragraph(Html("A qualified social worker or a manager decides.")));
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(shown.version)) << web::hidden_input("save_key", shown.key) << decision_inputs(shown.typed, shown.errors, shown.threshold_guide)
           << web::button({.label = "Save the decision"}) << shown.keeping;
    html << web::post_form({.action = web::to("/contacts") / shown.row.item / "decision", .token = shown.form_token, .fields = std::move(fields)});
    return html;
}

}  // namespace

Html contact_shown_view(const ContactShown& shown) {
    Html main;
    main << web::error_summary(shown.errors);
    if (!shown.trouble.empty()) main << web::warning(shown.trouble);
    main << web::heading_1("Contact");
    if (shown.contact.is_unverified.value_or(false))
        main << web::inset(Html() << "<p>This came by the public form. <strong>Nobody has checked who sent it.</strong> Ring them back, then change the contact and say that you have spoken to them.</p>");
    if (shown.contact.danger.is("yes")) main << web::warning("A child may be in immediate danger. Act first: 999, strategy discussion, manager.");
    main << facts(shown);
    if (shown.may_record)
        main << "<p class=\"govuk-body\">" << web::button_link(web::to("/contacts") / shown.row.item / "change", "Change, or choose the children", web::Looks::secondary) << "</p>";
    main << checks_beside(shown.checks, shown.row.item, shown.may_record, shown.now) << (shown.contact.is_decided() ? decided(shown) : to_decide(shown)) << "<p class=\"govuk-body\">"
         << web::link(web::to("/items") / shown.row.item, "Every version of this contact") << "</p><p class=\"govuk-body\">" << web::link(web::to("/front-door"), "Back to the front door") << "</p>";
    return web::with_side(main, history_view(shown.histories, shown.today));
}

}  // namespace steadfast::practice
