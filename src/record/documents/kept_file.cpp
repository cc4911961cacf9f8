#include "record/documents/kept_file.hpp"

#include "ledger/bytes.hpp"

#include <algorithm>
#include <sodium.h>

namespace steadfast::record::documents {
namespace {

constexpr std::size_t digest_bytes = 32;

tl::unexpected<Refusal> not_as_kept() {
    return refuse(Refusal::Kind::unavailable, "This file is not as it was when it was filed, so it is not shown.",
                  "Tell whoever looks after Steadfast: the command verify says what is wrong.");
}

}  // namespace

struct FileDigest::State {
    crypto_generichash_state inside;
};

FileDigest::FileDigest(const std::array<std::uint8_t, 16>& salt) : state_(std::make_unique<State>()) {
    crypto_generichash_init(&state_->inside, salt.data(), salt.size(), digest_bytes);
}

FileDigest::~FileDigest() = default;

void FileDigest::add(std::string_view bytes) {
    crypto_generichash_update(&state_->inside, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string FileDigest::finish() {
    std::array<std::uint8_t, digest_bytes> digest{};
    crypto_generichash_final(&state_->inside, digest.data(), digest.size());
    return ledger::hexadecimal(digest);
}

Result<void> keep_file(ledger::Documents& kept, Document& document, Instant now, const ledger::Documents::Next& next) {
    const auto key = ledger::DocumentId::random();
    const IdBytes salt = IdBytes::random();
    FileDigest digest(salt.bytes);
    const auto size = kept.keep({key, 0, now, false}, [&]() -> Result<std::string> {
        auto piece = next();
        if (piece) digest.add(*piece);
        return piece;
    });
    if (!size) return refuse(size.error());
    document.kept_as = key.text();
    document.bytes = static_cast<std::int32_t>(*size);
    document.salt = salt.text();
    document.digest = digest.finish();
    return {};
}

Result<void> keep_file(ledger::Documents& kept, Document& document, Instant now, std::string_view bytes) {
    return keep_file(kept, document, now, pieces_of(bytes));
}

Result<std::string> read_file(ledger::Documents& kept, const Document& document) {
    const auto key = ledger::DocumentId::parse(document.kept_as);
    const auto salt = IdBytes::parse(document.salt);
    if (!key || !salt) return not_as_kept();
    FileDigest digest(salt->bytes);
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::max(0, document.bytes.value_or(0))));
    const auto read = kept.read(*key, [&](std::string_view piece) {
        digest.add(piece);
        bytes += piece;
        return true;
    });
    if (!read && read.error().kind == Refusal::Kind::not_found) return not_as_kept();
    if (!read) return refuse(read.error());
    if (digest.finish() != document.digest) return not_as_kept();
    return bytes;
}

ledger::Documents::Next pieces_of(std::string_view bytes) {
    return [bytes, at = std::size_t(0)]() mutable -> Result<std::string> {
        std::string piece(bytes.substr(std::min(at, bytes.size()), ledger::Documents::longest_piece));
        at += piece.size();
        return piece;
    };
}

}  // namespace steadfast::record::documents
