#include "practice/contact/list_view.hpp"

#include "law/london.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

namespace steadfast::practice {
namespace {

using web::Html;

std::string received_in_words(const When& when, Date today) {
    const auto day = when.first_day();
    if (!day) return "Not recorded";
    const std::string words = record::pages::with_distance(*day, today);
    return when.start().precision == When::Precision::minute ? law::london_time(Instant::from_seconds(std::int64_t{when.start().at} * 60)) + ", " + words : words;
}

Html from_whom(const Contact& contact) {
    Html html;
    html << (contact.who_contacted.is_recorded() ? contact.who_contacted.says() : std::string_view("Not recorded"));
    if (!contact.agency.empty()) html << ", " << contact.agency;
    if (contact.is_unverified.value_or(false)) html << " " << web::tag("Public form, not checked", web::Colour::yellow);
    if (contact.taken_at_night.value_or(false)) html << " " << web::tag("Night", web::Colour::purple);
    return html;
}

Html danger(const Contact& contact) {
    if (contact.danger.is("yes")) return web::tag("Immediate danger", web::Colour::red);
    return Html(contact.danger.is("no") ? "No" : "Not known");
}

Html time_left(const ContactRow& row, Instant now) {
    if (!row.by) return Html("Nobody recorded when it came");
    Html html;
    if (row.by->is_over(now)) html << web::tag("Late", web::Colour::red) << " ";
    html << row.by->words(now);
    return html;
}

Html agencies(const ChecksInNumbers& checks) {
    Html html;
    if (checks.late > 0) html << web::tag("Late", web::Colour::red) << " ";
    return html << checks.words();
}

web::Link list_address(const DecidedList& list, bool with_filter) {
    web::Link link = web::to("/front-door/decided");
    if (!with_filter) return link;
    for (const auto& decision : list.filter.decisions) link = link.with("decision", decision);
    if (!list.typed_from.empty()) link = link.with("from", list.typed_from);
    if (!list.typed_to.empty()) link = link.with("to", list.typed_to);
    return link;
}

Html filter(const DecidedList& list) {
    std::vector<web::Choice> decisions;
    for (const law::Code& code : contact_decision.codes) decisions.push_back({std::string(code.code), std::string(code.says)});
    web::FilterPanel panel{.action = list_address(list, false), .fields = {}};
    panel.fields << web::checkboxes({.name = "decision", .legend = "Decision", .choices = std::move(decisions), .ticked = list.filter.decisions, .small = true})
                 << web::text_input({.name = "from", .label = "Decided from", .hint = "For example, 27/3/2026", .error = list.wrong_from, .value = list.typed_from, .width = web::Width::ten})
                 << web::text_input({.name = "to", .label = "Decided to", .error = list.wrong_to, .value = list.typed_to, .width = web::Width::ten});
    if (!list.filter.decisions.empty() || !list.typed_from.empty() || !list.typed_to.empty()) panel.clear = list_address(list, false);
    return web::filter_panel(panel);
}

Html waiting_filter(const WaitingList& list, const WaitingFilter& filter) {
    const web::Link here = web::to("/front-door");
    web::Select danger{.name = "danger", .label = "In danger", .choices = {{"", "Any"}}, .chosen = filter.danger};
    for (const law::Code& code : immediate_danger.codes) danger.choices.push_back({std::string(code.code), std::string(code.says)});
    danger.choices.push_back({"unsaid", "Nobody said"});
    web::Select age{.name = "age", .label = "How long it waits", .choices = {}};
    for (const AgeWords& one : waiting_ages) {
        age.choices.push_back({std::string(one.value), std::string(one.words)});
        if (one.age == filter.age) age.chosen = one.value;
    }
    web::FilterPanel panel{.action = here, .fields = {}};
    panel.fields << web::select(danger) << web::select(age);
    const auto choices = [&panel](const char* name, const char* label, const char* all, const auto& choices_of, const std::string& chosen) {
        if (choices_of.empty()) return;
        web::Select select{.name = name, .label = label, .choices = {{"", all}}, .chosen = chosen};
        for (const auto& [id, words] : choices_of) select.choices.push_back({id.text(), words});
        panel.fields << web::select(select);
    };
    choices("taken", "Taken by", "Anybody", list.takers, filter.taken_by.is_none() ? "" : filter.taken_by.text());
    choices("team", "Taken in the team", "Any", list.teams, filter.team.is_none() ? "" : filter.team.text());
    if (filter.narrows()) panel.clear = here;
    return web::filter_panel(panel);
}

}  // namespace

Html waiting_view(const WaitingList& list, const WaitingFilter& filter, Instant now, bool may_record) {
    const Date today = law::london_date(now);
    const web::Link here = web::to("/front-door");
    const auto column = [&](std::string name, std::string_view word, WaitingOrder order) {
        web::Link sorted = filter.at(here, false);
        if (!word.empty()) sorted = sorted.with("order", word);
        return web::Column{.name = std::move(name), .sort = sorted, .sorted = filter.order == order ? web::Sorted::ascending : web::Sorted::no};
    };
    web::Table table{.caption = "Contacts waiting for a decision" + std::string(filter.order == WaitingOrder::by_danger_and_time ? ": immediate danger first, then the one with least time left" : ""),
                     .columns = {column("Children", "child", WaitingOrder::by_child), column("Came", "came", WaitingOrder::by_came), column("From", "from", WaitingOrder::by_from),
                                 column("In danger", "danger", WaitingOrder::by_danger), column("Time left", "", WaitingOrder::by_danger_and_time), {"Agencies"}, column("Taken by", "taken", WaitingOrder::by_taken)},
                     .rows = {},
                     .when_empty = list.whole == 0 ? "No contact waits for a decision. New ones stand here until somebody decides on them."
                                                   : "None of those that wait fits. Choose anybody, or however long."};
    for (const WaitingRow& one : list.rows) {
        const ContactRow& row = one.contact;
        table.rows.push_back({web::link(web::to("/contacts") / row.item, names_of(row.children)), Html(received_in_words(row.contact.received, today)), from_whom(row.contact),
                              danger(row.contact), time_left(row, now), agencies(one.checks), Html(one.taken_by_name)});
    }
    Html html;
    html << web::heading_1("Front door");
    if (may_record) html << "<p class=\"govuk-body\">" << web::button_link(web::to("/front-door/contact"), "New contact") << "</p>";
    html << "<p class=\"govuk-body\">" << web::link(web::to("/front-door/decided"), "Contacts already decided on") << "</p>";
    if (list.whole > 1) html << waiting_filter(list, filter);
    html << web::table(table);
    if (!list.rows.empty()) html << "<p class=\"govuk-body sf-screen-only\">" << web::link(filter.at(here / "export"), "Download for a spreadsheet") << "</p>";
    return html;
}

Html decided_view(const DecidedList& list) {
    web::FieldErrors errors;
    if (!list.wrong_from.empty()) errors.add("from", list.wrong_from);
    if (!list.wrong_to.empty()) errors.add("to", list.wrong_to);
    const bool is_narrowed = !list.filter.decisions.empty() || list.filter.from || list.filter.to;
    web::Table table{.caption = "Contacts decided on, the latest first",
                     .columns = {{"Children"}, {"Decided"}, {"Decision"}, {"From"}},
                     .when_empty = is_narrowed ? "No contact fits the filter. Untick a decision or widen the dates." : "Nothing has been decided yet. Contacts stand here once somebody decides on them."};
    for (const ContactRow& row : list.shown.rows)
        table.rows.push_back({web::link(web::to("/contacts") / row.item, names_of(row.children)), Html(received_in_words(row.contact.decided, list.today)),
                              Html(row.contact.decision.says()), from_whom(row.contact)});
    Html main;
    main << web::error_summary(errors) << web::heading_1("Contacts decided on") << "<p class=\"govuk-body\">" << record::pages::counted(list.shown.whole, "contact", "contacts") << ". "
         << web::link(web::to("/front-door"), "Those that wait for a decision") << "</p>" << web::table(table)
         << web::pagination({.page = list.shown.page, .pages = list.shown.pages, .list = list_address(list, true), .of = "contacts"});
    return web::with_side(main, filter(list));
}

}  // namespace steadfast::practice
