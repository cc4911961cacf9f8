#pragma once

#include "ledger/postgresql/connection.hpp"
#include "ledger/store.hpp"

#include <span>
#include <string_view>

namespace steadfast::ledger::postgresql {

// What is kept on a shelf, to and from the database's rows.

[[nodiscard]] Shelved shelved_in(const Rows& rows, int row);
/// The parameters of upsert_several_shelved.
[[nodiscard]] Fields several_shelved(std::int16_t shelf, std::span<const Shelved> several);
[[nodiscard]] std::span<const std::uint8_t> bytes_of(std::string_view text);

}  // namespace steadfast::ledger::postgresql
