#include "app/serve/kept_secret.hpp"

#include "ledger/signed_head.hpp"
#include "web/sign_in/secrets.hpp"

#include <algorithm>

namespace steadfast::app {
namespace {

web::Bytes32 secret_from(std::string_view bytes) {
    web::Bytes32 secret{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), secret.size()), secret.begin());
    return secret;
}

std::string shelf_key(KeptSecret what) {
    switch (what) {
        case KeptSecret::drafts: return "draft secret";
        case KeptSecret::codes: return "code secret";
        case KeptSecret::counts: break;
    }
    return "count secret";
}

web::Bytes32 secret_of(const ledger::SigningKey& key, KeptSecret what) {
    switch (what) {
        case KeptSecret::drafts: return key.secret_for("drafts 1");
        case KeptSecret::codes: return key.secret_for("codes  1");
        case KeptSecret::counts: break;
    }
    return key.secret_for("counts 1");
}

}  // namespace

Result<std::array<std::uint8_t, 32>> kept_secret(KeptSecret what, const std::string& key_file, ledger::Store& store) {
    if (!key_file.empty()) {
        const auto key = ledger::SigningKey::at(key_file);
        if (!key) return refuse(key.error());
        return secret_of(*key, what);
    }
    const auto kept = store.get(ledger::Shelf::settings, shelf_key(what));
    if (!kept) return refuse(kept.error());
    if (*kept) return secret_from((*kept)->bytes);
    const web::Bytes32 made = web::random_bytes32();
    const std::string bytes(made.begin(), made.end());
    if (auto put = store.put(ledger::Shelf::settings, {shelf_key(what), bytes, std::nullopt}); !put) return refuse(put.error());
    return made;
}

}  // namespace steadfast::app
