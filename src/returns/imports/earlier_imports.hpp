#pragma once

#include "base/result.hpp"
#include "ledger/store.hpp"
#include "record/book/book.hpp"
#include "record/item/body.hpp"
#include "returns/layout/table_layout.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace steadfast::returns {

/// What earlier imports brought: from the Book, and from the store where the Book does not hold it.
class EarlierImports {
public:
    /// @param store may be none only where the Book holds no import.
    EarlierImports(Return of, const record::Book& book, ledger::Store* store);

    /// The last import of the same return and year.
    struct Last {
        ledger::ItemId import;
        std::string files_digest;
    };
    [[nodiscard]] std::optional<Last> last_of(int year) const;

    /// Every item that the last import of a year had in its files, saved or found unchanged; sorted.
    [[nodiscard]] Result<std::vector<ledger::ItemId>> covered_in(int year) const;
    /// Every item that an import of a later year had in its files; sorted.
    [[nodiscard]] Result<std::vector<ledger::ItemId>> covered_after(int year) const;

    /// What the last import that saved an item made of it; none where no import did.
    [[nodiscard]] Result<std::optional<record::Content>> last_imported(ledger::ItemId item, const record::ItemType& type) const;
    [[nodiscard]] Result<ledger::Entry> entry_of(const record::Found& found) const;
    /// The item's last content whole: narratives and what this release has no field for included.
    [[nodiscard]] Result<record::Content> whole(const record::Found& found) const;

private:
    struct Known {
        int year = 0;
        std::uint32_t seq = 0;
        ledger::ItemId import;
        std::string files_digest;
    };
    [[nodiscard]] Result<void> add_covered(const Known& import, std::vector<ledger::ItemId>& items) const;

    const record::Book& book_;
    ledger::Store* store_;
    std::vector<Known> imports_;   // In the order in which they came.
};

}  // namespace steadfast::returns
