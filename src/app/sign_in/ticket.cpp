#include "app/sign_in/ticket.hpp"

namespace steadfast::app {
namespace {

constexpr std::string_view purpose = "the password was right";

}  // namespace

std::string SignInTickets::give(ledger::WorkerId worker, Instant now) const { return seal_.seal_in_letters(worker.text() + " " + now.iso(), purpose); }

std::optional<ledger::WorkerId> SignInTickets::read(std::string_view ticket, Instant now) const {
    const auto text = seal_.open_letters(ticket, purpose);
    if (!text) return std::nullopt;
    const auto space = text->find(' ');
    if (space == std::string::npos) return std::nullopt;
    const auto given = Instant::parse_iso(std::string_view(*text).substr(space + 1));
    if (!given || given->plus_seconds(seconds_of_a_ticket) <= now) return std::nullopt;
    return ledger::WorkerId::parse(std::string_view(*text).substr(0, space));
}

}  // namespace steadfast::app
