#include "app/site/site.hpp"

#include "law/london.hpp"
#include "ledger/change_limits.hpp"
#include "practice/slices.hpp"
#include "record/council/council.hpp"
#include "record/council/sign_in_settings.hpp"
#include "returns/pages/routes.hpp"

namespace steadfast::app {
namespace {

using record::pages::Page;
using record::pages::PageRoute;

/// Less than the lateness that a seal of the access log allows its lines (Witness).
constexpr std::int64_t longest_answer_seconds = 240;

/// The role's code as the program spells it: it lives as long as the program. Empty for one that is not known.
std::string_view role_code(const record::Worker& worker) {
    const auto position = record::role.find(worker.works_as.code);
    return position ? record::role.codes[*position].code : std::string_view();
}

constexpr std::string_view public_form_counts = "public form counts";

/// How often the public form was sent in this hour, kept with the store's settings: a restart is no way round it.
web::RateLimit public_form_limit(ledger::Store& store, const web::Bytes32& secret) {
    const auto kept = store.get(ledger::Shelf::settings, public_form_counts);
    const std::string counts = kept && *kept ? (*kept)->bytes : std::string();
    return {secret, counts, [&store](const std::string& now, Instant until) {
                // Where this fails so does saving the form itself, which tells whoever sent it.
                static_cast<void>(store.put(ledger::Shelf::settings, {std::string(public_form_counts), now, until}));
            }};
}

std::string_view path_of(const web::Request& request) { return request.target().substr(0, request.target().find('?')); }

}  // namespace

Site::Site(record::Record& record, const web::Passwords& passwords, const web::Assets& assets, SiteTerms terms, Figures& figures)
    : record_(record),
      credentials_(record.ledger().store(), passwords),
      second_factors_(record.ledger().store(), terms.second_factor_secret),
      openid_(terms.openid.is_used() ? std::make_unique<web::OpenId>(terms.openid) : nullptr),
      is_behind_tls_(terms.behind_tls),
      parts_(practice::all_duties()),
      frame_(assets, parts_, terms.has_colour),
      figures_(figures),
      session_table_(record.ledger().store(), web::SessionTerms{.behind_tls = terms.behind_tls}),
      sessions_(session_table_, web::SessionTerms{.behind_tls = terms.behind_tls}),
      public_limit_(public_form_limit(record.ledger().store(), terms.public_form_secret)),
      door_(sessions_, web::to("/sign-in"), [this](int status, const Refusal& refusal) {
          return web::Response::page(error_page(status, refusal.whole()), status);
      }, [this](const web::Request& request, const web::Visit* visit, web::Reply& reply) { return keep_unsent(request, visit, reply); }) {
    parts_.documents = terms.documents;
    record::pages::add_pages(record, parts_);
    practice::add_pages(record, parts_);
    returns::pages::add_pages(record, parts_);
    add_workers_page(parts_);
    parts_.arrange();
}

void Site::add_routes(web::Router& router, AccessTable& access) {
    add_sign_in(router, access);
    add_public_form(router, access);
    add_calendar(router, access);
    for (const PageRoute& route : parts_.routes) add_page(router, access, route);
    const auto council = [this] { return record::council_of(*record_.book()).name; };
    for (OwnRoute& route : account_routes({credentials_, second_factors_, sessions_, session_table_, throttle_, council}))
        add_own_page(router, access, std::move(route));
}

record::Viewer Site::viewer_of(const KnownWorker& known, Instant now) { return {known.id, role_code(known.worker), now}; }

void Site::add_page(web::Router& router, AccessTable& access, PageRoute route) {
    access.push_back({route.method, route.path, route.needs});
    const web::RouteTerms terms{.runs = route.runs, .most_body = route.most_body};
    const web::Method method = route.method;
    const std::string path = route.path;
    router.add(method, path,
               door_.signed_in([this, route = std::move(route)](const web::Request& request, const web::Visit& visit, web::Reply reply) {
                   show(route, request, visit, std::move(reply));
               }),
               terms);
}

std::optional<Site::Visitor> Site::visitor(const web::Request& request, const web::Visit& visit) const {
    auto book = record_.book();
    auto known = worker_with_id(*book, ledger::WorkerId(visit.session.account.bytes()));
    if (!known || !known->works_here_on(law::london_date(request.received()))) return std::nullopt;
    Looking looking{known->worker.name, visit.form_token.masked(), viewer_of(*known, request.received()), path_of(request)};
    return Visitor{std::move(book), std::move(*known), std::move(looking)};
}

void Site::show(const PageRoute& route, const web::Request& request, const web::Visit& visit, web::Reply reply) {
    const auto visitor = this->visitor(request, visit);
    if (!visitor) {
        // Whoever has left is out at once, with every session of theirs.
        sessions_.end_all_of(visit.session.account);
        return reply(web::Response::see_other(web::to("/sign-in")));
    }
    if (must_prove_more(*visitor, visit.session)) return reply(web::Response::see_other(web::to("/account") / "second-factor"));
    if (!may(visitor->looking.viewer, route.needs)) {
        // Somebody whose work is not with children has another first page.
        const auto places = places_for(parts_, *visitor->book, visitor->looking.viewer, "");
        if (route.path == "/" && !places.empty()) return reply(web::Response::see_other(places.front().link));
        return reply(refusal_page(*visitor, {Refusal::Kind::not_allowed, "Your role does not include this page.",
                                             "If your work needs it, ask whoever looks after Steadfast at your council."}));
    }

    const record::pages::Visit who_asks{request, record::SeenBook(visitor->book, visitor->looking.viewer), visitor->looking.name,
                                        visitor->looking.form_token, request.received(), parts_};
    if (route.answer) return route.answer(who_asks, std::move(reply));
    answer(*visitor, route.show(who_asks), request.received(), std::move(reply));
}

void Site::add_own_page(web::Router& router, AccessTable& access, OwnRoute route) {
    access.push_back({route.method, route.path, AnybodySignedIn{}});
    const web::Method method = route.method;
    const std::string path = route.path;
    router.add(method, path,
               door_.signed_in([this, route = std::move(route)](const web::Request& request, const web::Visit& visit, web::Reply reply) {
                   show_own(route, request, visit, std::move(reply));
               }),
               {.runs = web::Runs::on_a_worker});   // Passwords are slow to check on purpose, and codes are kept in the store.
}

void Site::show_own(const OwnRoute& route, const web::Request& request, const web::Visit& visit, web::Reply reply) {
    const auto visitor = this->visitor(request, visit);
    if (!visitor) {
        sessions_.end_all_of(visit.session.account);
        return reply(web::Response::see_other(web::to("/sign-in")));
    }
    // Whoever must set up an app before anything else can do that, and nothing else: with the password alone they are not in yet.
    if (must_prove_more(*visitor, visit.session) && route.path != "/account/second-factor") return reply(web::Response::see_other(web::to("/account") / "second-factor"));
    auto shown = route.show({request, visit.session, visitor->known, visitor->looking.form_token, request.received(),
                             asks_for_a_code(*visitor, visit.session)});
    answer(*visitor, std::move(shown), request.received(), std::move(reply));
}

bool Site::asks_for_a_code(const Visitor& visitor, const web::Session& session) {
    return session.proof != web::Proof::single_sign_on && record::sign_in_settings_of(*visitor.book).settings.asked_for_a_code.is("everybody");
}

bool Site::must_prove_more(const Visitor& visitor, const web::Session& session) {
    return session.proof == web::Proof::password && asks_for_a_code(visitor, session);
}

void Site::answer(const Visitor& visitor, Result<record::pages::Shown> shown, Instant now, web::Reply reply) {
    if (!shown) return reply(refusal_page(visitor, shown.error()));
    if (const auto* link = std::get_if<web::Link>(&*shown)) return reply(web::Response::see_other(*link));

    if (auto* file = std::get_if<record::pages::SentFile>(&*shown)) {
        if (file->what.empty()) return reply(std::move(file->response));
        return answer_after({now, visitor.known.id, std::move(file->what), std::move(file->about), file->item},
                            std::move(file->response), std::move(reply));
    }

    Page& page = std::get<Page>(*shown);
    auto response = web::Response::page(frame_.around(*visitor.book, visitor.looking, page), page.status);
    if (page.what.empty()) return reply(std::move(response));
    answer_after({now, visitor.known.id, std::move(page.what), std::move(page.about), page.item}, std::move(response), std::move(reply));
}

web::Response Site::refusal_page(const Visitor& visitor, const Refusal& refusal) const {
    const int status = web::status_of(refusal.kind);
    return web::Response::page(frame_.error(visitor.book.get(), visitor.looking, status, refusal.whole()), status);
}

web::Html Site::error_page(int status, std::string_view says) const { return frame_.error(record_.book().get(), {}, status, says); }

/// A line names so many children and no more; whoever reads a longer list reads several lines' worth.
static std::vector<ledger::AccessLine> in_lines(ledger::AccessLine line) {
    std::vector<ledger::AccessLine> lines;
    while (line.children.size() > ledger::most_subjects) {
        const auto end = line.children.begin() + static_cast<std::ptrdiff_t>(ledger::most_subjects);
        lines.push_back({line.at, line.who, line.what, {line.children.begin(), end}, line.item});
        line.children.erase(line.children.begin(), end);
    }
    lines.push_back(std::move(line));
    return lines;
}

void Site::answer_after(ledger::AccessLine line, web::Response response, web::Reply reply) {
    // An hour of the access log is sealed soon after it ends. A server that slept must not add to it when it wakes.
    if (line.at.plus_seconds(longest_answer_seconds) < record_.clock().now())
        return reply(web::Response::page(error_page(503, "This page was asked for some time ago, and would be out of date. Open it again."), 503));
    const auto held = std::make_shared<std::pair<web::Reply, web::Response>>(std::move(reply), std::move(response));
    auto lines = in_lines(std::move(line));
    const std::size_t count = lines.size();
    record_.ledger().write_access(std::move(lines), [this, held, count](Result<void> written) {
        note(written);
        if (!written) return held->first(web::Response::page(error_page(503, written.error().whole()), 503));
        figures_.access_lines_written(count);
        held->first(std::move(held->second));
    });
}

void Site::note_store(std::string trouble) {
    const std::lock_guard hold(trouble_mutex_);
    store_says_ = std::move(trouble);
}

void Site::note(const Result<void>& written) {
    const std::lock_guard hold(trouble_mutex_);
    trouble_ = written ? "" : written.error().whole();
}

void Site::try_store_again(Instant now, ledger::WorkerId by) {
    {
        const std::lock_guard hold(trouble_mutex_);
        if (trouble_.empty()) return;
    }
    record_.ledger().write_access({{now, by, "tried whether the record can be written to again", {}, {}}},
                                  [this](const Result<void>& written) { note(written); });
}

std::string Site::store_trouble() const {
    const std::lock_guard hold(trouble_mutex_);
    return trouble_.empty() ? store_says_ : trouble_;
}

}  // namespace steadfast::app
