#include "web/sign_in/password.hpp"

#include "web/sign_in/secrets.hpp"

#include <new>
#include <sodium.h>

namespace steadfast::web {

Passwords::Passwords(PasswordCost cost) : cost_(cost), nobody_(hash(random_token())) {}

std::string Passwords::hash(std::string_view password) const {
    if (sodium_init() < 0) throw std::bad_alloc();
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(text, password.data(), password.size(), cost_.passes, cost_.memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return text;
}

bool Passwords::verify(const std::string& hash, std::string_view password) const {
    if (password.size() > most_letters) return false;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool Passwords::verify_nobody(std::string_view password) const {
    static_cast<void>(verify(nobody_, password));
    return false;
}

bool Passwords::needs_rehash(const std::string& hash) const {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

}  // namespace steadfast::web
