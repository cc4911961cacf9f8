#include "ledger/signed_head.hpp"

#include "ledger/bytes.hpp"
#include "ledger/durable_file.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>

#include <charconv>
#include <stdexcept>

namespace steadfast::ledger {
namespace {

constexpr std::string_view key_line = "steadfast-key 1 ";
constexpr std::size_t longest_anchor_file = 64 * 1024 * 1024;

void wake_sodium() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
}

/// The words before it keep a signed head from ever being taken for anything else that is signed.
std::string signed_bytes(const Head& head, Instant at) {
    CanonicalBytes bytes;
    bytes.raw("steadfast head 1").u64(head.seq).raw(head.hash).u64(static_cast<std::uint64_t>(at.microseconds()));
    return bytes.text();
}

const unsigned char* unsigned_bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::optional<Anchor> anchor_from(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const std::size_t space = std::min(line.find(' '), line.size());
        words.push_back(line.substr(0, space));
        line.remove_prefix(std::min(space + 1, line.size()));
    }
    if (words.size() != 7 || words[0] != "steadfast-head" || words[1] != "1") return std::nullopt;
    Anchor anchor;
    const auto [end, error] = std::from_chars(words[2].data(), words[2].data() + words[2].size(), anchor.head.head.seq);
    const auto at = Instant::parse_iso(words[4]);
    if (error != std::errc{} || end != words[2].data() + words[2].size() || !at) return std::nullopt;
    anchor.head.signed_at = *at;
    if (!from_hexadecimal(words[3], anchor.head.head.hash) || !from_hexadecimal(words[5], anchor.head.signature) ||
        !from_hexadecimal(words[6], anchor.key))
        return std::nullopt;
    return anchor;
}

}  // namespace

Result<SigningKey> SigningKey::at(const std::string& path) {
    wake_sodium();
    SigningKey key;
    auto text = read_file(path, 4096);
    if (!text && text.error().kind == Refusal::Kind::not_found) {
        crypto_sign_keypair(key.public_.data(), key.secret_.data());
        std::string line = fmt::format("{}{}\n", key_line, hexadecimal(std::span(key.secret_).first(32)));
        const auto written = write_durably(path, line);
        sodium_memzero(line.data(), line.size());
        if (!written) return refuse(written.error());
        return key;
    }
    if (!text) return refuse(text.error());
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || (status.st_mode & 077) != 0)
        return refuse(Refusal::Kind::not_allowed, fmt::format("Others may read the signing key {}.", path),
                      fmt::format("Give it to its owner alone (chmod 600 {}), and ask who may have read it.", path));

    std::array<std::uint8_t, 32> seed;
    std::string_view rest = *text;
    if (rest.ends_with('\n')) rest.remove_suffix(1);
    const bool well_formed = rest.starts_with(key_line) && from_hexadecimal(rest.substr(key_line.size()), seed);
    sodium_memzero(text->data(), text->size());
    if (!well_formed)
        return refuse(Refusal::Kind::invalid, fmt::format("{} is not a signing key.", path), "Put the key back from its backup.");
    crypto_sign_seed_keypair(key.public_.data(), key.secret_.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return key;
}

SigningKey::SigningKey(SigningKey&& other) noexcept : secret_(other.secret_), public_(other.public_) {
    sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

SignedHead SigningKey::sign(const Head& head, Instant at) const {
    SignedHead signed_head{head, at, {}};
    const std::string bytes = signed_bytes(head, at);
    crypto_sign_detached(signed_head.signature.data(), nullptr, unsigned_bytes(bytes), bytes.size(), secret_.data());
    return signed_head;
}

Secret SigningKey::secret_for(const char (&purpose)[9]) const {
    static_assert(crypto_kdf_KEYBYTES == 32 && crypto_kdf_CONTEXTBYTES == 8);
    Secret secret;
    crypto_kdf_derive_from_key(secret.data(), secret.size(), 1, purpose, secret_.data());
    return secret;
}

std::string key_beside(std::string_view store_address) {
    constexpr std::string_view sqlite = "sqlite:";
    return store_address.starts_with(sqlite) ? std::string(store_address.substr(sqlite.size())) + ".key" : std::string();
}

bool is_signed_by(const SignedHead& head, const PublicKey& key) {
    wake_sodium();
    const std::string bytes = signed_bytes(head.head, head.signed_at);
    return crypto_sign_verify_detached(head.signature.data(), unsigned_bytes(bytes), bytes.size(), key.data()) == 0;
}

Result<SignedHead> sign_head(Store& store, const SigningKey& key, Instant now) {
    const auto head = store.head();
    if (!head) return refuse(head.error());
    if (head->seq == 0) return refuse(Refusal::Kind::invalid, "The record is empty.", "Sign it once something is recorded.");
    const SignedHead signed_head = key.sign(*head, now);
    if (auto kept = store.keep_signed_head(signed_head); !kept) return refuse(kept.error());
    return signed_head;
}

Result<void> append_anchor(const std::string& path, const Anchor& anchor) {
    const auto& [head, signed_at, signature] = anchor.head;
    return append_durably(path, fmt::format("steadfast-head 1 {} {} {} {} {}\n", head.seq, hexadecimal(head.hash), signed_at.iso(),
                                            hexadecimal(signature), hexadecimal(anchor.key)));
}

Result<std::vector<Anchor>> read_anchors(const std::string& path) {
    const auto text = read_file(path, longest_anchor_file);
    if (!text) return refuse(text.error());
    std::vector<Anchor> anchors;
    std::string_view rest = *text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty()) continue;
        const auto anchor = anchor_from(line);
        if (!anchor || !is_signed_by(anchor->head, anchor->key))
            return refuse(Refusal::Kind::invalid, fmt::format("Line {} of {} is not a signed head.", number, path),
                          "Use the anchor file as it was written; one that was changed proves nothing.");
        anchors.push_back(*anchor);
    }
    if (anchors.empty()) return refuse(Refusal::Kind::invalid, fmt::format("There is no signed head in {}.", path), "Check the path.");
    return anchors;
}

}  // namespace steadfast::ledger
