#pragma once

#include "record/item/item_type.hpp"
#include "returns/judging/plan.hpp"

#include <span>

namespace steadfast::returns {

/// Makes key hashes under one random key.
class KeyHasher {
public:
    KeyHasher();

    /// The part of a key that stands in the fields. Codes that mean the same hash the same.
    [[nodiscard]] KeyHash of_fields(const record::ItemType& type, std::span<const std::uint16_t> fields,
                                    const record::Values& values) const;
    /// The whole key: whose it is, what it belongs to (none where it belongs to nothing), and its fields.
    [[nodiscard]] KeyHash of_item(const ledger::SubjectId& child, const ledger::ItemId& within, const KeyHash& fields) const;

private:
    std::array<std::uint8_t, 16> key_;
};

}  // namespace steadfast::returns
