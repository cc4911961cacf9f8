#pragma once

#include "ledger/destruction_register.hpp"
#include "ledger/store.hpp"

#include <span>

namespace steadfast::ledger {

/// Adds to an order's shared body, as its last member, what it destroys:
/// "destroys":[{"seq":7,"shared":true,"subjects":[0,2]}]. Refused (invalid) where the order is not of kind destroyed,
/// destroys nothing, or has such a member already.
[[nodiscard]] Result<void> name_what_goes(Change& order, std::span<const DestroyedParts> parts);

/// What an order of kind destroyed says it destroys; empty where it has no such member. Refused (invalid) where that can't be read.
[[nodiscard]] Result<std::vector<DestroyedParts>> what_goes(const Entry& order);

/// Writes how those destructions ended of which the register does not say, by looking whether the record has their orders.
[[nodiscard]] Result<void> settle_destructions(Store& store, DestructionRegister& written);

/// Writes the destruction into the register, after settling earlier ones.
/// Refused (invalid) where a part is not there or belongs to an order of destruction itself.
[[nodiscard]] Result<void> register_destruction(Store& store, DestructionRegister& written, const Entry& order, std::span<const DestroyedParts> parts);

}  // namespace steadfast::ledger
