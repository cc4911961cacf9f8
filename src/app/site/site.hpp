#pragma once

#include "app/serve/figures.hpp"
#include "app/site/frame.hpp"
#include "app/sign_in/account.hpp"
#include "app/sign_in/ticket.hpp"
#include "app/workers/kept_sessions.hpp"
#include "practice/contact/public_form.hpp"
#include "record/pages/site.hpp"
#include "web/rate_limit.hpp"
#include "web/openid/openid.hpp"
#include "web/sign_in/door.hpp"
#include "web/sign_in/throttle.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace steadfast::app {

struct OpenToAnybody {
    friend bool operator==(const OpenToAnybody&, const OpenToAnybody&) = default;
};
struct AnybodySignedIn {
    friend bool operator==(const AnybodySignedIn&, const AnybodySignedIn&) = default;
};
/// Who may use an address.
using Access = std::variant<OpenToAnybody, AnybodySignedIn, record::Permission>;

struct AccessRow {
    web::Method method = web::Method::get;
    std::string path;
    Access access;
};

/// Every route has its row; a test holds the server's routes to it.
using AccessTable = std::vector<AccessRow>;

struct SiteTerms {
    bool behind_tls = false;
    bool has_colour = false;   ///< The assets have a brand.css.
    record::documents::DocumentTerms documents = {};
    /// What the secrets of authenticator apps are sealed with: apart from the store, so that a copy of it makes no codes.
    web::Bytes32 second_factor_secret = web::random_bytes32();
    /// What the addresses that the public form was sent from are hashed with: the same after a restart.
    web::Bytes32 public_form_secret = web::random_bytes32();
    web::OpenIdTerms openid = {};   ///< The council's own sign-in, where it has one.
};

/// The service as people use it: it knows who is signed in and lets each page be used by whom its row of the access
/// table names; it writes the access line before a page about somebody goes out.
class Site {
public:
    /// What is given must outlive the site, and the site the server whose router it fills.
    Site(record::Record& record, const web::Passwords& passwords, const web::Assets& assets, SiteTerms terms, Figures& figures);

    /// Every page of every room, signing in and out, and the pages of this room.
    void add_routes(web::Router& router, AccessTable& access);

    /// For what no route answered.
    [[nodiscard]] web::Html error_page(int status, std::string_view says) const;
    /// What whoever looks after the store found wrong with it; empty where nothing is.
    void note_store(std::string trouble);
    /// That, or why the store could not be written to the last time it was tried; empty where all is well.
    [[nodiscard]] std::string store_trouble() const;
    /// Where it could not be written to, tries again, so that whoever was sent elsewhere meanwhile can be sent back.
    void try_store_again(Instant now, ledger::WorkerId by);
    void forget_stale_sessions(Instant now) { sessions_.remove_stale(now); }

private:
    struct Visitor {
        std::shared_ptr<const record::Book> book;
        KnownWorker known;
        Looking looking;
    };

    void add_page(web::Router& router, AccessTable& access, record::pages::PageRoute route);
    void add_sign_in(web::Router& router, AccessTable& access);
    void add_public_form(web::Router& router, AccessTable& access);
    void add_calendar(web::Router& router, AccessTable& access);
    void show_calendar(const web::Request& request, web::Reply reply) const;
    void show(const record::pages::PageRoute& route, const web::Request& request, const web::Visit& visit, web::Reply reply);
    void show_public_form(const web::Request& request, web::Reply reply) const;
    void show_public_form_sent(const web::Request& request, web::Reply reply) const;
    void take_public_form(const web::Request& request, web::Reply reply);
    [[nodiscard]] web::Response public_page(std::string title, web::Html main, int status) const;
    [[nodiscard]] bool keep_unsent(const web::Request& request, const web::Visit* visit, web::Reply& reply);
    void add_own_page(web::Router& router, AccessTable& access, OwnRoute route);
    void show_own(const OwnRoute& route, const web::Request& request, const web::Visit& visit, web::Reply reply);
    void answer(const Visitor& visitor, Result<record::pages::Shown> shown, Instant now, web::Reply reply);
    void show_sign_in(const web::Request& request, web::Reply reply) const;
    void sign_in(const web::Request& request, web::Reply reply);
    void take_code(const web::Request& request, web::Reply reply);
    void go_to_provider(const web::Request& request, web::Reply reply);
    void come_back_from_provider(const web::Request& request, web::Reply reply);
    [[nodiscard]] Result<KnownWorker> whom_the_provider_means(const web::OpenId::Finished& finished, Date today);
    void let_in(const KnownWorker& known, web::Proof proof, std::string_view next, const web::Request& request, web::Reply reply);
    [[nodiscard]] web::Response sign_in_refused(std::string problem, std::string next, int status) const;
    void note_refused(ledger::WorkerId worker, Instant now);
    void sign_out(const web::Request& request, const web::Visit& visit, web::Reply reply);

    /// Who this is, as the record says now; none for somebody who works here no more.
    [[nodiscard]] std::optional<Visitor> visitor(const web::Request& request, const web::Visit& visit) const;
    [[nodiscard]] std::optional<KnownWorker> who_gave_the_right_password(const web::Request& request, std::string_view name);
    [[nodiscard]] web::Response refusal_page(const Visitor& visitor, const Refusal& refusal) const;
    [[nodiscard]] web::Response sign_in_page(std::string_view title, web::Html main, int status) const;
    [[nodiscard]] static record::Viewer viewer_of(const KnownWorker& known, Instant now);
    /// The council asks for a code, and this session was begun without one.
    [[nodiscard]] static bool must_prove_more(const Visitor& visitor, const web::Session& session);
    /// The council asks for a code besides a password, such as this session began with.
    [[nodiscard]] static bool asks_for_a_code(const Visitor& visitor, const web::Session& session);
    /// Answers once the line is in the access log, or says that it could not be written.
    void answer_after(ledger::AccessLine line, web::Response response, web::Reply reply);
    void note(const Result<void>& written);

    record::Record& record_;
    Credentials credentials_;
    SecondFactors second_factors_;
    SignInTickets tickets_;
    std::unique_ptr<web::OpenId> openid_;   ///< None where the council has no sign-in of its own.
    bool is_behind_tls_;
    record::pages::PageParts parts_;
    Frame frame_;
    Figures& figures_;
    KeptSessions session_table_;
    web::Sessions sessions_;
    web::SignInThrottle throttle_;
    web::RateLimit public_limit_;
    practice::PublicFormProof public_proof_;
    web::Door door_;
    mutable std::mutex trouble_mutex_;
    std::string trouble_;      // Of the last access line.
    std::string store_says_;
};

/// The page of this room: who can sign in.
void add_workers_page(record::pages::PageParts& parts);

}  // namespace steadfast::app
