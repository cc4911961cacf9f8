#include "returns/judging/key_hash.hpp"

#include <cstring>
#include <sodium.h>
#include <string>

namespace steadfast::returns {
namespace {

static_assert(crypto_shorthash_siphashx24_BYTES == 16 && crypto_shorthash_siphashx24_KEYBYTES == 16);

/// Appends a value so that no two different ones read alike.
void append_exactly(std::string& bytes, const record::Field& field, const record::Value& value) {
    struct Append {
        std::string& bytes;
        const record::Field& field;
        void put(const void* raw, std::size_t size) const { bytes.append(static_cast<const char*>(raw), size); }
        void put_text(std::string_view text) const {
            const std::size_t size = text.size();
            put(&size, sizeof size);
            bytes += text;
        }
        void operator()(std::monostate) const {}
        void operator()(const Date& date) const {
            const auto days = date.days_since_1970();
            put(&days, sizeof days);
        }
        void operator()(const When& when) const {
            const auto canonical = when.canonical();
            put(canonical.data(), canonical.size());
        }
        void operator()(std::int32_t number) const { put(&number, sizeof number); }
        void operator()(bool yes) const { bytes += yes ? '\1' : '\0'; }
        void operator()(const std::string& text) const {
            put_text(field.codes ? field.codes->present(text) : std::string_view(text));
        }
        void operator()(const std::vector<std::string>& codes) const {
            for (const auto& code : codes) (*this)(code);
        }
        void operator()(const ledger::ItemId& item) const { put(item.bytes().bytes.data(), 16); }
    };
    bytes += static_cast<char>(value.index());
    std::visit(Append{bytes, field}, value);
}

KeyHash hash(std::string_view bytes, const std::array<std::uint8_t, 16>& key) {
    KeyHash hash;
    crypto_shorthash_siphashx24(hash.bytes.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                                key.data());
    return hash;
}

}  // namespace

KeyHasher::KeyHasher() : key_(IdBytes::random().bytes) {}

KeyHash KeyHasher::of_fields(const record::ItemType& type, std::span<const std::uint16_t> fields,
                             const record::Values& values) const {
    thread_local std::string bytes;
    bytes.clear();
    for (const std::uint16_t field : fields) append_exactly(bytes, type.fields()[field], values[field]);
    return hash(bytes, key_);
}

KeyHash KeyHasher::of_item(const ledger::SubjectId& child, const ledger::ItemId& within, const KeyHash& fields) const {
    std::array<char, 48> bytes;
    std::memcpy(bytes.data(), child.bytes().bytes.data(), 16);
    std::memcpy(bytes.data() + 16, within.bytes().bytes.data(), 16);
    std::memcpy(bytes.data() + 32, fields.bytes.data(), 16);
    return hash(std::string_view(bytes.data(), bytes.size()), key_);
}

}  // namespace steadfast::returns
