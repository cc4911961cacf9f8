#include "record/meetings/meeting_view.hpp"

#include "record/item/when_in_words.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::meetings {
namespace {

using web::Html;

web::Link address_of(const OpenMeeting& meeting) { return web::to("/meetings") / meeting.id(); }

Html narrative(std::string_view text) { return Html() << "<span class=\"sf-narrative\">" << text << "</span>"; }

Html what_to_do_with_it(const MeetingShown& shown) {
    const web::Link here = address_of(shown.meeting);
    const Meeting& meeting = shown.meeting.shared;
    Html html;
    html << "<div class=\"govuk-button-group sf-screen-only\">";
    if (shown.may_record && shown.meeting.item.is_seen_whole) {
        if (meeting.is_to_come()) html << web::button_link(here / "held", "Say what came of it");
        if (meeting.was_held()) html << web::button_link(here / "held", "Change what came of it", web::Looks::secondary);
    }
    html << web::button_link(here / "print", "Print for somebody", web::Looks::secondary);
    if (shown.may_record && shown.meeting.item.is_seen_whole && meeting.is_to_come()) html << web::link(here / "change", "Move or change it") << " " << web::link(here / "call-off", "Call it off");
    return std::move(html << "</div>");
}

Html called_off(const MeetingShown& shown) {
    const Meeting& meeting = shown.meeting.shared;
    if (!meeting.called_off_on) return {};
    Html html;
    html << web::inset(Html() << "<p>" << fmt::format("Called off {}: {}", pages::with_distance(*meeting.called_off_on, shown.today), meeting.called_off_because) << "</p>");
    if (!shown.may_record || !shown.meeting.item.is_seen_whole) return html;
    Html fields;
    fields << web::hidden_input("save_key", shown.key) << web::button({.label = "It takes place after all", .looks = web::Looks::secondary});
    return std::move(html << web::post_form({.action = address_of(shown.meeting) / "takes-place", .token = shown.form_token, .fields = std::move(fields)}));
}

Html facts(const MeetingShown& shown) {
    const Meeting& meeting = shown.meeting.shared;
    std::vector<web::SummaryRow> rows;
    if (meeting.was_held()) rows.push_back({"Held", Html(in_words(meeting.held_at))});
    if (meeting.held_at != meeting.planned_for) rows.push_back({meeting.was_held() ? "Planned for" : "When", Html(in_words(meeting.planned_for))});
    if (!meeting.place.empty()) rows.push_back({"Where", Html(meeting.place)});
    rows.push_back({"Who leads it", Html(meeting.chaired_by.empty() ? "Not said yet" : meeting.chaired_by)});
    if (meeting.needed_since.is_known()) rows.push_back({"Needed since", Html(in_words(meeting.needed_since))});
    if (!meeting.what_for.text.empty()) rows.push_back({"What it is for", narrative(meeting.what_for.text)});
    return web::summary_list(rows);
}

Html words_of_children(const MeetingShown& shown) {
    Html html;
    for (const MeetingsChild& one : shown.meeting.children)
        if (!one.part.child_words.text.empty()) html << web::heading_3(one.child.name) << "<blockquote class=\"govuk-inset-text sf-narrative\">" << one.part.child_words.text << "</blockquote>";
    if (html.empty()) return html;
    return std::move(Html() << web::heading_2("In their own words") << html);
}

Html said(std::string_view heading, std::string_view text) {
    if (text.empty()) return {};
    return Html() << web::heading_3(heading) << "<div class=\"govuk-body sf-narrative\">" << text << "</div>";
}

Html what_came_of_it(const MeetingShown& shown) {
    const Meeting& meeting = shown.meeting.shared;
    if (!meeting.was_held()) return {};
    Html html;
    html << web::heading_2("What came of it");
    for (const DecidedInWords::OfChild& one : shown.decided.of_each) {
        std::vector<web::SummaryRow> rows;
        for (const auto& [label, words] : one.says) rows.push_back({label, narrative(words)});
        if (!rows.empty()) html << web::summary_card(one.name, rows);
    }
    std::vector<web::SummaryRow> of_all;
    for (const auto& [label, words] : shown.decided.of_all) of_all.push_back({label, narrative(words)});
    if (!of_all.empty()) html << web::summary_list(of_all);
    html << said("What was decided, and why", meeting.what_was_decided.text) << said("Who disagreed", meeting.who_disagreed.text) << said("What was known and said", meeting.what_was_said.text);
    for (const MeetingsChild& one : shown.meeting.children) html << said("About " + one.child.name + " alone", one.part.about_this_child.text);
    if (!shown.to_put_right.empty()) {
        html << "<section class=\"sf-screen-only\">" << web::heading_3("Not as it should be") << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const std::string& one : shown.to_put_right) html << "<li>" << one << "</li>";
        html << "</ul></section>";
    }
    return html;
}

std::string answer_in_words(const Invitation& invitation, bool was_held) {
    std::string words = invitation.answer.is_recorded() ? std::string(invitation.answer.says()) : was_held ? "" : "No answer yet";
    if (!invitation.answer_words.empty()) words += ": " + invitation.answer_words;
    return words;
}

Html people(const MeetingShown& shown) {
    const bool was_held = shown.meeting.shared.was_held();
    const bool may_change = shown.may_record && shown.meeting.item.is_seen_whole;
    web::Table table{.caption = "Who is invited", .columns = {{"Name"}, {"Answer"}, {"Report"}, {"Came"}}, .rows = {}, .hides_caption = true,
                     .when_empty = "Nobody is on the list yet."};
    for (const Invited& one : shown.meeting.invited) {
        Html name;
        if (may_change) name << web::link(web::to("/invitations") / one.id, one.invitation.who);
        else name << one.invitation.who;
        if (!one.invitation.capacity.empty()) name << ", " << one.invitation.capacity;
        name << " <span class=\"sf-screen-only\">" << web::link((address_of(shown.meeting) / "print").with("invitation", one.id.text()), "Print for them", one.invitation.who) << "</span>";
        const std::string came = one.invitation.came.is_recorded() ? std::string(one.invitation.came.says()) : was_held ? "Not said" : "";
        table.rows.push_back({std::move(name), Html(answer_in_words(one.invitation, was_held)), Html(one.invitation.report_on ? "Came " + one.invitation.report_on->words() : ""), Html(came)});
    }
    Html html;
    html << "<section id=\"people\">" << web::heading_2(was_held ? "Who was invited, and who came" : "Who is invited") << web::table(table);
    const auto unanswered = std::count_if(shown.meeting.invited.begin(), shown.meeting.invited.end(), [](const Invited& one) { return !one.invitation.answer.is_recorded(); });
    if (!was_held && unanswered > 0 && !shown.meeting.invited.empty())
        html << web::paragraph(Html(fmt::format("{} of {} have not answered.", unanswered, shown.meeting.invited.size())));
    return std::move(html << "</section>");
}

Html invite(const MeetingShown& shown) {
    if (!shown.may_record || !shown.meeting.item.is_seen_whole || shown.meeting.shared.called_off_on) return {};
    const bool was_held = shown.meeting.shared.was_held();
    Html fields;
    fields << web::hidden_input("save_key", shown.key);
    if (!shown.offers.empty()) {
        web::Checkboxes boxes{.name = "invite", .legend = "People round the children", .choices = {}, .small = true};
        for (const Offer& one : shown.offers) boxes.choices.push_back({one.value, one.invitation.who, one.hint});
        for (const auto ticked : shown.typed.all("invite")) boxes.ticked.emplace_back(ticked);
        fields << web::checkboxes(boxes);
    }
    const auto typed = [&shown](std::string_view name) { return std::string(shown.typed.get(name)); };
    const auto error = [&shown](std::string_view name) { return std::string(shown.errors.at(name)); };
    std::vector<web::Choice> agencies = pages::choices_today(professional_kind);
    agencies.insert(agencies.begin(), {"", "None"});
    fields << web::text_input({.name = "who", .label = "Or somebody else, by name", .error = error("who"), .value = typed("who")})
           << web::radios({.name = "standing", .legend = "In what standing", .error = error("standing"), .choices = pages::choices_today(invited_as), .chosen = typed("standing")})
           << web::text_input({.name = "capacity", .label = "Who they are (optional)", .hint = "For example, mother, or class teacher at Mill Lane Primary", .error = error("capacity"), .value = typed("capacity")})
           << web::select({.name = "agency", .label = "Agency (optional)", .error = error("agency"), .choices = std::move(agencies), .chosen = typed("agency")})
           << web::button({.label = was_held ? "Add them" : "Invite them", .looks = web::Looks::secondary});
    Html form = web::post_form({.action = address_of(shown.meeting) / "invitations", .token = shown.form_token, .fields = std::move(fields)});
    const std::string_view words = was_held ? "Add somebody who was there" : "Invite somebody";
    if (!shown.errors.empty() || shown.meeting.invited.empty()) return std::move(Html() << "<section class=\"sf-screen-only\">" << web::heading_3(words) << form << "</section>");
    return std::move(Html() << "<div class=\"sf-screen-only\">" << web::details(words, std::move(form)) << "</div>");
}

Html elsewhere(const OpenMeeting& meeting) {
    Html html;
    html << "<ul class=\"govuk-list sf-screen-only\">";
    for (const MeetingsChild& one : meeting.children) html << "<li>" << web::link(web::to("/children") / one.child.id, "The record of " + one.child.name) << "</li>";
    return std::move(html << "<li>" << web::link((web::to("/items") / meeting.id()).with("version", meeting.item.version), "Every version of this meeting") << "</li></ul>");
}

}  // namespace

std::string where_it_stands(const Meeting& meeting, Date today) {
    if (meeting.was_held()) return "Held " + in_words(meeting.held_at);
    if (meeting.called_off_on) return "Called off " + meeting.called_off_on->words_with_weekday();
    const auto day = meeting.planned_for.first_day();
    if (day && *day < today) return fmt::format("Planned for {}; nobody has said what came of it", in_words(meeting.planned_for));
    return in_words(meeting.planned_for) + (day ? fmt::format(" ({})", pages::from_today(*day, today)) : "");
}

Html meeting_view(const MeetingShown& shown) {
    Html main;
    main << web::error_summary(shown.errors) << web::heading_1(shown.meeting.heading());
    const std::vector<std::string> names = shown.meeting.item.names();
    std::string about;
    for (std::size_t i = 0; i < names.size(); ++i) about += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    main << "<p class=\"govuk-body-l\">" << fmt::format("For {}. {}.", about, where_it_stands(shown.meeting.shared, shown.today)) << "</p>";
    if (!shown.meeting.item.is_seen_whole) main << web::inset(Html("This meeting is also about somebody whose record you may not see."));
    main << called_off(shown) << what_to_do_with_it(shown) << words_of_children(shown) << what_came_of_it(shown) << facts(shown) << people(shown) << invite(shown);
    if (shown.rule && !shown.rule->guidance.empty())
        main << "<div class=\"sf-screen-only\">" << web::details("What such a meeting has to do", Html() << web::paragraph(Html(shown.rule->guidance)) << web::paragraph(Html(shown.rule->source))) << "</div>";
    return std::move(main << elsewhere(shown.meeting));
}

Html meetings_view(const std::vector<MeetingLine>& meetings, const SeenChild& child, bool may_record, Date today) {
    web::Table table{.caption = "Meetings, those to come first", .columns = {{"Meeting"}, {"When"}, {"Who leads it"}}, .rows = {},
                     .when_empty = "No meeting is on record. One that is planned or was held stands here from then on."};
    for (const MeetingLine& one : meetings)
        table.rows.push_back({web::link(web::to("/meetings") / one.id, one.meeting.kind.says()), Html(where_it_stands(one.meeting, today)), Html(one.meeting.chaired_by)});
    Html main;
    main << web::heading_1("Meetings") << web::table(table);
    if (may_record) main << web::paragraph(web::button_link(web::to("/children") / child.id / "meeting", "Plan a meeting"));
    return main;
}

}  // namespace steadfast::record::meetings
