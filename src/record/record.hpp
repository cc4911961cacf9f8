#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "ledger/ledger.hpp"
#include "record/access/role.hpp"
#include "record/book/bookkeeper.hpp"
#include "record/item/body.hpp"

#include <array>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace steadfast::record {

class Drafts;

/// A council's record, open: its ledger, and the Book that follows it.
class Record {
public:
    /// Opens the store, replays it, and listens. Refuses (clash) where another process writes to it.
    /// @param opening is told now and then how many entries were replayed; first with none, once the store is this process's own.
    [[nodiscard]] static Result<std::unique_ptr<Record>> open(std::string_view store_address, const Catalogue& catalogue, const Clock& clock,
                                                              const Opening& opening = {});

    /// The same on a store that is open for writing already.
    /// @param warm a Book that followed the store until now, and is kept if it is still the store's: opening then takes
    ///        moments. Where it is not, or there is none, everything is replayed.
    [[nodiscard]] static Result<std::unique_ptr<Record>> on(std::unique_ptr<ledger::Store> store, std::string_view store_address,
                                                            const Catalogue& catalogue, const Clock& clock,
                                                            std::unique_ptr<Bookkeeper> warm, const Opening& opening = {});

    ~Record();

    /// Opens what people have typed and not saved, encrypted with this secret. Once, before the first page.
    [[nodiscard]] Result<void> open_drafts(const std::array<std::uint8_t, 32>& secret);
    /// Null where they were not opened: a command has no use for them.
    [[nodiscard]] Drafts* drafts() { return drafts_.get(); }

    /// Is told, on the ledger's thread, how many entries each group had. Before the first save.
    void hear_groups(std::function<void(std::size_t entries)> heard) { heard_ = std::move(heard); }

    [[nodiscard]] std::shared_ptr<const Book> book() const { return bookkeeper_->published(); }
    [[nodiscard]] ledger::Ledger& ledger() { return *ledger_; }
    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }

    /// The Book as it stood at an instant: batches that were closed later, and what was recorded later, are not in it.
    [[nodiscard]] Result<std::shared_ptr<const Book>> as_known_on(Instant at);
    /// The same for one person, from their own entries: milliseconds where the whole takes seconds.
    [[nodiscard]] Result<std::shared_ptr<const Book>> as_known_on(Instant at, ledger::SubjectId subject);

    /// An item's narratives and parts, which the Book does not hold.
    [[nodiscard]] Result<ledger::Entry> latest_entry(const Book& book, const Found& found);

private:
    Record(const Catalogue& catalogue, const Clock& clock);
    [[nodiscard]] Result<void> read(ledger::Store& store, std::unique_ptr<Bookkeeper> warm, const Opening& opening);

    const Catalogue& catalogue_;
    const Clock& clock_;
    std::unique_ptr<Bookkeeper> bookkeeper_;
    std::function<void(std::size_t)> heard_;
    std::unique_ptr<ledger::Ledger> ledger_;
    std::unique_ptr<Drafts> drafts_;   // In the ledger's store, so it goes first.
};

/// A change that saves an item: bodies, `happened` and type from the declaration.
/// @param content what it says about each subject alone, where it does, in the order of `subjects`.
/// @param starts_from the version it was written from; 0 for a new item.
[[nodiscard]] ledger::Change change_of(const ItemType& type, ledger::ItemId item, std::uint32_t starts_from,
                                       std::vector<ledger::SubjectId> subjects, const Content& content, ledger::WorkerId by);

template <class T>
[[nodiscard]] ledger::Change change_of(const T& value, ledger::ItemId item, std::uint32_t starts_from,
                                       std::vector<ledger::SubjectId> subjects, ledger::WorkerId by) {
    Content content;
    content.values = type_of<T>().values_of(value);
    return change_of(type_of<T>(), item, starts_from, std::move(subjects), content, by);
}

/// A person is an item about themselves; these turn the one id into the other.
[[nodiscard]] inline ledger::SubjectId subject_of(ledger::ItemId person) { return ledger::SubjectId(person.bytes()); }
[[nodiscard]] inline ledger::ItemId item_of(ledger::SubjectId person) { return ledger::ItemId(person.bytes()); }

}  // namespace steadfast::record
