#include "record/drafts/draft.hpp"

#include "ledger/bytes.hpp"

#include <sodium.h>

#include <cstring>
#include <stdexcept>

namespace steadfast::record {
namespace {

// The clear part of a sealed draft, numbers big-endian:
//   "SFD1", worker 16, item 16, begun 8, saved 8, revision 8, window 16, count of subjects 2, subjects 16 each
// then a nonce of 24 bytes and the text: the form, the name, and the fields' names and values, each as length 4 and bytes.
constexpr std::string_view mark = "SFD1";
constexpr std::size_t clear_bytes_before_subjects = 4 + 16 + 16 + 8 + 8 + 8 + 16 + 2;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;

const unsigned char* unsigned_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// Reads what stands in a text from its start on; after the first thing that is not there everything is empty.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) {
            is_whole_ = false;
            return {};
        }
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::uint64_t number(std::size_t size) {
        std::uint64_t value = 0;
        for (const char byte : take(size)) value = value << 8 | static_cast<std::uint8_t>(byte);
        return value;
    }
    template <class Thing>
    Thing id() {
        IdBytes id;
        if (const auto taken = take(16); !taken.empty()) std::memcpy(id.bytes.data(), taken.data(), 16);
        return Thing(id);
    }
    Instant instant() { return Instant::from_microseconds(static_cast<std::int64_t>(number(8))); }
    std::string_view text() { return take(number(4)); }
    [[nodiscard]] bool is_whole() const { return is_whole_; }
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
    bool is_whole_ = true;
};

std::string clear_part(const DraftHead& head) {
    ledger::CanonicalBytes bytes;
    bytes.raw(mark).raw(head.worker.bytes().bytes).raw(head.item.bytes().bytes);
    bytes.u64(static_cast<std::uint64_t>(head.begun_at.microseconds())).u64(static_cast<std::uint64_t>(head.saved_at.microseconds())).u64(head.revision).raw(head.window.bytes().bytes);
    bytes.u16(static_cast<std::uint16_t>(head.about.size()));
    for (const ledger::SubjectId subject : head.about) bytes.raw(subject.bytes().bytes);
    return bytes.text();
}

std::string secret_part(const Draft& draft) {
    ledger::CanonicalBytes bytes;
    const auto add = [&bytes](std::string_view text) { bytes.u32(static_cast<std::uint32_t>(text.size())).raw(text); };
    add(draft.head.form);
    add(draft.head.name);
    for (const auto& [name, value] : draft.fields) {
        add(name);
        add(value);
    }
    return bytes.text();
}

}  // namespace

DraftSeal::DraftSeal(const DraftSecret& secret) : secret_(secret) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
}

DraftId DraftSeal::id_of(ledger::WorkerId worker, std::string_view form) const {
    const std::string whole = worker.text() + std::string(form);
    IdBytes id;
    crypto_generichash(id.bytes.data(), id.bytes.size(), unsigned_bytes(whole), whole.size(), secret_.data(), secret_.size());
    return DraftId(id);
}

std::string DraftSeal::seal(const Draft& draft) const {
    std::string sealed = clear_part(draft.head);
    const std::size_t clear = sealed.size();
    const std::string secret = secret_part(draft);
    sealed.resize(clear + nonce_bytes + secret.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    auto* const bytes = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(bytes + clear, nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + clear + nonce_bytes, nullptr, unsigned_bytes(secret), secret.size(), bytes, clear, nullptr,
                                               bytes + clear, secret_.data());
    return sealed;
}

std::optional<Draft> DraftSeal::open(std::string_view sealed) const {
    Reader reader(sealed);
    if (reader.take(mark.size()) != mark) return std::nullopt;
    Draft draft;
    draft.head.worker = reader.id<ledger::WorkerId>();
    draft.head.item = reader.id<ledger::ItemId>();
    draft.head.begun_at = reader.instant();
    draft.head.saved_at = reader.instant();
    draft.head.revision = reader.number(8);
    draft.head.window = reader.id<DraftWindow>();
    const std::size_t subjects = reader.number(2);
    for (std::size_t i = 0; i < subjects && reader.is_whole(); ++i) draft.head.about.push_back(reader.id<ledger::SubjectId>());
    const auto nonce = reader.take(nonce_bytes);
    const std::size_t clear = clear_bytes_before_subjects + 16 * subjects;
    if (!reader.is_whole() || sealed.size() < clear + nonce_bytes + crypto_aead_xchacha20poly1305_ietf_ABYTES) return std::nullopt;

    const std::string_view encrypted = sealed.substr(clear + nonce_bytes);
    std::string secret(encrypted.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(secret.data()), nullptr, nullptr, unsigned_bytes(encrypted),
                                                                  encrypted.size(), unsigned_bytes(sealed), clear, unsigned_bytes(nonce), secret_.data());
    if (opened != 0) return std::nullopt;
    Reader text(secret);
    draft.head.form = text.text();
    draft.head.name = text.text();
    while (!text.is_at_end() && text.is_whole()) {
        std::string name(text.text());
        draft.fields.add(std::move(name), std::string(text.text()));
    }
    if (!text.is_whole()) return std::nullopt;
    draft.head.id = id_of(draft.head.worker, draft.head.form);
    return draft;
}

}  // namespace steadfast::record
