#pragma once

#include "record/book/book.hpp"

#include <memory>

namespace steadfast::record {

/// What T works out from the items of one type, T(const Book&), kept for as long as none of them changes.
template <class T, class Item>
[[nodiscard]] std::shared_ptr<const T> derived_from(const Book& book) {
    struct Kept {
        std::shared_ptr<const Table> table;
        std::shared_ptr<const T> worked_out;
    };
    std::shared_ptr<const Table> now;
    for (const auto& table : book.tables())
        if (&table->type() == &type_of<Item>()) now = table;
    if (const auto kept = book.derived().kept<Kept>(); kept && kept->table == now) return kept->worked_out;
    auto worked_out = std::make_shared<const T>(book);
    book.derived().keep(std::make_shared<const Kept>(Kept{now, worked_out}));
    return worked_out;
}

}  // namespace steadfast::record
