#pragma once

#include "law/timescale.hpp"
#include "record/book/book.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// One field of one item type, found by the struct's own member, so that a mistyped field does not compile.
struct FieldOf {
    const ItemType* type = nullptr;
    std::size_t position = 0;

    [[nodiscard]] bool is_of(const Found& found) const { return &found.type() == type; }
    [[nodiscard]] const Field& declared() const { return type->fields()[position]; }
};

/// The day that a field holds, by the clock on the wall. None where nothing was recorded, or only a month or a year.
[[nodiscard]] std::optional<Date> day_in(const Found& found, const FieldOf& field);
/// The same with the minute, where that was recorded.
[[nodiscard]] std::optional<law::Moment> moment_in(const Found& found, const FieldOf& field);
/// The item that a field links to; none where nothing was recorded.
[[nodiscard]] ledger::ItemId link_in(const Found& found, const FieldOf& field);
/// Whether items of a type can link to others; whether an item links to this one by any of its fields.
[[nodiscard]] bool has_links(const ItemType& type);
[[nodiscard]] bool has_link_to(const Found& found, ledger::ItemId item);

/// A field and some of its codes; or a field of yes and no, and one of these. Of a field about each subject it is what the item says of the
/// child whom it was found by.
struct Where {
    FieldOf field;
    std::vector<std::string_view> codes;   ///< Empty for yes; of a field of yes and no, `no` alone for no.
    static constexpr std::string_view no = "no";

    [[nodiscard]] bool holds_for(const Found& found) const;
    /// Whether the field holds a code of its set other than these.
    [[nodiscard]] bool is_otherwise_for(const Found& found) const;
};

/// Something that each sort of member can hold, whatever it is.
[[nodiscard]] inline std::optional<Date> anything(const std::optional<Date>*) { return Date::from_days(0); }
[[nodiscard]] inline When anything(const When*) { return When::year(2000); }
[[nodiscard]] inline std::optional<bool> anything(const std::optional<bool>*) { return true; }
template <const law::CodeSet& Set>
[[nodiscard]] Coded<Set> anything(const Coded<Set>*) {
    return {"?"};
}
template <class T>
[[nodiscard]] Link<T> anything(const Link<T>*) {
    return {ledger::ItemId::random()};
}

/// The field that holds something where of a whole item only this member does. Throws where the member was not declared.
[[nodiscard]] FieldOf only_field_recorded(const ItemType& type, const Values& values);

/// field_of(&LookedAfterReview::held_on)
template <class T, class Member>
[[nodiscard]] FieldOf field_of(Member T::* member) {
    T item{};
    item.*member = anything(static_cast<const Member*>(nullptr));
    return only_field_recorded(type_of<T>(), type_of<T>().values_of(item));
}

}  // namespace steadfast::record
