#include "app/sign_in/unsent_view.hpp"
#include "app/site/site.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/drafted_form.hpp"

#include <memory>

namespace steadfast::app {
namespace {

/// Forms that keep themselves say so, and whose they are.
constexpr std::string_view names_its_draft = "draft_form";
constexpr std::string_view names_its_writer = "draft_worker";

}  // namespace

/// Without scripts nothing was kept while somebody typed. A form that comes after their session has run out is given back to them whole;
/// once they are signed in again it comes with the old session's token, and becomes their draft: they see it again before it is saved.
bool Site::keep_unsent(const web::Request& request, const web::Visit* visit, web::Reply& reply) {
    const auto typed = typed_in(request.form());
    const auto action = web::Link::inside(request.target());
    if (!typed || !action) return false;
    if (!typed->has(names_its_draft) || !typed->has(names_its_writer)) {
        if (visit || *action == web::to("/sign-out")) return false;
        reply(web::Response::page(frame_.around(*record_.book(), {}, "You were signed out", unsent_words_view(*action, *typed)), 403));
        return true;
    }
    if (!visit) {
        reply(web::Response::page(frame_.around(*record_.book(), {}, "You were signed out", unsent_view(*action, *typed)), 403));
        return true;
    }
    auto visitor = this->visitor(request, *visit);
    if (!visitor || must_prove_more(*visitor, visit->session) || !may(visitor->looking.viewer, record::Permission::keep_drafts)) return false;
    if (typed->get(names_its_writer) != visitor->known.id.text()) {
        reply(refusal_page(*visitor, {Refusal::Kind::not_allowed, "Somebody else typed this, so it was not kept as yours.",
                                      "Go back to the page before. Whoever typed it can sign in there and go on."}));
        return true;
    }
    const record::pages::Visit who_asks{request, record::SeenBook(visitor->book, visitor->looking.viewer), visitor->looking.name,
                                        visitor->looking.form_token, request.received(), parts_};
    const auto held = std::make_shared<std::pair<web::Reply, Visitor>>(std::move(reply), std::move(*visitor));
    record::pages::keep_unsent(record_, who_asks, *typed, [this, held](const Result<web::Link>& kept) {
        held->first(kept ? web::Response::see_other(*kept) : refusal_page(held->second, kept.error()));
    });
    return true;
}

}  // namespace steadfast::app
