#include "practice/missing/episode_view.hpp"

#include "law/london.hpp"
#include "practice/missing/found_button.hpp"
#include "record/item/by_key.hpp"
#include "record/item/when_in_words.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using web::Html;

web::Link address(const EpisodeShown& shown) { return web::to("/missing") / shown.episode.id; }

Html form(const EpisodeShown& shown, const web::Link& action, Html fields) {
    return web::post_form({.action = action, .token = shown.visit.form_token, .fields = Html() << web::hidden_input("save_key", record::pages::FormKey::fresh()) << fields});
}

Html told_form(const EpisodeShown& shown) {
    std::vector<web::Choice> choices;
    const record::Values values = record::type_of<MissingEpisode>().values_of(shown.whole);
    for (const WhoIsTold& one : who_is_told())
        if (!record::is_recorded(record::value_by_key(record::type_of<MissingEpisode>(), values, one.field))) choices.push_back({std::string(one.field), std::string(one.words)});
    if (choices.empty()) return {};
    Html fields;
    fields << web::checkboxes({.name = "told", .legend = "Who has been told just now?", .error = std::string(shown.errors.at("told")), .choices = std::move(choices), .small = true});
    if (shown.whole.police_reference.empty())
        fields << web::text_input({.name = "police_reference", .label = "Police reference, if they gave one", .value = std::string(shown.typed.get("police_reference")), .width = web::Width::twenty});
    fields << web::button({.label = "Record who was told", .looks = web::Looks::secondary});
    return form(shown, address(shown) / "told", std::move(fields));
}

Html back_form(const EpisodeShown& shown) {
    const record::ItemType& type = record::type_of<MissingEpisode>();
    Html fields;
    for (const auto key : {"found_at", "found_where", "found_how"}) {
        record::Field field = type.fields()[*type.position(key)];
        if (field.key == "found_at") field.hint = "";
        fields << record::pages::input_of(field, shown.typed, shown.errors);
    }
    fields << web::button({.label = "Save", .looks = web::Looks::secondary});
    const Html whole = form(shown, address(shown) / "back", std::move(fields));
    return shown.errors.empty() ? web::details("When, where and how they came back", whole) : whole;
}

Html offers(const EpisodeShown& shown) {
    Html html;
    if (!shown.interview.offers.empty()) html << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const OfferSeen& one : shown.interview.offers) {
        html << "<li>Offered " << record::in_words(one.offer.offered_at) << (one.offer.offered_by.empty() ? std::string() : " by " + one.offer.offered_by) << ". ";
        if (one.offer.answer.is("refused"))
            html << "<strong>Refused</strong> " << record::in_words(one.offer.answered_at) << (one.offer.refused_by.is_recorded() ? fmt::format(" ({})", one.offer.refused_by.says()) : std::string()) << ". ";
        if (one.offer.answer.is("agreed")) html << "Agreed " << record::in_words(one.offer.answered_at) << ". ";
        if (!one.offer.why.empty()) html << "\xE2\x80\x9C" << one.offer.why << "\xE2\x80\x9D ";
        html << web::link(web::to("/items") / one.id / (shown.may_record ? "change" : "compare"), "Say more", "about this offer") << "</li>";
    }
    if (!shown.interview.offers.empty()) html << "</ul>";
    return html;
}

Html held(const EpisodeShown& shown) {
    const ReturnInterview& interview = shown.interview.interview;
    Html html;
    html << "<p class=\"govuk-body\"><strong>Held</strong> " << record::in_words(interview.held_at) << (interview.held_by.empty() ? std::string() : " by " + interview.held_by);
    if (interview.is_independent) html << (*interview.is_independent ? std::string(", independent of whoever looks after the child") : std::string(", not independent of whoever looks after the child"));
    html << ". " << web::link(web::to("/items") / *shown.interview.held, "Read it") << "</p>";
    if (shown.led_to.empty()) return html << web::paragraph(Html() << "Nobody has said yet what it changes. " << web::link(web::to("/items") / *shown.interview.held / "change", "Say what it changes"));
    html << "<p class=\"govuk-body\">" << shown.led_to;
    if (shown.led_to_link) html << " " << web::link(*shown.led_to_link, "Open it", "what was changed");
    return html << "</p>";
}

/// What can be pressed next: an answer where one is waited for, an offer where none is, and always that it was held.
Html interview_buttons(const EpisodeShown& shown) {
    const bool waits = !shown.interview.offers.empty() && !shown.interview.offers.front().offer.answer.is_recorded();
    Html html;
    if (waits) {
        Html fields;
        fields << web::button({.label = "They agreed", .looks = web::Looks::secondary, .name = "answer", .value = "agreed"}) << " "
               << web::button({.label = "They refused", .looks = web::Looks::secondary, .name = "answer", .value = "refused"});
        html << form(shown, address(shown) / "answer", std::move(fields));
    } else {
        html << form(shown, address(shown) / "offer", Html() << web::button({.label = shown.interview.offers.empty() ? "Offered just now" : "Offered again just now", .looks = web::Looks::secondary}));
    }
    return html << "<p class=\"govuk-body\">" << web::button_link(address(shown) / "interview", "Record the interview") << "</p>";
}

Html give_it(const EpisodeShown& shown) {
    web::Select worker{.name = "worker", .label = "Who holds it, or sees that it is held", .error = std::string(shown.errors.at("worker")), .choices = {{"", "Choose a colleague"}}};
    for (const record::Colleague& one : shown.colleagues) worker.choices.push_back({one.sign_in_name, fmt::format("{}, {}", one.name, one.role)});
    const Html fields = Html() << web::select(worker) << web::button({.label = "Give it to them", .looks = web::Looks::secondary});
    const Html whole = form(shown, address(shown) / "interviewer", fields);
    return shown.errors.at("worker").empty() ? web::details(shown.owed_by.empty() ? "Say who is to hold it" : "Give it to somebody else", whole) : whole;
}

Html interview(const EpisodeShown& shown) {
    Html html;
    html << "<section class=\"sf-panel\" id=\"interview\">" << web::heading_2("Return interview") << "<p class=\"govuk-body\">";
    if (shown.interview.is_late(shown.visit.now)) html << web::tag("Late", web::Colour::red) << " ";
    html << "The return interview: <strong>" << shown.interview.words(shown.visit.now) << "</strong>.";
    if (!shown.owed_by.empty() && shown.interview.is_owed(law::london_date(shown.visit.now))) html << " " << shown.owed_by << " owes it.";
    html << "</p>" << offers(shown);
    if (shown.interview.held) html << held(shown);
    else if (shown.may_record) html << interview_buttons(shown) << give_it(shown);
    html << web::details("What counts", web::paragraph(Html("Held counts, and an offer alone does not: within 72 hours of the child's return (statutory guidance, January 2014). Where it is refused after an "
                                                             "offer, no more is owed until it is offered again. Refused after the time was up, it counts as never held. Where the child refuses, ask parents and carers what they know.")));
    return html << "</section>";
}

Html text(std::string_view words) { return words.empty() ? Html("Not recorded") : Html() << "<span class=\"sf-narrative\">" << words << "</span>"; }
Html when(const When& at) { return Html(at.is_known() ? record::in_words(at) : std::string("Not recorded")); }

Html facts(const EpisodeShown& shown) {
    const MissingEpisode& episode = shown.whole;
    std::string went_words = in_words(went(episode));
    if (episode.is_start_unsure.value_or(false)) went_words += ". Nobody knows when they went: this is when they were first known to be gone";
    std::string reported = episode.reported_at.is_known() ? record::in_words(episode.reported_at) : std::string("Not recorded");
    if (!episode.reported_by.empty()) reported += ", by " + episode.reported_by;
    std::string police = episode.police_told_at.is_known() ? record::in_words(episode.police_told_at) : std::string("Not told, as far as the record says");
    if (!episode.police_reference.empty()) police += ", reference " + episode.police_reference;
    std::vector<web::SummaryRow> rows{{"Went", Html(went_words)},
                                      {"Came back", Html(episode.is_open() ? std::string("Not yet") : in_words(came_back(episode)))},
                                      {"Away for", Html(how_long(episode, shown.visit.now))},
                                      {"Risk", Html(episode.risk.is_recorded() ? episode.risk.says() : std::string_view("Nobody has said yet"))},
                                      {"Why that risk", text(episode.risk_because.text)},
                                      {"Last seen", text(episode.last_seen_where)},
                                      {"May be with", text(episode.who_with)},
                                      {"Different this time", text(episode.different_this_time.text)},
                                      {"Reported to us", Html(reported)},
                                      {"Police", Html(police)},
                                      {"Parent told", when(episode.parent_told_at)},
                                      {"Carer told", when(episode.carer_told_at)},
                                      {"Placing authority told", when(episode.authority_told_at)},
                                      {"Out-of-hours team told", when(episode.night_team_told_at)}};
    if (!episode.is_open()) {
        rows.push_back({"Found where", text(episode.found_where)});
        rows.push_back({"How they came back", text(episode.found_how.text)});
    }
    Html html;
    html << web::heading_2("What is known") << web::summary_list(rows);
    if (shown.may_record) html << "<p class=\"govuk-body\">" << web::link(web::to("/items") / shown.episode.id / "change", "Change any of this") << "</p>";
    return html;
}

}  // namespace

const std::vector<WhoIsTold>& who_is_told() {
    static const std::vector<WhoIsTold> all{
        {"police_told_at", "The police"}, {"parent_told_at", "A parent"}, {"carer_told_at", "The carer"}, {"authority_told_at", "The authority that placed the child here"}, {"night_team_told_at", "Our out-of-hours team"}};
    return all;
}

Html episode_view(const EpisodeShown& shown) {
    const MissingEpisode& episode = shown.whole;
    const Date today = law::london_date(shown.visit.now);
    Html html;
    html << web::error_summary(shown.errors) << found_notice(shown.visit)
         << web::heading_1(episode.is_open() ? fmt::format("{} since {}", kind_in_words(episode), since_in_words(episode, today)) : fmt::format("{} from {}", kind_in_words(episode), since_in_words(episode, today)));
    if (episode.is_open()) html << "<p class=\"govuk-body-l\">Gone for " << how_long(episode, shown.visit.now) << ".</p>" << found_button(shown.visit, shown.episode, "");
    if (!shown.repeats.empty()) html << web::inset(Html() << "<p>" << shown.repeats << "</p>");
    for (const EpisodeSeen& other : shown.together)
        html << web::paragraph(Html() << "Went together with " << web::link(web::to("/missing") / other.id, other.child.name)
                                      << (other.episode.is_open() ? std::string(", who is not back yet.") : fmt::format(", who came back {}.", in_words(came_back(other.episode)))));
    if (shown.may_record && episode.is_open()) html << told_form(shown);
    if (shown.may_record && !episode.is_open()) html << back_form(shown);
    if (!episode.is_open() || !shown.interview.offers.empty()) html << interview(shown);
    html << facts(shown) << "<p class=\"govuk-body\">" << web::link(web::to("/children") / shown.episode.child.id / "missing", "All times away, and what they have in common") << "</p>"
         << "<p class=\"govuk-body\">" << web::link((web::to("/items") / shown.episode.id).with("version", shown.episode.version), "Who recorded this, and what it said before") << "</p>";
    return html;
}

}  // namespace steadfast::practice
