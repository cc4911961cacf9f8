#include "practice/contact/deciding.hpp"

#include "record/item/by_key.hpp"
#include "web/sign_in/secrets.hpp"

#include <algorithm>
#include <cstring>

namespace steadfast::practice {

IdBytes derived_id(const ledger::IdempotencyKey& form, std::string_view what) {
    const auto hash = web::keyed_hash(what, form.text());
    IdBytes id;
    std::memcpy(id.bytes.data(), hash.data(), id.bytes.size());
    return id;
}

std::vector<ledger::Change> referrals_opened(const record::Catalogue& catalogue, const Contact& contact, const std::vector<ledger::SubjectId>& children,
                                             const std::vector<ChildHistory>& histories, std::string_view primary_need, Date decided_on,
                                             const ledger::IdempotencyKey& form, ledger::WorkerId by) {
    std::vector<ledger::Change> changes;
    const record::ItemType* referral = catalogue.find("referral");
    const auto received = contact.received.first_day();
    if (!referral || !received) return changes;
    for (const auto child : children) {
        const auto has_one_open = std::any_of(histories.begin(), histories.end(), [&](const ChildHistory& one) { return one.child.id == child && one.open_referral; });
        if (has_one_open) continue;
        record::Content content;
        record::set_by_key(*referral, content.values, "received_on", *received);
        record::set_by_key(*referral, content.values, "decided_on", decided_on);
        record::set_by_key(*referral, content.values, "no_further_action", false);
        if (contact.who_contacted.is_recorded()) record::set_by_key(*referral, content.values, "who_referred", contact.who_contacted.code);
        if (!primary_need.empty()) record::set_by_key(*referral, content.values, "primary_need", std::string(primary_need));
        const auto id = derived_id(form, "referral of " + child.text());
        changes.push_back(record::change_of(*referral, ledger::ItemId(id), 0, {child}, content, by));
        changes.back().key = ledger::IdempotencyKey(id);
    }
    return changes;
}

std::optional<ledger::ItemId> early_help_begun(const record::SeenBook& book, const std::vector<record::SeenChild>& children, ledger::ItemId contact) {
    std::optional<ledger::ItemId> begun;
    for (const record::SeenChild& child : children)
        book.each_about(child, [&](const record::Found& found) {
            if (found.type().key() != "early_help" || found.head().has(record::RowHead::gone)) return;
            if (record::value_by_key(found, "contact") == record::Value(contact)) begun = book.book().item_id(found);
        });
    return begun;
}

}  // namespace steadfast::practice
