#include "ledger/postgresql/check_before_reading.hpp"

#include "ledger/postgresql/connection.hpp"
#include "ledger/postgresql/schema.hpp"

namespace steadfast::ledger::postgresql {

Result<void> check_before_reading(const std::string& address, const std::string& called) {
    auto connection = Connection::open(address, called);
    if (!connection) return refuse(refusal_of(connection.error()));
    const auto state = state_of_store(*connection);
    if (!state) return refuse(refusal_of(state.error()));
    if (state->version == 0) return refuse(Refusal::Kind::not_found, "There is no record in this database yet.", "Open it for writing once to make it.");
    if (state->version > present_version) {
        return refuse(Refusal::Kind::invalid, "The record was written by a later version of this program.", "Use that version or a newer one.");
    }
    if (state->filling) {
        return refuse(Refusal::Kind::unavailable, "The record is being filled, or was cut while it was.", "Wait for the end, or open it for writing, which empties it.");
    }
    return {};
}

}  // namespace steadfast::ledger::postgresql
