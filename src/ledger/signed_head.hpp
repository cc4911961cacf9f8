#pragma once

#include "base/result.hpp"
#include "ledger/store.hpp"

#include <array>
#include <string>
#include <vector>

namespace steadfast::ledger {

using PublicKey = std::array<std::uint8_t, 32>;   ///< ed25519.

using Secret = std::array<std::uint8_t, 32>;

/// What signs the chain's head. It is kept in a file that only its owner may read, not in the record: whoever rewrites
/// the record would need it to forge a head.
class SigningKey {
public:
    /// Reads the key, or makes one where there is no file. Refused (not_allowed) where others may read the file.
    [[nodiscard]] static Result<SigningKey> at(const std::string& path);
    SigningKey(SigningKey&& other) noexcept;
    SigningKey& operator=(SigningKey&&) = delete;
    ~SigningKey();   ///< Wipes it.

    [[nodiscard]] SignedHead sign(const Head& head, Instant at) const;
    [[nodiscard]] const PublicKey& public_key() const { return public_; }
    /// A secret of its own for one purpose, from which nobody can come back to this key or to another purpose's.
    /// @param purpose exactly eight letters, which never change: "drafts 1".
    [[nodiscard]] Secret secret_for(const char (&purpose)[9]) const;

private:
    SigningKey() = default;
    std::array<std::uint8_t, 64> secret_{};
    PublicKey public_{};
};

/// Where a store's key stands unless told otherwise: PATH.key beside an SQLite file; empty for PostgreSQL.
[[nodiscard]] std::string key_beside(std::string_view store_address);

[[nodiscard]] bool is_signed_by(const SignedHead& head, const PublicKey& key);

/// Signs the store's head and keeps it there. Nothing is signed while the record is empty (invalid).
[[nodiscard]] Result<SignedHead> sign_head(Store& store, const SigningKey& key, Instant now);

/// A signed head as it is written down outside the record, with the key that it can be checked by. One line of text:
///
///     steadfast-head 1 SEQ HASH SIGNED-AT SIGNATURE PUBLIC-KEY
struct Anchor {
    SignedHead head;
    PublicKey key{};
};

/// Adds a line to an anchor file; on the disk when it returns.
[[nodiscard]] Result<void> append_anchor(const std::string& path, const Anchor& anchor);
/// Every line. Refused (invalid) where one can't be read or is not signed by its own key, or where there is none.
[[nodiscard]] Result<std::vector<Anchor>> read_anchors(const std::string& path);

}  // namespace steadfast::ledger
