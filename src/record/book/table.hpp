#pragma once

#include "record/book/chunked.hpp"
#include "record/book/spine.hpp"
#include "record/item/item_type.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// What every row has, whatever its type: the facts of its latest entry.
struct RowHead {
    std::uint32_t item = 0;            ///< The item's number in the spine.
    std::uint32_t seq = 0;             ///< The latest entry. Four thousand million is centuries of a large council.
    std::uint32_t version = 0;
    std::uint32_t subjects = 0;        ///< A person number, or with the top bit a place in the spine's lists.
    std::uint32_t recorded_at = 0;     ///< Seconds since 1970: good until 2106.
    std::uint32_t batch = 0;           ///< The number of the import that brought it; 0 for none.
    std::uint16_t recorded_by = 0;     ///< The worker's number in the spine.
    std::uint16_t flags = 0;

    enum Flag : std::uint16_t {
        withdrawn = 1,     ///< Recorded in error: for history and audit alone.
        gone = 2,          ///< A refiled return no longer has it.
        destroyed = 4,     ///< Lawfully destroyed: nothing is left but that it was.
        unreadable = 8,    ///< Its text is not what its type declares; shown from the store as it stands.
        imported = 16,     ///< Some version of it came from an import.
        has_parts = 32,    ///< Some subject has a part of their own, which stands in the store.
        fit_for_each = 64, ///< Its author said that what it says of all may be read in the file of each.
    };
    [[nodiscard]] bool has(Flag flag) const { return (flags & flag) != 0; }
    friend bool operator==(const RowHead&, const RowHead&) = default;
};

/// The latest version of every item of one type, a column for each field. Codes are interned and dates packed;
/// narratives stay in the store.
class Table {
public:
    Table(const ItemType& type, Spine& spine);

    [[nodiscard]] const ItemType& type() const { return *type_; }
    [[nodiscard]] std::size_t size() const { return heads_.size(); }
    [[nodiscard]] const RowHead& head(std::uint32_t row) const { return heads_[row]; }

    [[nodiscard]] Value value(std::uint32_t row, std::size_t field) const;   ///< Of what is said of all subjects.
    [[nodiscard]] Values values(std::uint32_t row) const;   ///< Without narratives, and without what is said of each subject.
    template <class T>
    [[nodiscard]] T item(std::uint32_t row) const { return type_->item_from<T>(values(row)); }

    // Single columns, for scans: no allocation.
    [[nodiscard]] std::optional<Date> day(std::uint32_t row, std::size_t field) const;
    [[nodiscard]] std::string_view text(std::uint32_t row, std::size_t field) const;   ///< Text or code; empty where none.
    [[nodiscard]] std::optional<Date> happened_on(std::uint32_t row) const;            ///< First day, by the declaration.

    // What is said of each subject: who was seen at a visit.
    static constexpr std::uint32_t no_part = 0xffffffff;
    /// Where what a row says of one of its subjects stands, who is counted from 0; `no_part` where it says nothing of anybody.
    [[nodiscard]] std::uint32_t part(std::uint32_t row, std::size_t subject) const;
    [[nodiscard]] Value value_of_part(std::uint32_t part, std::size_t field) const;
    [[nodiscard]] std::string_view text_of_part(std::uint32_t part, std::size_t field) const;   ///< Text or code; empty where none.

    // For the bookkeeper. `bodies` is empty, or one for each subject.
    std::uint32_t append(const RowHead& head, std::string_view body, std::span<const std::string_view> bodies, std::uint64_t epoch);
    void overwrite(std::uint32_t row, const RowHead& head, std::string_view body, std::span<const std::string_view> bodies, std::uint64_t epoch);
    void put_head(std::uint32_t row, const RowHead& head, std::uint64_t epoch) { heads_.put(row, head, epoch); }

    [[nodiscard]] std::size_t bytes() const;

private:
    /// One field's column. Which of these holds anything follows from the field's kind.
    struct FieldColumn {
        Chunked<std::int32_t> numbers;       ///< day, number; absent is INT32_MIN.
        Chunked<std::uint16_t> codes;        ///< code (0 absent, 1 + position, or the top bit + place in `given`), yes_no (0, 1 yes, 2 no).
        Chunked<TextArena::Place> texts;     ///< text, codes (comma between).
        Chunked<When> whens;
        Chunked<IdBytes> links;
        std::vector<TextArena::Place> given; ///< What files gave in place of a code, each once.
    };
    struct Cell;

    /// Reads the body into the cells of the row; true where it is what the type declares. A body of an earlier shape is
    /// brought to today's first, which costs nothing where none is.
    bool read(std::string_view body, RowHead& head);
    bool read_as_it_stands(std::string_view body, RowHead& head);
    void put_cells(std::uint32_t row, bool is_new, std::uint64_t epoch);
    /// Puts what is said of each subject behind everything said so far and tells where it begins.
    std::uint32_t append_parts(std::span<const std::string_view> bodies, RowHead& head, std::uint64_t epoch);
    [[nodiscard]] std::uint16_t code_number(std::size_t field, std::string_view code);
    [[nodiscard]] Value value_in(const FieldColumn& column, std::size_t place, std::size_t field) const;
    [[nodiscard]] std::string_view text_in(const FieldColumn& column, std::size_t place, std::size_t field) const;

    const ItemType* type_;
    Spine* spine_;
    bool keeps_parts_;   ///< Whether anything but long texts is said of each subject.
    Chunked<RowHead> heads_;
    std::vector<FieldColumn> columns_;   ///< By row; of fields about each subject by part.
    Chunked<std::uint32_t> first_parts_; ///< By row, where a type keeps parts.
    std::uint32_t parts_ = 0;
};

}  // namespace steadfast::record
