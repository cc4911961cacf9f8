#include "ledger/chain.hpp"

#include "ledger/bytes.hpp"

#include <sodium.h>

#include <stdexcept>

namespace steadfast::ledger {
namespace {

void wake_sodium() {
    // Chooses the fastest BLAKE2b that the processor has; asking again costs nothing.
    static const int woken = sodium_init();
    if (woken < 0) throw std::runtime_error("libsodium could not start");
}

class Blake {
public:
    explicit Blake(std::span<const std::uint8_t> key = {}) {
        wake_sodium();
        crypto_generichash_init(&state_, key.empty() ? nullptr : key.data(), key.size(), sizeof(Digest));
    }
    void add(std::span<const std::uint8_t> bytes) { crypto_generichash_update(&state_, bytes.data(), bytes.size()); }
    void add_with_length(std::string_view text) {
        const auto length = CanonicalBytes().u64(text.size());
        add(length.bytes());
        add({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }
    Digest digest() {
        Digest digest;
        crypto_generichash_final(&state_, digest.data(), digest.size());
        return digest;
    }

private:
    crypto_generichash_state state_;
};

Salt fresh_salt() { return IdBytes::random().bytes; }

Digest digest_under(const Salt& salt, const Change& change) { return shared_digest(salt, change.happened, change.shared); }

}  // namespace

Digest shared_digest(const Salt& salt, const When& happened, const Part& part) {
    Blake blake(salt);
    blake.add(happened.canonical());
    blake.add_with_length(part.body);
    blake.add_with_length(part.narrative);
    return blake.digest();
}

Digest subject_digest(const Salt& salt, const Part& part) {
    if (part.is_empty()) return Digest{};
    Blake blake(salt);
    blake.add_with_length(part.body);
    blake.add_with_length(part.narrative);
    return blake.digest();
}

std::string header_bytes(const Entry& entry) {
    CanonicalBytes header;
    header.reserve(192 + 16 * entry.subjects.size() + 32 * entry.parts.size());
    header.u8(1).u64(entry.seq).u8(static_cast<std::uint8_t>(entry.kind));
    header.u16(static_cast<std::uint16_t>(entry.type.size())).raw(entry.type);
    header.raw(entry.item.bytes().bytes).u32(entry.version).raw(entry.batch.bytes().bytes);
    header.u64(static_cast<std::uint64_t>(entry.recorded_at.microseconds()));
    header.raw(entry.recorded_by.bytes().bytes).raw(entry.key.bytes().bytes);
    header.u32(static_cast<std::uint32_t>(entry.subjects.size()));
    for (const SubjectId& subject : entry.subjects) header.raw(subject.bytes().bytes);
    header.u32(static_cast<std::uint32_t>(1 + entry.parts.size())).raw(entry.shared.digest);
    for (const KeptPart& part : entry.parts) header.raw(part.digest);
    header.raw(entry.previous_hash);
    return header.text();
}

Digest chain_hash(const Entry& entry) {
    const std::string header = header_bytes(entry);
    Blake blake;
    blake.add({reinterpret_cast<const std::uint8_t*>(header.data()), header.size()});
    return blake.digest();
}

Entry chained(Change change, Sequence seq, Instant recorded_at, const Digest& previous_hash) {
    Entry entry;
    entry.seq = seq;
    entry.kind = change.kind;
    entry.item = change.item;
    entry.version = change.starts_from + 1;
    entry.type = std::move(change.type);
    entry.subjects = std::move(change.subjects);
    entry.happened = change.happened;
    entry.recorded_at = recorded_at;
    entry.recorded_by = change.recorded_by;
    entry.key = change.key;
    entry.batch = change.batch;

    entry.shared.salt = fresh_salt();
    entry.shared.digest = digest_under(entry.shared.salt, change);
    entry.shared.part = std::move(change.shared);
    for (Part& part : change.parts) {
        KeptPart& kept = entry.parts.emplace_back();
        if (part.is_empty()) continue;
        kept.salt = fresh_salt();
        kept.digest = subject_digest(kept.salt, part);
        kept.part = std::move(part);
    }
    entry.previous_hash = previous_hash;
    entry.hash = chain_hash(entry);
    return entry;
}

bool says_the_same(const Change& change, const Entry& entry) {
    if (change.kind != entry.kind || change.item != entry.item || change.starts_from + 1 != entry.version ||
        change.type != entry.type || change.subjects != entry.subjects || change.recorded_by != entry.recorded_by ||
        change.key != entry.key || change.batch != entry.batch || change.parts.size() != entry.parts.size())
        return false;
    if (entry.shared.destroyed || digest_under(entry.shared.salt, change) != entry.shared.digest) return false;
    for (std::size_t i = 0; i < change.parts.size(); ++i)
        if (entry.parts[i].destroyed || subject_digest(entry.parts[i].salt, change.parts[i]) != entry.parts[i].digest) return false;
    return true;
}

}  // namespace steadfast::ledger
