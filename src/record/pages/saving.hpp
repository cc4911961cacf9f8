#pragma once

#include "record/pages/site.hpp"

#include <string>
#include <vector>

namespace steadfast::record::pages {

/// The key that a form carries, so that sending it twice saves it once; each of several changes gets one of its own from it.
class FormKey {
public:
    /// Of a form that is being shown.
    [[nodiscard]] static std::string fresh() { return ledger::IdempotencyKey::random().text(); }
    /// Of a form that was sent: refused where it is none that was opened here.
    [[nodiscard]] static Result<FormKey> of(const Visit& visit);

    [[nodiscard]] ledger::IdempotencyKey nth(std::size_t n) const;
    /// The id of the new item that the nth change saves: the same when the form is sent again.
    [[nodiscard]] ledger::ItemId nth_item(std::size_t n) const { return ledger::ItemId(nth(n).bytes()); }

private:
    explicit FormKey(ledger::IdempotencyKey key) : key_(key) {}
    ledger::IdempotencyKey key_;
};

/// A line for the access log of whoever is being saved about.
[[nodiscard]] ledger::AccessLine access_line(const Visit& visit, std::string what, std::vector<ledger::SubjectId> about, ledger::ItemId item = {});

/// Saves changes together, each with its own key from the form's, and the line with them.
[[nodiscard]] Result<void> save_together(Record& record, const Visit& visit, const FormKey& key, std::vector<ledger::Change> changes, std::string what);

/// The next version of an item with some fields set anew, everything else as it stands, long texts too.
struct NewValue {
    std::string_view field;
    Value value;
};
[[nodiscard]] Result<ledger::Change> with_values(Record& record, const Book& book, const Found& found, const std::vector<NewValue>& values,
                                                 ledger::WorkerId by);

}  // namespace steadfast::record::pages
