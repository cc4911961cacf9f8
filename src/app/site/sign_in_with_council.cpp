#include "app/site/site.hpp"
#include "law/london.hpp"

#include <fmt/format.h>

namespace steadfast::app {
namespace {

constexpr std::string_view cookie_name = "openid";

/// Lax: the provider sends the browser back here with a link, and that brings the cookie along.
std::string cookie(std::string_view value, std::int64_t seconds, bool is_behind_tls) {
    return fmt::format("{}={}; Path=/sign-in; Max-Age={}; HttpOnly; SameSite=Lax{}", cookie_name, value, seconds, is_behind_tls ? "; Secure" : "");
}

std::string key_of(ledger::WorkerId worker) { return worker.text() + " openid"; }

}  // namespace

void Site::go_to_provider(const web::Request& request, web::Reply reply) {
    const std::string next(request.query().get("next"));
    const auto begun = openid_->begin(next, request.received());
    if (!begun) return reply(sign_in_refused(begun.error().whole(), next, 503));
    auto response = web::Response::see_other(begun->go_to);
    response.with("Set-Cookie", cookie(begun->kept, web::OpenId::seconds_to_finish, is_behind_tls_));
    reply(std::move(response));
}

void Site::come_back_from_provider(const web::Request& request, web::Reply reply) {
    const auto refused = [&](const Refusal& refusal) {
        figures_.sign_in_refused();
        reply(sign_in_refused(refusal.whole(), "", web::status_of(refusal.kind)));
    };
    const auto finished = openid_->finish(request.query(), request.cookie(cookie_name), request.received());
    if (!finished) return refused(finished.error());
    const auto known = whom_the_provider_means(*finished, law::london_date(request.received()));
    if (!known) return refused(known.error());
    let_in(*known, web::Proof::single_sign_on, finished->next, request, std::move(reply));
}

/// A name may be given to somebody else one day; who has it at the provider is known by more than the name from the first time on.
Result<KnownWorker> Site::whom_the_provider_means(const web::OpenId::Finished& finished, Date today) {
    const auto known = worker_signing_in_as(*record_.book(), plain_sign_in_name(finished.name));
    if (!known || !known->works_here_on(today))
        return refuse(Refusal::Kind::not_allowed, "Your council account has no place in this record.",
                      "Ask whoever looks after Steadfast at your council to add you under the name that you sign in with.");
    ledger::Store& store = record_.ledger().store();
    const std::string who = finished.issuer + " " + finished.subject;
    const auto kept = store.get(ledger::Shelf::credentials, key_of(known->id));
    if (!kept) return refuse(kept.error());
    if (*kept && (*kept)->bytes != who) {
        note_refused(known->id, record_.clock().now());
        return refuse(Refusal::Kind::not_allowed, "Your council account is not the one that signed in under this name before.",
                      "Ask whoever looks after Steadfast at your council.");
    }
    if (!*kept)
        if (auto put = store.put(ledger::Shelf::credentials, {key_of(known->id), who, std::nullopt}); !put) return refuse(put.error());
    return *known;
}

}  // namespace steadfast::app
