#pragma once

#include "web/sign_in/secrets.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace steadfast::web {

/// Hands texts to a browser or a store that must neither read nor change them: XChaCha20-Poly1305 with one secret.
class Seal {
public:
    explicit Seal(const Bytes32& secret) : secret_(secret) {}

    /// @param bound_to what it belongs to, said again when it is opened: a text sealed for one thing opens for no other.
    [[nodiscard]] std::string seal(std::string_view text, std::string_view bound_to) const;
    /// None unless it was sealed with this secret for this.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed, std::string_view bound_to) const;

    // The same in letters that may stand in a form or a cookie.
    [[nodiscard]] std::string seal_in_letters(std::string_view text, std::string_view bound_to) const;
    [[nodiscard]] std::optional<std::string> open_letters(std::string_view letters, std::string_view bound_to) const;

private:
    Bytes32 secret_;
};

}  // namespace steadfast::web
