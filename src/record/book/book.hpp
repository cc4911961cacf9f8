#pragma once

#include "ledger/store.hpp"
#include "record/book/derived.hpp"
#include "record/book/table.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace steadfast::record {

/// A row of the Book: which table, and where in it.
struct Found {
    const Table* table = nullptr;
    std::uint32_t row = 0;
    std::uint32_t part = Table::no_part;   ///< What it says of the person whom it was found by, where it was found by somebody.

    [[nodiscard]] const ItemType& type() const { return table->type(); }
    [[nodiscard]] const RowHead& head() const { return table->head(row); }
    [[nodiscard]] Values values() const { return table->values(row); }
    /// What a field holds: of one about each subject, what it says of the person whom this was found by.
    [[nodiscard]] Value value(std::size_t field) const {
        return type().fields()[field].is_about_each ? table->value_of_part(part, field) : table->value(row, field);
    }
    [[nodiscard]] std::string_view text(std::size_t field) const {
        return type().fields()[field].is_about_each ? table->text_of_part(part, field) : table->text(row, field);
    }
    [[nodiscard]] std::optional<Date> happened_on() const { return table->happened_on(row); }
};

/// Some of the types, to look at no others.
using WantedTypes = std::unordered_set<const ItemType*>;

/// The latest version of every item, as of one entry of the ledger. Immutable: whoever holds it reads it without a lock,
/// and it stays what it was while the next is being written.
class Book {
public:
    [[nodiscard]] const ledger::Head& head() const { return head_; }

    /// The table of a type; empty where nothing of the type was ever saved.
    [[nodiscard]] const Table* table(const ItemType& type) const;
    [[nodiscard]] std::span<const std::shared_ptr<const Table>> tables() const { return tables_; }
    template <class T>
    [[nodiscard]] const Table* table() const { return table(type_of<T>()); }

    [[nodiscard]] std::optional<Found> find(ledger::ItemId item) const;   ///< Withdrawn ones too; not a hidden batch's.
    /// Everything about a person and whoever was merged into them, the latest mention first; nothing withdrawn.
    void each_about(ledger::SubjectId subject, const std::function<void(const Found&)>& visit) const;
    /// The same of some types alone, which costs nothing for the others.
    void each_about(ledger::SubjectId subject, const WantedTypes& wanted, const std::function<void(const Found&)>& visit) const;
    /// Every visible row of a type.
    void each_of(const ItemType& type, const std::function<void(const Found&)>& visit) const;
    [[nodiscard]] bool is_visible(const Table& table, std::uint32_t row) const;

    [[nodiscard]] ledger::ItemId item_id(const Found& found) const;
    [[nodiscard]] std::vector<ledger::SubjectId> subjects(const Found& found) const;
    /// The same item as found by one of its subjects, with what it says of them.
    [[nodiscard]] Found about(const Found& found, ledger::SubjectId subject) const;
    [[nodiscard]] ledger::WorkerId recorded_by(const Found& found) const;
    [[nodiscard]] ledger::BatchId batch(const Found& found) const;   ///< None where a person saved it.
    /// Whom a merge made of this subject: themselves where there was none.
    [[nodiscard]] ledger::SubjectId resolved(ledger::SubjectId subject) const;
    /// Who was merged into whom. The same pointer in two versions: no merge came between.
    using Merges = std::unordered_map<ledger::SubjectId, ledger::SubjectId>;
    [[nodiscard]] const std::shared_ptr<const Merges>& merges() const { return merged_into_; }

    /// What is worked out from this record's tables, shared by its versions.
    [[nodiscard]] Derived& derived() const { return *derived_; }

    [[nodiscard]] std::size_t items_held() const { return items_; }
    [[nodiscard]] std::size_t bytes() const;   ///< What the items take in memory.

private:
    friend class Bookkeeper;

    struct Batches {
        std::vector<ledger::BatchId> ids{ledger::BatchId()};                              ///< By batch number; 0 is none.
        std::vector<ledger::Batch::State> states{ledger::Batch::State::closed};
    };
    [[nodiscard]] bool counts(const RowHead& head) const;
    /// As which of a row's subjects a person stands, counted from 0; none where it does not name them.
    [[nodiscard]] std::optional<std::size_t> place_of(std::uint32_t person, const RowHead& head) const;
    /// The numbers of a person and of whoever was merged into them.
    void each_person_of(ledger::SubjectId subject, const std::function<void(std::uint32_t)>& visit) const;
    void each_mention(std::uint32_t person, const WantedTypes* wanted, const std::function<void(const Found&)>& visit) const;

    /// Types that this release has no declaration for: their entries are kept and shown as text.
    struct UnknownTypes {
        std::deque<std::string> keys;
        std::deque<ItemType> types;
    };

    std::shared_ptr<Spine> spine_;
    std::shared_ptr<UnknownTypes> unknown_types_;
    std::vector<std::shared_ptr<const Table>> tables_;
    std::shared_ptr<const Batches> batches_;
    std::shared_ptr<const Merges> merged_into_;
    std::shared_ptr<Derived> derived_ = std::make_shared<Derived>();
    std::size_t items_ = 0;
    std::size_t people_ = 0;
    std::size_t mentions_ = 0;
    ledger::Head head_;
};

}  // namespace steadfast::record
