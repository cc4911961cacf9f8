#pragma once

#include "record/book/book.hpp"
#include "record/item/item_type.hpp"

#include <cstdint>

namespace steadfast::record {

/// Who must show a code of an authenticator app besides a password.
extern const law::CodeSet who_is_asked_for_a_code;

/// How people sign in to this council's record.
struct SignInSettings {
    Coded<who_is_asked_for_a_code> asked_for_a_code;   ///< Nothing said: whoever set it up.
};

template <>
const ItemType& type_of<SignInSettings>();

/// The settings as the record has them.
struct KnownSignInSettings {
    ledger::ItemId item;         ///< One for all: where two people say something first, the second is told of it.
    std::uint32_t version = 0;   ///< 0: nothing was said yet.
    SignInSettings settings;
};
[[nodiscard]] KnownSignInSettings sign_in_settings_of(const Book& book);

}  // namespace steadfast::record
