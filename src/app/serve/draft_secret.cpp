#include "app/serve/draft_secret.hpp"

#include "ledger/signed_head.hpp"
#include "web/sign_in/secrets.hpp"

#include <algorithm>

namespace steadfast::app {
namespace {

constexpr std::string_view shelf_key = "draft secret";

record::DraftSecret secret_from(std::string_view bytes) {
    record::DraftSecret secret{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), secret.size()), secret.begin());
    return secret;
}

}  // namespace

Result<record::DraftSecret> draft_secret(const std::string& key_file, ledger::Store& store) {
    if (!key_file.empty()) {
        const auto key = ledger::SigningKey::at(key_file);
        if (!key) return refuse(key.error());
        return key->secret_for("drafts 1");
    }
    const auto kept = store.get(ledger::Shelf::settings, shelf_key);
    if (!kept) return refuse(kept.error());
    if (*kept) return secret_from((*kept)->bytes);
    const record::DraftSecret made = web::random_bytes32();
    const std::string bytes(made.begin(), made.end());
    if (auto put = store.put(ledger::Shelf::settings, {std::string(shelf_key), bytes, std::nullopt}); !put) return refuse(put.error());
    return made;
}

}  // namespace steadfast::app
