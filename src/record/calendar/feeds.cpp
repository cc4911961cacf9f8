#include "record/calendar/feeds.hpp"

#include "web/sign_in/secrets.hpp"

#include <array>

namespace steadfast::record::calendar {
namespace {

using ledger::Shelf;
using ledger::Shelved;
using ledger::WorkerId;

// Two rows for each: of the worker, "HASH MADE"; of the address, the worker.
std::string of_worker(WorkerId worker) { return "calendar of " + worker.text(); }
std::string of_address(std::string_view hash) { return "calendar at " + std::string(hash); }

std::string hash_of(std::string_view secret) { return web::base64url(web::hash_of_token(secret)); }

std::string_view hash_in(const Shelved& shelved) { return std::string_view(shelved.bytes).substr(0, web::token_letters); }

}  // namespace

Result<std::string> Feeds::make(WorkerId worker, Instant now) {
    if (auto stopped = stop(worker); !stopped) return refuse(stopped.error());
    const std::string secret = web::random_token();
    const std::string hash = hash_of(secret);
    const std::array rows{Shelved{of_worker(worker), hash + " " + now.iso(), {}}, Shelved{of_address(hash), worker.text(), {}}};
    if (auto put = store_.put_and_remove(Shelf::settings, rows, {}); !put) return refuse(put.error());
    return secret;
}

Result<void> Feeds::stop(WorkerId worker) {
    const auto kept = store_.get(Shelf::settings, of_worker(worker));
    if (!kept) return refuse(kept.error());
    if (!*kept) return {};
    const std::array keys{of_address(hash_in(**kept)), of_worker(worker)};
    return store_.put_and_remove(Shelf::settings, {}, keys);
}

Result<std::optional<Instant>> Feeds::made(WorkerId worker) const {
    const auto kept = store_.get(Shelf::settings, of_worker(worker));
    if (!kept) return refuse(kept.error());
    if (!*kept || (*kept)->bytes.size() <= web::token_letters) return std::optional<Instant>();
    return Instant::parse_iso(std::string_view((*kept)->bytes).substr(web::token_letters + 1));
}

Result<std::optional<WorkerId>> Feeds::whose(std::string_view secret) const {
    if (secret.size() != web::token_letters) return std::optional<WorkerId>();
    const auto kept = store_.get(Shelf::settings, of_address(hash_of(secret)));
    if (!kept) return refuse(kept.error());
    return *kept ? WorkerId::parse((*kept)->bytes) : std::optional<WorkerId>();
}

}  // namespace steadfast::record::calendar
