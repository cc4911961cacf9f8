#include "ledger/postgresql/shelved_rows.hpp"

namespace steadfast::ledger::postgresql {

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Shelved shelved_in(const Rows& rows, int row) {
    Shelved shelved{std::string(rows.at(row, 0).text()), std::string(rows.at(row, 1).text()), std::nullopt};
    if (!rows.at(row, 2).is_null()) shelved.expires = rows.at(row, 2).timestamp();
    return shelved;
}

Fields several_shelved(std::int16_t shelf, std::span<const Shelved> several) {
    Fields keys;
    Fields bytes;
    Fields expires;
    for (const Shelved& shelved : several) {
        keys.bytes(bytes_of(shelved.key));
        bytes.bytes(bytes_of(shelved.bytes));
        if (shelved.expires) expires.timestamp(*shelved.expires);
        else expires.null();
    }
    Fields fields;
    fields.int2(shelf).array(Element::bytes, keys).array(Element::bytes, bytes).array(Element::timestamp, expires);
    return fields;
}

}  // namespace steadfast::ledger::postgresql
