#include "record/council/sign_in_settings.hpp"

#include <algorithm>
#include <string_view>

namespace steadfast::record {
namespace {

constexpr law::Code who_is_asked[] = {
    {.code = "whoever_set_it_up", .says = "Whoever has set one up"},
    {.code = "everybody", .says = "Everybody who signs in with a password"},
};

ledger::ItemId the_one() {
    IdBytes id;
    constexpr std::string_view words = "sign-in settings";
    static_assert(words.size() == std::tuple_size_v<decltype(id.bytes)>);
    std::copy(words.begin(), words.end(), id.bytes.begin());
    return ledger::ItemId(id);
}

}  // namespace

constinit const law::CodeSet who_is_asked_for_a_code{"who_is_asked_for_a_code", "Who is asked for a code", "Steadfast's own", who_is_asked};

template <>
const ItemType& type_of<SignInSettings>() {
    static const ItemType type(
        {.key = "sign_in_settings", .name = "Signing in", .plural = "Sign-in settings", .happened = "", .ended = "", .summary = {"asked_for_a_code"},
         .written = Written::by_its_room},
        {
            field<&SignInSettings::asked_for_a_code>("asked_for_a_code", "Who is asked for a code of an authenticator app besides the password"),
        });
    return type;
}

KnownSignInSettings sign_in_settings_of(const Book& book) {
    KnownSignInSettings known{the_one(), 0, {}};
    const auto found = book.find(known.item);
    if (!found || &found->type() != &type_of<SignInSettings>() || !book.is_visible(*found->table, found->row)) return known;
    known.version = found->head().version;
    known.settings = found->table->item<SignInSettings>(found->row);
    return known;
}

}  // namespace steadfast::record
