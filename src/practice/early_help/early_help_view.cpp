#include "practice/early_help/early_help_view.hpp"

#include "law/london.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::type_of;
using web::Html;

web::Link address(const EarlyHelpShown& shown) { return web::to("/early-help") / shown.seen.id(); }

Html words(std::string_view text) {
    return text.empty() ? Html("Not recorded") : Html() << "<span class=\"sf-narrative\">" << text << "</span>";
}

/// What nobody has said yet, and without which the help hangs on nobody.
Html missing(const EarlyHelpShown& shown) {
    const EarlyHelp& help = shown.seen.help;
    Html lines;
    if (help.led_by.empty()) lines << "<li>Nobody leads it yet: say who the lead practitioner is.</li>";
    if (help.overseen_by.item.is_none()) lines << "<li>No qualified social worker looks over it yet.</li>";
    if (!help.agreed.is("agreed") && !help.agreed.is("declined"))
        lines << "<li>Nobody has recorded that the family wants it. Early help is an offer.</li>";
    if (help.agreed.is("declined"))
        lines << "<li>The family does not want it. End it, or step up where the children need more.</li>";
    if (lines.empty()) return {};
    return web::inset(Html() << "<ul class=\"govuk-list govuk-list--bullet\">" << lines << "</ul>");
}

Html due(const EarlyHelpShown& shown) {
    if (shown.owed.empty()) return {};
    const Date today = law::london_date(shown.visit.now);
    Html html;
    html << web::heading_2("What is due") << "<ul class=\"govuk-list\">";
    for (const record::DutyStanding& one : shown.owed) {
        html << "<li>";
        if (one.step.state == law::StepStanding::State::overdue) html << web::tag("Late", web::Colour::red) << " ";
        html << "<strong>" << one.law->name << "</strong>: " << one.words(today) << "</li>";
    }
    return html << "</ul>";
}

Html facts(const EarlyHelpShown& shown) {
    const EarlyHelp& help = shown.seen.help;
    const Date today = law::london_date(shown.visit.now);
    std::string lead = led_by_in_words(help);
    if (help.lead_agency.is_recorded()) lead += fmt::format(" ({})", help.lead_agency.says());
    std::string wants(help.agreed.is_recorded() ? help.agreed.says() : std::string_view("Not recorded"));
    std::vector<web::SummaryRow> rows{
        {"Lead practitioner", Html(lead)},
        {"Looked over by", Html(shown.overseer.empty() ? std::string("Nobody yet") : shown.overseer)},
        {"Does the family want it?", Html(wants)}};
    if (!help.agreed_words.text.empty()) rows.push_back({"What was said about it", words(help.agreed_words.text)});
    Html from(help.came_from.is_recorded() ? help.came_from.says() : std::string_view("Not recorded"));
    if (!help.contact.item.is_none()) from << " " << web::link(web::to("/contacts") / help.contact.item, "Open the contact");
    if (!help.stepped_down_from.item.is_none())
        from << " " << web::link(web::to("/plans") / help.stepped_down_from.item, "Open the plan before it");
    rows.push_back({"What led to it", std::move(from)});
    if (help.began) rows.push_back({"Began", Html(record::pages::with_distance(*help.began, today))});
    rows.push_back({"Why this family is helped now", words(help.why.text)});
    rows.push_back({"What is known already", words(help.known.text)});
    for (const record::pages::SeenPart& one : shown.seen.item.children)
        rows.push_back(
            {"What " + one.child.name + " says", words(type_of<EarlyHelp>().item_from<EarlyHelp>(one.values).child_words.text)});
    if (!help.step_up_contact.item.is_none())
        rows.push_back({"More help asked for",
                        web::link(web::to("/contacts") / help.step_up_contact.item, "Open the contact at the front door")});
    return web::summary_list(rows);
}

Html ended(const EarlyHelpShown& shown) {
    const EarlyHelp& help = shown.seen.help;
    return Html() << web::heading_2("What it led to")
                  << web::summary_list(
                         {{"Ended", Html(record::pages::with_distance(*help.ended, law::london_date(shown.visit.now)))},
                          {"What it led to",
                           Html(help.outcome.is_recorded() ? help.outcome.says() : std::string_view("Not recorded"))},
                          {"What is different, and who helps from here", words(help.outcome_words.text)}});
}

Html press(const EarlyHelpShown& shown, std::string_view where, std::string label) {
    const Html fields = Html() << web::hidden_input("save_key", record::pages::FormKey::fresh())
                               << web::button({.label = std::move(label), .looks = web::Looks::secondary});
    return web::post_form({.action = address(shown) / where, .token = shown.visit.form_token, .fields = fields});
}

Html assessment(const EarlyHelpShown& shown) {
    const Date today = law::london_date(shown.visit.now);
    Html html = web::heading_2("Whole-family assessment");
    for (const AssessmentLine& one : shown.belongs.assessments) {
        const FamilyAssessment& about = one.assessment;
        const std::string state = about.finished ? "finished " + record::pages::with_distance(*about.finished, today)
                                  : about.began  ? "begun " + record::pages::with_distance(*about.began, today) + ", not finished"
                                                 : "not finished";
        html << web::paragraph(Html() << web::link(web::to("/items") / one.id, "Read it") << ": " << state << ". "
                                      << (shown.may_record && !about.finished ? web::link(web::to("/items") / one.id / "change",
                                                                                          "Go on writing", "the assessment")
                                                                              : Html()));
    }
    if (shown.belongs.assessments.empty()) {
        html << web::paragraph(Html("Not begun. It begins with what is written above."));
        if (shown.may_record && shown.seen.help.is_open()) html << press(shown, "assessment", "Begin the assessment");
    }
    return html;
}

Html plan(const EarlyHelpShown& shown) {
    Html html = web::heading_2("Plan");
    const auto& belongs = shown.belongs;
    if (belongs.plan)
        html << web::paragraph(Html() << web::link(web::to("/plans") / belongs.plan->id, belongs.plan->plan.kind.says())
                                      << ": <strong>" << belongs.plan->plan.must_be_different << "</strong>");
    if (!shown.may_record) return html << (belongs.plan ? Html() : web::paragraph(Html("No early help plan is written yet.")));
    if (!shown.seen.help.is_open()) {
        if (belongs.plan && shown.seen.help.outcome.is("step_up"))
            html << web::paragraph(web::link((web::to("/plans") / belongs.plan->id / "review").with("kind", "in_need"),
                                             "Carry it over into a child in need plan"));
        else if (belongs.plan)
            html << web::paragraph(web::link(web::to("/plans") / belongs.plan->id / "end", "End this plan too"));
        return html;
    }
    if (belongs.plan_before)
        html << web::paragraph(
            Html() << "The " << belongs.plan_before->plan.kind.says() << " before it is still in force. "
                   << (belongs.plan_before->plan.kind.is("protection")
                           ? Html("A conference ends it.")
                           : web::link((web::to("/plans") / belongs.plan_before->id / "review").with("kind", "early_help"),
                                       "Carry it over into an early help plan")));
    if (!belongs.plan && !belongs.plan_before)
        html << web::paragraph(
            Html() << "None is written yet. "
                   << web::link((web::to("/children") / shown.seen.first().id / "plan").with("kind", "early_help"),
                                "Write the plan", "with the family"));
    return html;
}

Html team(const EarlyHelpShown& shown) {
    Html html = web::heading_2("Team around the family");
    const web::Link meetings = web::to("/children") / shown.seen.first().id;
    html << "<p class=\"govuk-body\">";
    if (shown.may_record && shown.seen.help.is_open())
        html << web::link((meetings / "meeting").with("kind", "team_around_family"), "Plan a meeting",
                          "of the team around the family")
             << ". ";
    return html << web::link(meetings / "meetings", "Every meeting", "about " + shown.seen.first().name) << "</p>";
}

Html oversight_form(const EarlyHelpShown& shown) {
    const record::ItemType& type = type_of<EarlyHelpOversight>();
    Html fields;
    fields << web::hidden_input("save_key", record::pages::FormKey::fresh());
    for (const auto key : {"found", "words"})
        fields << record::pages::input_of(type.fields()[*type.position(key)], shown.typed, shown.errors);
    fields << web::button({.label = "Record that you looked over it", .looks = web::Looks::secondary});
    const Html form =
        web::post_form({.action = address(shown) / "oversight", .token = shown.visit.form_token, .fields = std::move(fields)});
    return shown.errors.empty() ? web::details("Look over it", form) : form;
}

Html oversight(const EarlyHelpShown& shown) {
    Html html;
    html << "<section id=\"oversight\">" << web::heading_2("Oversight");
    for (std::size_t i = 0; i < shown.belongs.oversight.size(); ++i) {
        const EarlyHelpOversight& one = shown.belongs.oversight[i].oversight;
        html << web::paragraph(
            Html() << (one.looked_on ? one.looked_on->words_with_weekday() : std::string("Day not recorded")) << ", "
                   << shown.looked_by[i] << ": <strong>" << one.found.says() << "</strong>. "
                   << web::link(web::to("/items") / shown.belongs.oversight[i].id, "Read it", "what was found"));
    }
    if (shown.belongs.oversight.empty()) html << web::paragraph(Html("No qualified social worker has looked over it yet."));
    if (shown.may_oversee && shown.seen.help.is_open()) html << oversight_form(shown);
    return html << "</section>";
}

Html what_next(const EarlyHelpShown& shown) {
    if (!shown.may_record || !shown.seen.help.is_open()) return {};
    return Html() << "<p class=\"govuk-body\">" << web::button_link(address(shown) / "change", "Change", web::Looks::secondary)
                  << " " << web::button_link(address(shown) / "step-up", "Step up", web::Looks::secondary) << " "
                  << web::button_link(address(shown) / "end", "End it", web::Looks::secondary) << "</p>";
}

/// Where it was stepped up, what comes next stands first: the summary is there already.
Html after_step_up(const EarlyHelpShown& shown) {
    if (!shown.seen.help.outcome.is("step_up") || !shown.may_record) return {};
    return web::inset(
        Html() << "<p>A referral is open. What was written here comes along: "
               << web::link(web::to("/children") / shown.seen.first().id / "assess", "Begin the child and family assessment")
               << " with it.</p>");
}

}  // namespace

std::string led_by_in_words(const EarlyHelp& help) { return help.led_by.empty() ? std::string("Nobody yet") : help.led_by; }

Html early_help_view(const EarlyHelpShown& shown) {
    const EarlyHelp& help = shown.seen.help;
    Html html;
    html << web::error_summary(shown.errors)
         << web::heading_1(help.kind.is_recorded() ? help.kind.says() : std::string_view("Early help"));
    Html whom = Html() << "For ";
    for (std::size_t i = 0; i < shown.seen.item.children.size(); ++i) {
        const auto& child = shown.seen.item.children[i].child;
        whom << std::string_view(i == 0                                     ? ""
                                 : i + 1 == shown.seen.item.children.size() ? " and "
                                                                            : ", ")
             << web::link(web::to("/children") / child.id, child.name);
    }
    html << "<p class=\"govuk-body-l\">" << whom << ".</p>";
    if (help.is_open()) html << missing(shown) << due(shown) << what_next(shown);
    else html << after_step_up(shown) << ended(shown);
    html << web::heading_2("What is known") << facts(shown) << assessment(shown) << plan(shown) << team(shown) << oversight(shown)
         << "<p class=\"govuk-body\">"
         << web::link((web::to("/items") / shown.seen.id()).with("version", shown.seen.item.version),
                      "Who recorded this, and what it said before")
         << "</p>";
    return html;
}

}  // namespace steadfast::practice
