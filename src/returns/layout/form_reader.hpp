#pragma once

#include "returns/layout/read_tables.hpp"
#include "returns/reading/xml.hpp"

#include <set>
#include <span>
#include <string_view>

namespace steadfast::returns {

/// How the elements of an XML form become rows of tables.
struct FormShape {
    /// An element that is a row of a table, and the table of the row that it stands in.
    struct Group {
        std::string_view element;
        std::string_view table;
        std::string_view within;
        bool row_for_each_element = false;   ///< Each element in it is a row of its own, not a cell.
    };
    std::string_view child_element;                  ///< "Child"
    std::span<const std::string_view>
        residents;     ///< Tables whose columns stand directly in the child's element; the first describes the child.
    std::span<const std::string_view> wrappers;      ///< Elements that only hold others together.
    std::span<const Group> groups;
    /// Elements that a form spells otherwise than the tables.
    struct Spelling {
        std::string_view element;
        std::string_view column;
    };
    std::span<const Spelling> spellings;
    /// A resident table, all of whose columns say nothing more than that there is no such row.
    struct NoRow {
        std::string_view table;
        std::string_view column;
        std::string_view says;
    };
    std::span<const NoRow> no_rows;
};

/// Reads the children of a form, row by row: a child's own rows first, then the rows within them.
class FormReader {
public:
    FormReader(const Reading& reading, const FormShape& shape, std::uint16_t file);

    [[nodiscard]] Result<void> read_child(XmlElement child);
    /// The tables that the form has room for, by place in the layout.
    [[nodiscard]] std::vector<std::uint16_t> tables() const;
    /// Elements that the return does not know, each once.
    [[nodiscard]] const std::set<std::string>& unknown() const { return unknown_; }
    void report_strays(XmlElement element, std::uint16_t table);

private:
    struct Row {
        std::uint16_t table = 0;
        std::vector<GivenCell> cells;
        std::vector<UnknownCell> unknown;
    };
    struct Found {
        const FormShape::Group* group = nullptr;
        XmlElement element;
    };
    void collect(XmlElement element, std::span<Row> rows, std::vector<Found>& groups);
    [[nodiscard]] const FormShape::Group* group_of(XmlElement element, std::span<const Row> rows) const;
    [[nodiscard]] bool put(XmlElement leaf, std::span<Row> rows) const;
    void note_unknown(XmlElement element, Row& row, const std::string& path);
    [[nodiscard]] bool says_that_there_is_none(const Row& row) const;
    [[nodiscard]] Result<std::uint32_t> take(const Row& row, XmlElement element, std::uint32_t within);
    [[nodiscard]] Result<void> read_groups(std::span<const Found> groups, std::uint32_t within);
    [[nodiscard]] Result<void> read_group(const Found& found, std::uint32_t within);

    const Reading& reading_;
    const FormShape& shape_;
    std::uint16_t file_;
    GivenCell child_;
    std::set<std::string> unknown_;
    std::set<std::string, std::less<>> names_;   // Of unknown elements' paths, to which rows point.
};

}  // namespace steadfast::returns
