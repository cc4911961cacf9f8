#include "ledger/postgresql/check_before_reading.hpp"

#include "ledger/postgresql/connection.hpp"
#include "ledger/postgresql/schema.hpp"

#include <fmt/format.h>

namespace steadfast::ledger::postgresql {
namespace {

constexpr int most_seconds_behind = 5;

tl::unexpected<Refusal> being_filled() {
    return refuse(Refusal::Kind::unavailable, "The record is being filled, or was cut while it was.",
                  "Wait for the end, or open it for writing, which empties it.");
}

}  // namespace

Result<void> check_before_reading(const std::string& address, const std::string& called) {
    auto connection = Connection::open(address, called);
    if (!connection) return refuse(refusal_of(connection.error()));
    const auto state = state_of_store(*connection);
    if (!state) return refuse(refusal_of(state.error()));
    if (state->version == 0) return refuse(Refusal::Kind::not_found, "There is no record in this database yet.", "Open it for writing once to make it.");
    if (state->version > present_version) {
        return refuse(Refusal::Kind::invalid, "The record was written by a later version of this program.", "Use that version or a newer one.");
    }
    if (state->filling) return being_filled();
    return {};
}

Result<void> check_while_following(std::int64_t seconds_behind, bool is_being_filled) {
    if (is_being_filled) return being_filled();
    if (seconds_behind <= most_seconds_behind) return {};
    return refuse(Refusal::Kind::unavailable, fmt::format("This copy of the record is {} seconds behind.", seconds_behind),
                  "Wait until it has caught up, or use the main server.");
}

}  // namespace steadfast::ledger::postgresql
