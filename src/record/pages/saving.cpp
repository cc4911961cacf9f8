#include "record/pages/saving.hpp"

#include <algorithm>

namespace steadfast::record::pages {

Result<FormKey> FormKey::of(const Visit& visit) {
    const auto key = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    return FormKey(*key);
}

ledger::IdempotencyKey FormKey::nth(std::size_t n) const {
    IdBytes bytes = key_.bytes();
    bytes.bytes[0] = static_cast<std::uint8_t>(bytes.bytes[0] ^ (n & 0xff));
    bytes.bytes[1] = static_cast<std::uint8_t>(bytes.bytes[1] ^ (n >> 8 & 0xff));
    return ledger::IdempotencyKey(bytes);
}

ledger::AccessLine access_line(const Visit& visit, std::string what, std::vector<ledger::SubjectId> about, ledger::ItemId item) {
    return {visit.now, visit.book.viewer().worker, std::move(what), std::move(about), item};
}

Result<void> save_together(Record& record, const Visit& visit, const FormKey& key, std::vector<ledger::Change> changes, std::string what) {
    std::vector<ledger::SubjectId> about;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        changes[i].key = key.nth(i);
        for (const ledger::SubjectId subject : changes[i].subjects)
            if (std::find(about.begin(), about.end(), subject) == about.end()) about.push_back(subject);
    }
    const auto saved = record.ledger().save_and_wait(std::move(changes), {access_line(visit, std::move(what), std::move(about))});
    if (!saved) return refuse(saved.error());
    return {};
}

Result<ledger::Change> with_values(Record& record, const Book& book, const Found& found, const std::vector<NewValue>& values, ledger::WorkerId by) {
    const auto entry = record.latest_entry(book, found);
    if (!entry) return refuse(entry.error());
    auto content = read_entry(found.type(), *entry);
    if (!content) return refuse(content.error());
    for (const NewValue& one : values) content->values[*found.type().position(one.field)] = one.value;
    return change_of(found.type(), book.item_id(found), found.head().version, book.subjects(found), *content, by);
}

}  // namespace steadfast::record::pages
