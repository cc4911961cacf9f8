#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast::web {

/// What one guess at a password costs: the default is about 130 ms of one core and 64 MB.
struct PasswordCost {
    unsigned long long passes = 3;
    std::size_t memory_bytes = 64u << 20;
    [[nodiscard]] static PasswordCost least() { return {1, 8192}; }  ///< For tests.
};

/// Passwords by argon2id. Slow on purpose: call it on a worker thread, never where pages are written.
class Passwords {
public:
    explicit Passwords(PasswordCost cost = {});

    /// A text that holds the salt, the cost and the hash. A fault if there is not memory enough.
    [[nodiscard]] std::string hash(std::string_view password) const;
    [[nodiscard]] bool verify(const std::string& hash, std::string_view password) const;
    /// For a name that nobody has: takes as long as for one that somebody has, so that the time says nothing. Always false.
    bool verify_nobody(std::string_view password) const;
    /// The hash was made at another cost: make it again, now that the password is at hand.
    [[nodiscard]] bool needs_rehash(const std::string& hash) const;

    /// Longer ones are refused before they cost anything.
    static constexpr std::size_t most_letters = 1024;

private:
    PasswordCost cost_;
    std::string nobody_;
};

}  // namespace steadfast::web
