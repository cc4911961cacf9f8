#pragma once

#include "record/item/field.hpp"
#include "record/item/shape.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace steadfast::record {

/// Who writes the items of a type.
enum class Written : std::uint8_t {
    on_forms,      ///< People, on the forms that its declaration makes.
    on_its_own_pages,   ///< People, on pages that its room lays out and guards. Shown, dated and taken off the wrong child like any other.
    by_its_room,   ///< The pages and commands of its own room alone: no form changes or withdraws one, and no chronology shows one.
};

/// Where an item is told to those who read about a person.
enum class Tells : std::uint8_t {
    what_happened,     ///< In the chronology.
    once_it_happened,  ///< In the chronology from when it has a day on. Until then it is planned, or was called off.
    who_somebody_is,   ///< Names, addresses, relatives: beside the chronology and never in it. It is true for a time rather than an event.
    what_is_planned,   ///< What has not happened, and may never: on no chronology.
};

/// Whether an item goes out of the council with a print, a paper or a list that somebody makes of a record.
enum class GoesOut : std::uint8_t {
    with_the_record,
    when_asked_for,   ///< What colleagues say to one another: only where whoever prints chose it, as for somebody who asks for their own file.
    never,            ///< What a lawyer advised, or what partners told under seal: on no print at all. Whoever may read the record reads it there.
};

/// Whether an item is kept apart from every record, for those alone who are named for it (apart/guard.hpp).
enum class Apart : std::uint8_t {
    no,
    is_a_room,   ///< A row is a room, with people who are named for it.
    in_a_room,   ///< A row belongs to the room that its field "network" says; one that says none is there for whoever recorded it alone.
};

/// What is declared of an item besides its fields.
struct ItemWords {
    std::string_view key;      ///< "looked_after_review": the entry's type, never reused.
    std::string_view name;     ///< "Looked-after review"
    std::string_view plural;   ///< "Looked-after reviews"
    std::string_view happened; ///< Key of the day, when or return year field that says when it happened; empty: it is not an event (a person).
    std::string_view ended;    ///< Key of the field that says when it ended, where it lasts.
    std::vector<std::string_view> summary;   ///< Keys of the fields that tell it in one line.
    Written written = Written::on_forms;
    Tells tells = Tells::what_happened;
    GoesOut goes_out = GoesOut::with_the_record;
    Apart apart = Apart::no;
};

/// The one declaration of an item. It lives as long as the program; rows and pages point to it.
class ItemType {
public:
    /// @param earlier what changed from each earlier shape of its bodies to the next, the first shape's first (shape.hpp).
    ItemType(ItemWords words, std::vector<Field> fields, std::vector<Shape> earlier = {});

    [[nodiscard]] std::string_view key() const { return words_.key; }
    [[nodiscard]] std::string_view name() const { return words_.name; }
    [[nodiscard]] std::string_view plural() const { return words_.plural; }
    [[nodiscard]] Written written() const { return words_.written; }
    [[nodiscard]] Tells tells() const { return words_.tells; }
    [[nodiscard]] GoesOut goes_out() const { return words_.goes_out; }
    [[nodiscard]] Apart apart() const { return words_.apart; }
    [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
    /// False for a type that this release has no declaration of: what was recorded is shown as it stands and can't be changed.
    [[nodiscard]] bool is_declared() const { return !fields_.empty(); }
    /// The shape in which its bodies are written today; the first is 1.
    [[nodiscard]] std::uint32_t shape() const { return static_cast<std::uint32_t>(1 + earlier_.size()); }
    [[nodiscard]] const std::vector<Shape>& earlier_shapes() const { return earlier_; }
    [[nodiscard]] std::optional<std::size_t> position(std::string_view field_key) const;
    [[nodiscard]] bool has_fields_about_each() const;
    [[nodiscard]] std::optional<std::size_t> happened_field() const { return happened_; }
    [[nodiscard]] std::optional<std::size_t> ended_field() const { return ended_; }
    [[nodiscard]] const std::vector<std::size_t>& summary_fields() const { return summary_; }

    /// When an item with these values happened, as its declaration says.
    [[nodiscard]] When happened(const Values& values) const;
    /// One line: the summary's fields in words. Never a person's name.
    [[nodiscard]] std::string summary(const Values& values) const;

    template <class T>
    [[nodiscard]] Values values_of(const T& item) const {
        Values values;
        values.reserve(fields_.size());
        for (const Field& field : fields_) values.push_back(field.get(&item));
        return values;
    }
    template <class T>
    [[nodiscard]] T item_from(const Values& values) const {
        T item{};
        for (std::size_t i = 0; i < fields_.size(); ++i) fields_[i].set(&item, values[i]);
        return item;
    }

private:
    ItemWords words_;
    std::vector<Field> fields_;
    std::vector<Shape> earlier_;
    std::optional<std::size_t> happened_;
    std::optional<std::size_t> ended_;
    std::vector<std::size_t> summary_;
};

/// The declaration that belongs to a struct: `type_of<LookedAfterReview>()`. Each slice specialises it beside its struct.
template <class T>
[[nodiscard]] const ItemType& type_of();

/// Every item type that the program knows, by key. Slices put theirs in; the order is the order of declaration.
class Catalogue {
public:
    void add(const ItemType& type);
    [[nodiscard]] const ItemType* find(std::string_view key) const;
    [[nodiscard]] std::span<const ItemType* const> all() const { return types_; }

private:
    std::vector<const ItemType*> types_;
    std::unordered_map<std::string_view, const ItemType*> by_key_;
};

/// Practitioners read words; an analyst wants the code beside them.
enum class Codes : std::uint8_t { left_out, beside };

/// A value in the words of a page: "Tue 3 March 2026", "Yes", "Single period of accommodation (V2)". Empty where nothing was recorded.
/// What a file gave in place of a code is always shown, and said to be none.
[[nodiscard]] std::string in_words(const Field& field, const Value& value, Codes codes = Codes::left_out);

}  // namespace steadfast::record
