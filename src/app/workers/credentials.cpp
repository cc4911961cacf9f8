#include "app/workers/credentials.hpp"

#include "record/item/body.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <set>

namespace steadfast::app {
namespace {

constexpr std::string_view hash_key = "argon2id";

/// What guessers try first, where it is long enough to be let through at all; compared without case and with digits at
/// the end taken off.
constexpr std::array guessed_first{"administrator", "childrensservices", "correcthorsebatterystaple", "iloveyoubaby", "letmeinplease",
                                   "mypassword",    "password",          "passwordpassword",          "qwertyuiop",   "qwertyuiopas",
                                   "socialwork",    "socialworker",      "steadfast",                 "welcometowork"};

std::string lower_without_end(std::string_view password) {
    std::string text;
    for (const char c : password) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    while (!text.empty() && ((text.back() >= '0' && text.back() <= '9') || text.back() == '!' || text.back() == '?')) text.pop_back();
    return text;
}

std::size_t letters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Whether the name is what carries the password. A short one lies inside many words ("ann" in "cannon"), and counts only as a word of
/// its own.
bool holds_name(std::string_view core, std::string_view name) {
    constexpr std::size_t shortest_anywhere = 5;
    if (name.empty()) return false;
    for (auto at = core.find(name); at != std::string_view::npos; at = core.find(name, at + 1)) {
        const auto end = at + name.size();
        const bool stands_alone = (at == 0 || !is_letter(core[at - 1])) && (end == core.size() || !is_letter(core[end]));
        if (stands_alone || name.size() >= shortest_anywhere) return true;
    }
    return false;
}

}  // namespace

Result<void> check_password(std::string_view sign_in_name, std::string_view password) {
    constexpr std::string_view advice = "Take a sentence of a few words that only you would say.";
    if (letters(password) < Credentials::fewest_letters)
        return refuse(Refusal::Kind::invalid, fmt::format("A password has at least {} letters.", Credentials::fewest_letters), std::string(advice));
    if (password.size() > web::Passwords::most_letters)
        return refuse(Refusal::Kind::invalid, fmt::format("A password has at most {} letters.", web::Passwords::most_letters));
    const std::string core = lower_without_end(password);
    const bool repeats = std::set<char>(core.begin(), core.end()).size() < 4;
    if (repeats || holds_name(core, sign_in_name) || std::find(guessed_first.begin(), guessed_first.end(), core) != guessed_first.end())
        return refuse(Refusal::Kind::invalid, "That password is easily guessed.", std::string(advice));
    return {};
}

Result<void> Credentials::keep(ledger::WorkerId worker, std::string_view sign_in_name, std::string_view password) {
    if (auto checked = check_password(sign_in_name, password); !checked) return checked;
    return put(worker, password);
}

Result<void> Credentials::put(ledger::WorkerId worker, std::string_view password) {
    std::string json = "{";
    record::append_json_string(json, hash_key);
    json += ':';
    record::append_json_string(json, passwords_.hash(password));
    json += '}';
    return store_.put(ledger::Shelf::credentials, {worker.text(), std::move(json), std::nullopt});
}

Result<bool> Credentials::are_right(ledger::WorkerId worker, std::string_view password) {
    const auto kept = store_.get(ledger::Shelf::credentials, worker.text());
    if (!kept) return refuse(kept.error());
    simdjson::dom::parser parser;
    std::string_view hash;
    if (!*kept || parser.parse((*kept)->bytes)[hash_key].get(hash)) {
        passwords_.verify_nobody(password);
        return false;
    }
    const std::string known(hash);
    if (!passwords_.verify(known, password)) return false;
    // Failing to renew the hash is no reason to keep somebody out.
    if (passwords_.needs_rehash(known)) (void)put(worker, password);
    return true;
}

Result<void> Credentials::forget(ledger::WorkerId worker) { return store_.remove(ledger::Shelf::credentials, worker.text()); }

}  // namespace steadfast::app
