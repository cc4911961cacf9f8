#include "record/pages/lists.hpp"

#include <algorithm>

namespace steadfast::record::pages {
namespace {

constexpr std::size_t rows_a_page = 50;

PageOf page_of(std::size_t page, std::size_t whole) {
    PageOf of{1, rows_a_page, whole};
    of.page = std::clamp<std::size_t>(page, 1, of.pages());
    return of;
}

/// Rows in the order asked for, only those of one page in their places.
template <class Row, class Before>
std::vector<Row> one_page(std::vector<Row> rows, const PageOf& page, Before before) {
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(page.first());
    const auto last = rows.begin() + static_cast<std::ptrdiff_t>(page.last());
    if (page.first() > 0) std::nth_element(rows.begin(), first, rows.end(), before);
    std::partial_sort(first, last, rows.end(), before);
    return {std::make_move_iterator(first), std::make_move_iterator(last)};
}

/// What a person is sorted by, pointing into the Book.
struct PersonKey {
    Found found;
    std::string_view family;
    std::string_view given;
    std::string_view number;
    std::optional<Date> born;
};

bool before(PeopleOrder order, const PersonKey& a, const PersonKey& b) {
    if (order == PeopleOrder::by_age && a.born != b.born) return a.born > b.born;
    if (order == PeopleOrder::by_name) {
        // Those without a name come last, by number.
        if (a.family.empty() != b.family.empty()) return b.family.empty();
        if (a.family != b.family) return a.family < b.family;
        if (a.given != b.given) return a.given < b.given;
    }
    if (a.number.size() != b.number.size()) return a.number.size() < b.number.size();
    if (a.number != b.number) return a.number < b.number;
    return a.found.row < b.found.row;
}

struct KindKey {
    Found found;
    std::optional<Date> happened;
};

bool before(KindOrder order, const KindKey& a, const KindKey& b) {
    if (a.happened.has_value() != b.happened.has_value()) return a.happened.has_value();
    if (a.happened != b.happened) return order == KindOrder::latest_first ? a.happened > b.happened : a.happened < b.happened;
    return a.found.row < b.found.row;
}

}  // namespace

PeopleList people_list(const SeenBook& book, PeopleOrder order, std::size_t page) {
    const ItemType& type = type_of<Person>();
    const std::size_t family = *type.position("family_name");
    const std::size_t given = *type.position("given_name");
    const std::size_t number = *type.position("authority_id");
    const std::size_t born = *type.position("born");
    const std::size_t kind = *type.position("kind");
    std::vector<PersonKey> keys;
    book.each_person([&](const Found& found) {
        const Table& table = *found.table;
        if (table.text(found.row, kind) == "adult") return;   // Adults stand on the family pages of their children.
        keys.push_back({found, table.text(found.row, family), table.text(found.row, given), table.text(found.row, number), table.day(found.row, born)});
    });

    PeopleList list;
    list.order = order;
    list.page = page_of(page, keys.size());
    for (const PersonKey& key : one_page(std::move(keys), list.page, [order](const auto& a, const auto& b) { return before(order, a, b); })) {
        const auto person = key.found.table->item<Person>(key.found.row);
        list.rows.push_back({subject_of(book.book().item_id(key.found)), name_of(person), person.born, person.expected, person.authority_id});
    }
    return list;
}

KindList kind_list(const SeenBook& book, const ItemType& type, KindOrder order, std::optional<Date> from, std::optional<Date> to,
                   std::size_t page) {
    std::vector<KindKey> keys;
    book.each_of(type, [&](const Found& found) {
        const auto happened = found.happened_on();
        if ((from && (!happened || *happened < *from)) || (to && (!happened || *happened > *to))) return;
        keys.push_back({found, happened});
    });

    KindList list{&type, {}, page_of(page, keys.size()), order, from, to};
    for (const KindKey& key : one_page(std::move(keys), list.page, [order](const auto& a, const auto& b) { return before(order, a, b); })) {
        KindRow row;
        row.item = book.book().item_id(key.found);
        row.happened = key.happened;
        row.summary = type.summary(key.found.values());
        row.is_gone = key.found.head().has(RowHead::gone);
        const auto subjects = book.book().subjects(key.found);
        if (!subjects.empty()) {
            if (const auto child = book.child(subjects.front())) {
                row.child = child->name;
                row.child_id = child->id;
            }
        }
        list.rows.push_back(std::move(row));
    }
    return list;
}

std::vector<KindSize> kinds(const SeenBook& book) {
    std::vector<KindSize> sizes;
    for (const auto& table : book.book().tables()) {
        if (table->type().written() == Written::by_its_room) continue;   // Kept for the service; it has pages of its own.
        KindSize size{&table->type(), 0};
        // A bare count tells nothing of anybody, so it need not ask about each.
        for (std::uint32_t row = 0; row < table->size(); ++row) size.count += book.book().is_visible(*table, row) ? 1 : 0;
        if (size.count > 0) sizes.push_back(size);
    }
    std::sort(sizes.begin(), sizes.end(), [](const KindSize& a, const KindSize& b) { return a.type->plural() < b.type->plural(); });
    return sizes;
}

}  // namespace steadfast::record::pages
