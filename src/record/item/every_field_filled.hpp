#pragma once

#include "record/item/item_type.hpp"

#include <string>

namespace steadfast::record {

/// For tests: something recorded in every field, each value unlike its neighbours'.
[[nodiscard]] inline Values every_field_filled(const ItemType& type) {
    Values values;
    for (const Field& field : type.fields()) {
        const int nth = static_cast<int>(values.size());
        const std::string words = "\"" + std::string(field.key) +
                                  "\", \xC5\x81\xC3\xB3"
                                  "d\xC5\xBA\n<&>\\";
        switch (field.kind) {
            case FieldKind::day: values.emplace_back(Date::from_days(19000 + nth)); break;
            case FieldKind::when: values.emplace_back(When::month(2000 + nth, 2)); break;
            case FieldKind::number: values.emplace_back(std::int32_t{2000 + nth}); break;
            case FieldKind::yes_no: values.emplace_back(nth % 2 == 0); break;
            // A code that the set does not have is kept as a file gave it.
            case FieldKind::code:
                values.emplace_back(nth % 2 == 0 ? std::string("NO SUCH") : std::string(field.codes->codes.front().code));
                break;
            case FieldKind::codes:
                values.emplace_back(std::vector<std::string>{std::string(field.codes->codes.back().code), "NO SUCH"});
                break;
            case FieldKind::text:
            case FieldKind::narrative: values.emplace_back(words); break;
            case FieldKind::link: values.emplace_back(ledger::ItemId(*IdBytes::parse("000102030405060708090a0b0c0d0e0f"))); break;
        }
    }
    return values;
}

}  // namespace steadfast::record
