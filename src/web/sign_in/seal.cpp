#include "web/sign_in/seal.hpp"

#include <sodium.h>

namespace steadfast::web {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* read(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* write(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::string Seal::seal(std::string_view text, std::string_view bound_to) const {
    std::string sealed(nonce_bytes + text.size() + tag_bytes, '\0');
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(write(sealed) + nonce_bytes, nullptr, read(text), text.size(), read(bound_to), bound_to.size(),
                                               nullptr, read(sealed), secret_.data());
    return sealed;
}

std::optional<std::string> Seal::open(std::string_view sealed, std::string_view bound_to) const {
    if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
    std::string text(sealed.size() - nonce_bytes - tag_bytes, '\0');
    const std::string_view rest = sealed.substr(nonce_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(write(text), nullptr, nullptr, read(rest), rest.size(), read(bound_to), bound_to.size(),
                                                   read(sealed), secret_.data()) != 0)
        return std::nullopt;
    return text;
}

std::string Seal::seal_in_letters(std::string_view text, std::string_view bound_to) const {
    const std::string sealed = seal(text, bound_to);
    return base64url({read(sealed), sealed.size()});
}

std::optional<std::string> Seal::open_letters(std::string_view letters, std::string_view bound_to) const {
    const auto sealed = from_base64url(letters);
    return sealed ? open(*sealed, bound_to) : std::nullopt;
}

}  // namespace steadfast::web
