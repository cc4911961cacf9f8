#include "practice/contact/public_form.hpp"

#include "law/london.hpp"
#include "web/sign_in/secrets.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

constexpr std::string_view letters = "23456789BCDFGHJKMNPQRTVWXZ";
constexpr std::size_t groups = 3;
constexpr std::size_t group_letters = 4;

std::string seal(std::string_view given, std::string_view secret) { return web::base64url(web::keyed_hash(given, secret)); }

/// A code of a set, or nothing: what a browser sends may be anything.
std::string code_typed(const web::Fields& typed, std::string_view name, const law::CodeSet& set) {
    const auto code = web::trimmed(typed.get(name));
    return set.find(code) ? std::string(code) : std::string();
}

std::string text_typed(PublicForm& form, std::string_view name, std::string_view what, std::size_t most) {
    std::string text(web::trimmed(form.typed.get(name)));
    if (text.size() > most) form.errors.add(std::string(name), fmt::format("{} must be {} characters or fewer: it has {}", what, most, text.size()));
    return text;
}

}  // namespace

PublicFormProof::PublicFormProof() : secret_(web::random_token()) {}

std::string PublicFormProof::give(Instant now) const {
    const std::string given = fmt::format("{}.{}", now.seconds(), ledger::IdempotencyKey::random().text());
    return given + "." + seal(given, secret_);
}

PublicFormProof::Taken PublicFormProof::take(std::string_view proof, Instant now) const {
    const auto first = proof.find('.');
    const auto last = proof.rfind('.');
    if (first == std::string_view::npos || last == first) return {};
    const auto claimed = web::from_base64url(proof.substr(last + 1));
    const web::Bytes32 right = web::keyed_hash(proof.substr(0, last), secret_);
    web::Bytes32 given{};
    if (!claimed || claimed->size() != given.size()) return {};
    std::copy(claimed->begin(), claimed->end(), given.begin());
    const auto form = ledger::IdempotencyKey::parse(proof.substr(first + 1, last - first - 1));
    std::int64_t seconds = 0;
    std::from_chars(proof.data(), proof.data() + first, seconds);
    if (!form || !web::same_in_constant_time(right, given)) return {};
    const std::int64_t age = now.seconds() - seconds;
    if (age < 0 || age > most_seconds) return {};
    return {age < fewest_seconds ? Judged::too_soon : Judged::good, *form};
}

std::string reference_of(const ledger::IdempotencyKey& form) {
    const auto hash = web::keyed_hash("reference of a public form", form.text());
    std::string reference;
    for (std::size_t i = 0; i < groups * group_letters; ++i) {
        if (i > 0 && i % group_letters == 0) reference += '-';
        reference += letters[(std::size_t{hash[2 * i]} * 256 + hash[2 * i + 1]) % letters.size()];
    }
    return reference;
}

bool is_reference(std::string_view text) {
    if (text.size() != groups * group_letters + groups - 1) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i % (group_letters + 1) == group_letters ? text[i] != '-' : letters.find(text[i]) == std::string_view::npos) return false;
    return true;
}

Contact read_public_form(PublicForm& form, Instant now) {
    Contact contact;
    contact.received = law::london_minute(now);
    contact.came_by.code = "public_form";
    contact.is_unverified = true;
    const auto required = [&form](const std::string& text, std::string_view name, std::string_view says) {
        if (text.empty()) form.errors.add(std::string(name), std::string(says));
    };
    contact.contacted_by = text_typed(form, "contacted_by", "Your name and role", 200);
    required(contact.contacted_by, "contacted_by", "Enter your name and role");
    contact.agency = text_typed(form, "agency", "Your organisation", 200);
    required(contact.agency, "agency", "Enter your organisation");
    contact.who_contacted.code = code_typed(form.typed, "who_contacted", law::referral_source);
    required(contact.who_contacted.code, "who_contacted", "Choose what sort of organisation it is");
    contact.ring_back = text_typed(form, "ring_back", "How to reach you", 200);
    required(contact.ring_back, "ring_back", "Enter a telephone number or an e-mail address, so that a social worker can reach you");
    contact.children_not_on_record.text = text_typed(form, "children", "The children", 5'000);
    required(contact.children_not_on_record.text, "children", "Enter what you know of the children, even if it is little");
    contact.worries.text = text_typed(form, "worries", "What you are worried about", 20'000);
    required(contact.worries.text, "worries", "Enter what you are worried about");
    contact.child_says.text = text_typed(form, "child_says", "What the child says", 10'000);
    contact.danger.code = code_typed(form.typed, "danger", immediate_danger);
    required(contact.danger.code, "danger", "Choose whether a child is in immediate danger");
    contact.parents_told.code = code_typed(form.typed, "parents_told", family_told);
    contact.consent.code = code_typed(form.typed, "consent", consent_given);
    contact.consent_words.text = text_typed(form, "consent_words", "What the parents said", 5'000);
    return contact;
}

}  // namespace steadfast::practice
