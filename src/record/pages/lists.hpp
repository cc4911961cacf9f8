#pragma once

#include "record/pages/site.hpp"

#include <string>
#include <vector>

namespace steadfast::record::pages {

/// Which part of a long list is shown.
struct PageOf {
    std::size_t page = 1;        ///< From 1.
    std::size_t size = 50;       ///< Rows a page.
    std::size_t whole = 0;       ///< Rows in all.

    [[nodiscard]] std::size_t first() const { return (page - 1) * size; }
    [[nodiscard]] std::size_t last() const { return std::min(whole, page * size); }
    [[nodiscard]] std::size_t pages() const { return whole == 0 ? 1 : (whole + size - 1) / size; }
};

enum class PeopleOrder { by_name, by_age, by_number };

struct PersonRow {
    ledger::SubjectId id;
    std::string name;
    std::optional<Date> born;
    std::optional<Date> expected;
    std::string authority_id;
};

struct PeopleList {
    std::vector<PersonRow> rows;
    PageOf page;
    PeopleOrder order = PeopleOrder::by_name;
};

/// Everybody the viewer may know of.
[[nodiscard]] PeopleList people_list(const SeenBook& book, PeopleOrder order, std::size_t page);

struct KindRow {
    ledger::ItemId item;
    std::optional<Date> happened;
    std::string summary;
    std::string child;
    ledger::SubjectId child_id;
    bool is_gone = false;
};

enum class KindOrder { latest_first, earliest_first };

struct KindList {
    const ItemType* type = nullptr;
    std::vector<KindRow> rows;
    PageOf page;
    KindOrder order = KindOrder::latest_first;
    std::optional<Date> from;
    std::optional<Date> to;
};

/// Every item of one type that the viewer may see, by when it happened.
[[nodiscard]] KindList kind_list(const SeenBook& book, const ItemType& type, KindOrder order, std::optional<Date> from,
                                 std::optional<Date> to, std::size_t page);

struct KindSize {
    const ItemType* type = nullptr;
    std::size_t count = 0;
};

/// Every type of item with how many there are, by name. Types that nobody recorded yet are left out.
[[nodiscard]] std::vector<KindSize> kinds(const SeenBook& book);

}  // namespace steadfast::record::pages
