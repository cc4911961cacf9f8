#include "record/referrals/open_referral.hpp"

#include "record/item/by_key.hpp"

namespace steadfast::record {

ledger::ItemId open_referral(const SeenBook& book, const SeenChild& child) {
    ledger::ItemId open;
    book.each_about(child, [&](const Found& found) {
        if (found.type().key() != "referral" || found.head().has(RowHead::gone) || !open.is_none()) return;
        if (!day_by_key(found, "closed_on") && value_by_key(found, "no_further_action") != Value(true)) open = book.book().item_id(found);
    });
    return open;
}

ledger::ItemId item_begun_by(ledger::ItemId by, ledger::SubjectId child) {
    IdBytes bytes = by.bytes();
    const IdBytes of_child = child.bytes();
    for (std::size_t i = 0; i < bytes.bytes.size(); ++i) bytes.bytes[i] = static_cast<std::uint8_t>(bytes.bytes[i] ^ of_child.bytes[i]);
    return ledger::ItemId(bytes);
}

}  // namespace steadfast::record
