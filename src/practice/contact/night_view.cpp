#include "practice/contact/night_view.hpp"

#include "law/london.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <array>

namespace steadfast::practice {
namespace {

using web::Html;

std::string time_in_words(const When& when, Date today) {
    const auto day = when.first_day();
    if (!day) return "Not recorded";
    const std::string words = record::pages::with_distance(*day, today);
    return when.start().precision == When::Precision::minute ? law::london_time(Instant::from_seconds(std::int64_t{when.start().at} * 60)) + ", " + words : words;
}

Html children_of(const std::vector<record::SeenChild>& children) {
    Html html;
    for (const record::SeenChild& child : children) html << web::link(web::to("/children") / child.id, child.name) << " ";
    if (children.empty()) html << "Nobody on record yet";
    return html;
}

Html text(std::string_view words) { return Html() << "<div class=\"sf-narrative\">" << (words.empty() ? std::string_view("Not recorded") : words) << "</div>"; }

Html take_over(const HandoverRow& row, const NightShown& shown) {
    if (!shown.may_record) return Html("Not taken over yet");
    return web::post_form({.action = web::to("/handovers") / row.item / "take", .token = shown.form_token,
                           .fields = Html() << web::hidden_input("starts_from", std::to_string(row.version)) << web::button({.label = "Take over"})});
}

Html handover(const HandoverRow& row, const NightShown& shown) {
    const Date today = law::london_date(shown.now);
    const bool is_taken = row.handover.taken_over.is_known();
    std::vector<web::SummaryRow> rows{{"Children", children_of(row.children)},
                                      {"To do today", text(row.handover.to_do.text)},
                                      {"By whom", text(row.handover.by_whom)},
                                      {"By when", text(row.handover.by_when)},
                                      {"Done in the night", text(row.handover.done.text)},
                                      {"Handed over", text(row.written_by + ", " + time_in_words(row.handover.handed_over, today))}};
    if (!row.handover.contact.item.is_none()) rows.push_back({"Contact", web::link(web::to("/contacts") / row.handover.contact.item, "Open the contact")});
    rows.push_back({"Taken over", is_taken ? text(row.taken_over_by + ", " + time_in_words(row.handover.taken_over, today)) : take_over(row, shown)});
    return web::summary_card(is_taken ? "Taken over" : "To take over", rows);
}

Html on_call(const FrontDoorSettings& settings) {
    return Html() << web::paragraph(Html() << "<strong>On call at night:</strong> " << (settings.on_call.empty() ? std::string("nobody is entered. A manager enters it in the front door's settings.") : settings.on_call));
}

Html contacts(const NightShown& shown) {
    const Date today = law::london_date(shown.now);
    web::Table table{.caption = "Contacts since the office last closed", .columns = {{"Children"}, {"Came"}, {"From"}, {"Decision"}},
                     .when_empty = "No contact has come since the office last closed."};
    for (const ContactRow& row : shown.contacts) {
        Html decision;
        if (row.contact.is_decided()) decision << row.contact.decision.says();
        else decision << (row.by ? row.by->words(shown.now) : std::string("Not decided"));
        if (shown.may_record) decision << " " << web::link(web::to("/contacts") / row.item / "hand-over", "Hand over", "the contact about " + names_of(row.children));
        table.rows.push_back({web::link(web::to("/contacts") / row.item, names_of(row.children)), Html(time_in_words(row.contact.received, today)),
                              Html(row.contact.who_contacted.is_recorded() ? row.contact.who_contacted.says() : std::string_view("Not recorded")), std::move(decision)});
    }
    return web::table(table);
}

Html alerts(const NightShown& shown) {
    web::Table table{.caption = "Children with an alert", .columns = {{"Child"}, {"Alert"}}, .when_empty = "No alert is in force for any child whom you may see."};
    for (const AlertRow& row : shown.alerts) table.rows.push_back({web::link(web::to("/children") / row.child.id, row.child.name), web::link(web::to("/items") / row.item, row.words.empty() ? "Alert" : row.words)});
    return web::table(table);
}

}  // namespace

Html night_view(const NightShown& shown) {
    Html html;
    html << web::heading_1("Night and handover") << on_call(shown.settings);
    if (shown.may_record)
        html << "<p class=\"govuk-body\">" << web::button_link(web::to("/front-door/contact"), "New contact") << " " << web::button_link(web::to("/night/hand-over"), "Hand over something else", web::Looks::secondary) << "</p>";
    html << web::heading_2("To take over this morning");
    if (shown.to_take_over.empty()) html << web::paragraph(Html("Nothing waits to be taken over. What the emergency duty team hands over stands here until somebody takes it."));
    for (const HandoverRow& row : shown.to_take_over) html << handover(row, shown);
    html << web::heading_2("The night's contacts") << contacts(shown) << web::heading_2("Alerts") << alerts(shown);
    if (!shown.taken_over.empty()) html << web::heading_2("Taken over in the last day");
    for (const HandoverRow& row : shown.taken_over) html << handover(row, shown);
    return html;
}

Html handover_form_view(const HandoverForm& form) {
    const record::ItemType& type = record::type_of<NightHandover>();
    Html fields;
    fields << web::hidden_input("save_key", form.key);
    constexpr std::array<std::string_view, 4> asked{"done", "to_do", "by_whom", "by_when"};
    for (const auto key : asked) fields << record::pages::input_of(type.fields()[type.position(key).value()], form.typed, form.errors);
    if (!form.about.empty()) fields << web::hint("This will be in the file of " + form.about + ".");
    fields << web::button({.label = "Hand over"}) << form.keeping << "<p class=\"govuk-body\">" << web::link(web::to("/night"), "Go back without saving") << "</p>";
    return Html() << web::error_summary(form.errors) << web::heading_1("Hand over to the day team") << form.notices << web::post_form({.action = form.action, .token = form.form_token, .fields = std::move(fields)});
}

}  // namespace steadfast::practice
