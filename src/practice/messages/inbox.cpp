#include "practice/messages/inbox.hpp"

#include "record/book/derived_from.hpp"

namespace steadfast::practice {
namespace {

const std::vector<ledger::ItemId> nothing;

}  // namespace

std::shared_ptr<const Inboxes> Inboxes::of(const record::Book& book) { return record::derived_from<Inboxes, Message>(book); }

Inboxes::Inboxes(const record::Book& book) {
    book.each_of(record::type_of<Message>(), [&](const record::Found& found) {
        const auto message = found.table->item<Message>(found.row);
        if (!message.dealt_with.is_known()) by_worker_[ledger::WorkerId(message.to.item.bytes())].push_back(book.item_id(found));
    });
}

const std::vector<ledger::ItemId>& Inboxes::waiting_for(ledger::WorkerId worker) const {
    const auto found = by_worker_.find(worker);
    return found == by_worker_.end() ? nothing : found->second;
}

}  // namespace steadfast::practice
