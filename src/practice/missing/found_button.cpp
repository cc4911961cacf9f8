#include "practice/missing/found_button.hpp"

#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

namespace steadfast::practice {

using web::Html;

Html found_button(const record::pages::Visit& visit, const EpisodeSeen& episode, std::string_view from) {
    Html fields;
    fields << web::hidden_input("save_key", record::pages::FormKey::fresh()) << web::hidden_input("where", std::string(from))
           << "<button type=\"submit\" class=\"govuk-button\" data-module=\"govuk-button\">Found<span class=\"govuk-visually-hidden\">: " << episode.child.name << " is back</span></button>";
    return web::post_form({.action = web::to("/missing") / episode.id / "found", .token = visit.form_token, .fields = std::move(fields)});
}

Html found_notice(const record::pages::Visit& visit) {
    const auto id = ledger::ItemId::parse(visit.request.query().get("found"));
    if (!id) return {};
    const auto episode = episode_seen(visit.book, *id);
    if (!episode || episode->episode.is_open()) return {};
    Html undo;
    undo << web::hidden_input("save_key", record::pages::FormKey::fresh()) << web::button({.label = "Undo", .looks = web::Looks::secondary});
    Html content;
    content << "<p class=\"govuk-notification-banner__heading\">" << episode->child.name << " is recorded as found: " << in_words(came_back(episode->episode)) << ".</p><p class=\"govuk-body\">"
            << web::link(web::to("/missing") / episode->id, "Say where and how", "they came back, if you know it") << "</p>"
            << web::post_form({.action = web::to("/missing") / episode->id / "found" / "undo", .token = visit.form_token, .fields = std::move(undo)});
    return web::notification(web::Notice::success, content);
}

}  // namespace steadfast::practice
