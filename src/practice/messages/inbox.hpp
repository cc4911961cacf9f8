#pragma once

#include "practice/messages/message.hpp"
#include "record/book/book.hpp"

#include <unordered_map>
#include <vector>

namespace steadfast::practice {

/// Which messages wait for whom. It knows nothing of who may see whom.
class Inboxes {
public:
    [[nodiscard]] static std::shared_ptr<const Inboxes> of(const record::Book& book);

    /// Those that a worker has not dealt with, the oldest first.
    [[nodiscard]] const std::vector<ledger::ItemId>& waiting_for(ledger::WorkerId worker) const;

    explicit Inboxes(const record::Book& book);

private:
    std::unordered_map<ledger::WorkerId, std::vector<ledger::ItemId>> by_worker_;
};

}  // namespace steadfast::practice
