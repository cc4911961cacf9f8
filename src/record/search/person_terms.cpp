#include "record/search/person_terms.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

constexpr std::string_view person_key = "person";
constexpr std::string_view name_key = "name";
constexpr std::string_view address_key = "address";
constexpr std::string_view contact_way_key = "contact_way";

/// Somebody of whom only that they are grown up is known comes after the children.
constexpr std::int32_t grown_up = -40'000;

/// One row, its fields asked for by their keys: "" or nothing where this release's declaration has no such field.
class Row {
public:
    explicit Row(const Found& found) : found_(found), type_(found.type()) {}

    std::string_view text(std::string_view key) const {
        const auto position = type_.position(key);
        return position ? found_.table->text(found_.row, *position) : std::string_view();
    }
    std::optional<Date> day(std::string_view key) const {
        const auto position = type_.position(key);
        return position ? found_.table->day(found_.row, *position) : std::nullopt;
    }
    bool is_yes(std::string_view key) const {
        const auto position = type_.position(key);
        if (!position) return false;
        const Value value = found_.table->value(found_.row, *position);
        const bool* yes = std::get_if<bool>(&value);
        return yes && *yes;
    }

private:
    const Found& found_;
    const ItemType& type_;
};

void add_name(std::string_view name, TermSource source, const TermSink& sink) {
    if (name.empty()) return;
    for (const NameKey& key : NameKey::all_of(name)) sink(term_text(TermKind::name, key.text()), source);
}

void add_squeezed(std::string_view text, TermKind kind, TermSource source, const TermSink& sink) {
    if (text.empty()) return;
    std::string plain = folded(text);
    std::erase(plain, ' ');
    if (!plain.empty()) sink(term_text(kind, plain), source);
}

void add_birth(std::optional<Date> date, TermSource source, const TermSink& sink) {
    if (date) sink(fmt::format("{}{:04}{:02}{:02}", static_cast<char>(TermKind::birth), date->year(), date->month(), date->day()), source);
}

void add_person(const Row& row, bool is_merged, const TermSink& sink) {
    add_name(row.text("given_name"), is_merged ? TermSource::merged_name : TermSource::name, sink);
    add_name(row.text("family_name"), is_merged ? TermSource::merged_name : TermSource::name, sink);
    add_name(row.text("known_as"), is_merged ? TermSource::merged_name : TermSource::known_as, sink);
    add_squeezed(row.text("authority_id"), TermKind::identifier, TermSource::authority_id, sink);
    add_squeezed(row.text("upn"), TermKind::identifier, TermSource::upn, sink);
    add_squeezed(row.text("former_upn"), TermKind::identifier, TermSource::former_upn, sink);
    add_squeezed(row.text("nhs_number"), TermKind::identifier, TermSource::nhs_number, sink);
    add_birth(row.day("born"), TermSource::born, sink);
    add_birth(row.day("expected"), TermSource::expected, sink);
}

void add_other_name(const Row& row, const TermSink& sink) {
    const bool is_over = row.day("to").has_value() || row.text("kind") == "former" || row.text("kind") == "birth";
    for (const std::string_view key : {"given_name", "family_name"}) add_name(row.text(key), is_over ? TermSource::former_name : TermSource::other_name, sink);
}

void add_address(const Row& row, const TermSink& sink) {
    const TermSource source = row.is_yes("is_confidential") ? TermSource::confidential_postcode
                              : row.day("to")               ? TermSource::former_postcode
                                                            : TermSource::postcode;
    add_squeezed(row.text("postcode"), TermKind::postcode, source, sink);
}

/// Only what has enough digits for a telephone: an e-mail address is not searched.
void add_contact_way(const Row& row, const TermSink& sink) {
    const std::string_view given = row.text("number_or_address");
    if (given.find('@') != std::string_view::npos) return;
    std::string digits;
    for (const char c : given)
        if (c >= '0' && c <= '9') digits += c;
    if (digits.starts_with("0044")) digits.erase(0, 4);
    else if (digits.starts_with("44") && given.find('+') != std::string_view::npos) digits.erase(0, 2);
    if (digits.starts_with("0")) digits.erase(0, 1);
    if (digits.size() >= 5) sink(term_text(TermKind::phone, digits), TermSource::phone);
}

}  // namespace

bool is_searched(std::string_view type_key) {
    return type_key == person_key || type_key == name_key || type_key == address_key || type_key == contact_way_key;
}

bool is_searched(const ItemType& type) { return type.is_declared() && is_searched(type.key()); }

void add_terms_of(const Found& found, bool is_merged, const TermSink& sink) {
    if (!found.type().is_declared() || found.head().has(RowHead::destroyed) || found.head().has(RowHead::unreadable)) return;
    const std::string_view key = found.type().key();
    const Row row(found);
    if (key == person_key) return add_person(row, is_merged, sink);
    if (key == name_key) return add_other_name(row, sink);
    if (key == address_key) return add_address(row, sink);
    if (key == contact_way_key) return add_contact_way(row, sink);
}

std::int32_t birth_of(const Found& person) {
    const Row row(person);
    if (const auto born = row.day("born")) return born->days_since_1970();
    if (const auto expected = row.day("expected")) return expected->days_since_1970();
    return row.text("kind") == "adult" ? grown_up : INT32_MIN;
}

}  // namespace steadfast::record
