#include "app/serve/serve.hpp"

#include "app/catalogue.hpp"
#include "app/local/local_server.hpp"
#include "app/program.hpp"
#include "app/serve/document_keeper.hpp"
#include "app/serve/kept_secret.hpp"
#include "app/serve/standby.hpp"
#include "app/serve/stop_signals.hpp"
#include "app/serve/witness.hpp"
#include "practice/slices.hpp"
#include "record/drafts/drafts.hpp"
#include "returns/imports/append.hpp"
#include "web/server.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <mutex>

namespace steadfast::app {
namespace {

using namespace std::chrono_literals;

/// What a page says while it can't be shown.
Refusal closed_for_now(bool stands_by) {
    if (!stands_by) return {Refusal::Kind::unavailable, "The record is being opened.", "Try again in a minute."};
    return {Refusal::Kind::unavailable, "This server stands by for another one, and takes over when that one stops.",
            "Use the usual address of the service; if this is it, try again in a minute."};
}

/// Somebody wants the program to stop while the record is still opening.
struct StoppedWhileOpening {};

Result<web::Assets> load_assets(const ServeTerms& terms) {
    auto folder = terms.assets;
    if (folder.empty()) {
        const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path();
        const auto built = program.parent_path() / "assets";
        folder = std::filesystem::exists(built) ? built : program.parent_path() / "share" / "steadfast" / "assets";
    }
    auto assets = web::Assets::load(folder);
    if (!assets || terms.colour.empty()) return assets;
    auto style = web::brand_style(terms.colour);
    if (!style) return refuse(style.error());
    if (auto added = assets->add("brand.css", std::move(*style)); !added) return refuse(added.error());
    return assets;
}

/// One server, from the opening of its record to its stop.
class Serving {
public:
    Serving(const std::string& store_address, const ServeTerms& terms, Output& output)
        : store_address_(store_address), terms_(terms), output_(output), log_(terms.log) {}

    Ending run(const std::function<void(const std::string&)>& ready) {
        auto assets = load_assets(terms_);
        if (!assets) return could_not(output_, assets.error());
        assets_ = std::move(*assets);
        try {
            if (const auto opened = open(); !opened) return fail(opened.error());
        } catch (const StoppedWhileOpening&) {
            log_.note("stopped while opening");
            return Ending::well;
        }
        if (const auto started = start(); !started) return fail(started.error());
        log_.note(fmt::format("serving on {} with {} entries, {} ms after the record was this server's", address(), record_->book()->head().seq,
                              (clock_.now().microseconds() - taken_at_.microseconds()) / 1000));
        if (ready) ready(address());
        while (is_ours_ && !signals_.wait(1s)) keep_house();
        return is_ours_ ? stop() : make_way();
    }

private:
    Ending fail(const Refusal& refusal) {
        log_.note("could not start");
        return could_not(output_, refusal);
    }

    Result<void> open() {
        if (auto possible = check_beforehand(); !possible) return possible;
        // Whoever watches over the service hears from the start that it is not open yet, and why.
        web::Router opening;
        assets_.add_routes(opening);
        add_opening_routes(opening, [this] { return why_not_open(); });
        if (terms_.stands_by) standby_.add_routes(opening);
        web::ServerOptions early_options = options();
        early_options.closed = closed_for_now(terms_.stands_by);
        auto early = web::Server::start(std::move(opening), std::move(early_options), clock_);
        if (!early) return refuse(early.error());
        port_ = (*early)->port();
        if (terms_.stands_by) log_.note(fmt::format("standing by on {}", address()));

        auto taken = take_store();
        if (!taken) return refuse(taken.error());
        taken_at_ = clock_.now();
        // The store is this process's own now, so its socket is too.
        listen_for_commands();
        auto record = record::Record::on(std::move(taken->store), store_address_, whole_catalogue(), clock_, std::move(taken->warm), hear_opening());
        if (!record) return refuse(record.error());
        record_ = std::move(*record);
        record_->hear_groups([this](std::size_t entries) { figures_.group_committed(entries); });
        if (auto struck = strike_out_cut_imports(); !struck) return struck;
        (*early)->stop(0ms);
        return {};
    }

    /// What would otherwise be found out at the moment of taking over.
    Result<void> check_beforehand() {
        if (auto openid = take_openid_secret(); !openid) return openid;
        if (!terms_.stands_by) return {};
        if (store_address_.starts_with("sqlite:"))
            return refuse(Refusal::Kind::invalid, "A record in an SQLite file has one server on one machine, so none can stand by for it.",
                          "Leave --standby away, or keep the record in PostgreSQL.");
        return Witness::check(key_file(), terms_.anchors);
    }

    /// Where the council has a sign-in of its own, what is missing for it is said now and not to the first who tries.
    Result<void> take_openid_secret() {
        openid_ = terms_.openid;
        if (!openid_.is_used()) return {};
        if (!terms_.openid_secret_file.empty()) {
            std::ifstream file(terms_.openid_secret_file);
            if (!std::getline(file, openid_.client_secret))
                return refuse(Refusal::Kind::invalid, fmt::format("{} can't be read, or is empty.", terms_.openid_secret_file.string()));
        }
        return web::check_openid_terms(openid_);
    }

    std::string why_not_open() const {
        if (of_ != done_ || !terms_.stands_by) return fmt::format("The record is opening: {} of {} entries.", done_.load(), of_.load());
        return "Standing by for the server that writes: " + standby_.says() + ".";
    }

    Result<Taken> take_store() {
        if (terms_.stands_by) {
            auto taken = standby_.wait([this] { return !signals_.came(); }, hear_opening());
            if (taken && !taken->store) throw StoppedWhileOpening();
            return taken;
        }
        auto store = ledger::open_store(store_address_, ledger::Mode::write);
        if (store) return Taken{std::move(*store), nullptr};
        Refusal refusal = store.error();
        if (refusal.kind == Refusal::Kind::clash && !store_address_.starts_with("sqlite:"))
            refusal.what_to_do = "Stop it first, or start this one with --standby: it then follows, and takes over when the other stops.";
        return refuse(std::move(refusal));
    }

    record::Opening hear_opening() {
        return [this](ledger::Sequence done, ledger::Sequence of) {
            if (signals_.came()) throw StoppedWhileOpening();
            done_ = done;
            of_ = of;
            output_.progress({"Opening the record", done, of});
        };
    }

    /// What an import had brought when it was cut does not count, and may not stand in the way of the next save.
    Result<void> strike_out_cut_imports() {
        const auto by = command_line_worker(*record_);
        if (by) keeper_ = *by;
        const auto struck = by ? returns::strike_out_cut_imports(*record_, *by) : Result<std::size_t>(refuse(by.error()));
        if (!struck) return refuse(struck.error());
        if (*struck > 0) log_.note(fmt::format("struck out {} imports that were cut short", *struck));
        return {};
    }

    void listen_for_commands() {
        for (const auto& place : socket_places(store_address_)) {
            auto listening = LocalServer::listen(place);
            if (listening) {
                local_ = std::move(*listening);
                return;
            }
            log_.trouble(listening.error().whole());
        }
    }

    std::string key_file() const { return terms_.key.empty() ? ledger::key_beside(store_address_) : terms_.key.string(); }

    Result<void> start() {
        auto witness = Witness::start(*record_, key_file(), terms_.anchors, log_);
        if (!witness) return refuse(witness.error());
        witness_.emplace(std::move(*witness));
        if (auto drafts = open_drafts(); !drafts) return drafts;
        const auto codes = kept_secret(KeptSecret::codes, key_file(), record_->ledger().store());
        if (!codes) return refuse(codes.error());
        const auto counts = kept_secret(KeptSecret::counts, key_file(), record_->ledger().store());
        if (!counts) return refuse(counts.error());
        site_ = std::make_unique<Site>(*record_, passwords_, assets_,
                                       SiteTerms{.behind_tls = terms_.behind_tls, .has_colour = !terms_.colour.empty(), .documents = terms_.documents,
                                                 .second_factor_secret = *codes, .public_form_secret = *counts, .openid = openid_},
                                       figures_);
        web::Router router;
        AccessTable access;
        assets_.add_routes(router);
        site_->add_routes(router, access);
        add_health_routes(router, access, *record_, *site_, figures_, terms_.figures_for);
        auto server = web::Server::start(std::move(router), options(), clock_);
        if (!server) return refuse(server.error());
        server_ = std::move(*server);
        port_ = server_->port();
        document_keeper_.emplace(*record_, terms_.documents, keeper_, log_);
        if (local_) {
            local_->answer([this](const Order& order, Output& output) {
                log_.note("a command came over the local socket");
                return run_order(order, *record_, store_address_, output);
            });
        }
        return {};
    }

    Result<void> open_drafts() {
        const auto secret = kept_secret(KeptSecret::drafts, key_file(), record_->ledger().store());
        if (!secret) return refuse(secret.error());
        auto opened = record_->open_drafts(*secret);
        if (opened && record_->drafts()->unreadable() > 0)
            log_.trouble(fmt::format("{} drafts can't be read: they were kept under another signing key", record_->drafts()->unreadable()));
        return opened;
    }

    web::ServerOptions options() {
        web::ServerOptions options;
        options.address = terms_.listen;
        options.port = port_ == 0 ? terms_.port : port_;
        options.behind_tls = options.behind_proxy = terms_.behind_tls;
        options.error_page = [this](int status, std::string_view says) {
            return site_ ? site_->error_page(status, says) : Frame(assets_, record::pages::PageParts(practice::all_duties()), !terms_.colour.empty()).error(nullptr, {}, status, says);
        };
        options.on_fault = [this](std::string_view says) { log_.trouble(says); };
        options.on_answered = [this](const web::Answered& answered) {
            const std::string route = answered.route ? fmt::format("{} {}", web::name_of(answered.route->method), answered.route->path) : "none";
            figures_.answered(route, answered.status, answered.took);
        };
        return options;
    }

    std::string address() const {
        const std::string host = terms_.listen.find(':') == std::string::npos ? terms_.listen : "[" + terms_.listen + "]";
        return fmt::format("http://{}:{}", host, port_);
    }

    void keep_house() {
        const Instant now = clock_.now();
        look_at_store();
        if (!is_ours_) return;
        witness_->look(now);
        site_->try_store_again(now, keeper_);
        if (now < next_sweep_) return;
        next_sweep_ = now.plus_seconds(60);
        site_->forget_stale_sessions(now);
        record_->drafts()->remove_expired(now);
    }

    /// A connection may be lost in silence, and the lock with it; whoever waited for that writes from then on.
    void look_at_store() {
        {
            const std::lock_guard hold(trouble_mutex_);
            site_->note_store(store_trouble_);
        }
        if (is_looking_.exchange(true)) return;
        record_->ledger().look([this](Result<void> ours) {
            const std::string trouble = ours ? "" : ours.error().whole();
            const std::lock_guard hold(trouble_mutex_);
            if (!ours && trouble != store_trouble_) log_.trouble("the store: " + trouble);
            store_trouble_ = trouble;
            if (!ours && ours.error().kind == Refusal::Kind::clash) is_ours_ = false;
            is_looking_ = false;
        });
    }

    /// Another server writes now. What this one holds is out of date from here on, and whatever it still tries to save is refused.
    Ending make_way() {
        log_.trouble("another server has taken this record over: this one ends");
        server_->stop(1s);
        const bool all_done = !local_ || local_->stop(1s);
        output_.complain("Another server has taken this record over, so this one ended. Start it again with --standby.");
        if (!all_done) std::_Exit(static_cast<int>(Ending::could_not));
        return Ending::could_not;
    }

    Ending stop() {
        log_.note("stopping");
        server_->stop(10s);
        document_keeper_.reset();
        const bool all_done = !local_ || local_->stop(10s);
        witness_->finish(clock_.now());
        log_.note(all_done ? "stopped" : "stopped while a command was running: what it had not finished does not count");
        // A command that still runs holds on to the record, which therefore can't be closed: the process ends as it is,
        // which the store is made for.
        if (!all_done) std::_Exit(static_cast<int>(Ending::well));
        return Ending::well;
    }

    // In the order in which they need each other: what comes later goes first.
    StopSignals signals_;
    SystemClock clock_;
    const std::string& store_address_;
    const ServeTerms& terms_;
    web::OpenIdTerms openid_;
    Output& output_;
    Log log_;
    Figures figures_;
    web::Passwords passwords_;
    web::Assets assets_;
    std::uint16_t port_ = 0;
    std::atomic<ledger::Sequence> done_ = 0;
    std::atomic<ledger::Sequence> of_ = 0;
    Standby standby_{store_address_, whole_catalogue(), clock_, log_};
    Instant taken_at_;
    std::atomic<bool> is_ours_ = true;
    std::atomic<bool> is_looking_ = false;
    std::mutex trouble_mutex_;
    std::string store_trouble_;   // What the last look found.
    std::unique_ptr<record::Record> record_;
    std::optional<Witness> witness_;
    std::optional<DocumentKeeper> document_keeper_;
    std::unique_ptr<Site> site_;
    std::unique_ptr<LocalServer> local_;
    std::unique_ptr<web::Server> server_;
    ledger::WorkerId keeper_;   // Who stands for the program itself.
    Instant next_sweep_;
};

}  // namespace

Ending serve(const std::string& store_address, const ServeTerms& terms, Output& output,
             const std::function<void(const std::string& address)>& ready) {
    return Serving(store_address, terms, output).run(ready);
}

}  // namespace steadfast::app
