#include "returns/layout/form_reader.hpp"

#include "returns/judging/cell.hpp"

#include <algorithm>

namespace steadfast::returns {
namespace {

constexpr std::size_t most_unknown_names = 100;   // More would say nothing more.

std::string start_of(std::string_view text) { return std::string(text.substr(0, 120)); }

}  // namespace

FormReader::FormReader(const Reading& reading, const FormShape& shape, std::uint16_t file)
    : reading_(reading), shape_(shape), file_(file) {}

std::vector<std::uint16_t> FormReader::tables() const {
    std::vector<std::uint16_t> tables;
    for (const auto name : shape_.residents)
        if (const auto table = reading_.layout.table(name)) tables.push_back(*table);
    for (const FormShape::Group& group : shape_.groups)
        if (const auto table = reading_.layout.table(group.table)) tables.push_back(*table);
    return tables;
}

Result<void> FormReader::read_child(XmlElement child) {
    std::vector<Row> rows;
    for (const auto name : shape_.residents)
        if (const auto table = reading_.layout.table(name)) rows.push_back({*table, {}, {}});
    if (rows.empty()) return {};
    std::vector<Found> groups;
    collect(child, rows, groups);

    child_ = {};
    const TableLayout& person = reading_.layout.tables[rows.front().table];
    for (const GivenCell& cell : rows.front().cells)
        if (person.columns[cell.column].name == reading_.layout.child_column) child_ = cell;

    const auto described = take(rows.front(), child, GivenRow::no_row);
    if (!described) return refuse(described.error());
    for (const Row& row : std::span(rows).subspan(1)) {
        if (row.cells.empty() || says_that_there_is_none(row)) continue;
        if (const auto taken = take(row, child, GivenRow::no_row); !taken) return refuse(taken.error());
    }
    return read_groups(groups, *described);
}

void FormReader::collect(XmlElement element, std::span<Row> rows, std::vector<Found>& groups) {
    report_strays(element, rows.front().table);
    for (XmlElement inner = element.first(); inner; inner = inner.next()) {
        if (const auto* group = group_of(inner, rows)) {
            groups.push_back({group, inner});
        } else if (std::find(shape_.wrappers.begin(), shape_.wrappers.end(), inner.name()) != shape_.wrappers.end()) {
            collect(inner, rows, groups);
        } else if (inner.has_elements() || !put(inner, rows)) {
            note_unknown(inner, rows.front(), std::string(inner.name()));
        }
    }
}

void FormReader::report_strays(XmlElement element, std::uint16_t table) {
    for (auto stray = element.stray_after(0); stray.at != 0; stray = element.stray_after(stray.at))
        reading_.find({Reason::text_between_elements, file_, table, Finding::none, stray.at, start_of(trimmed(stray.text))});
    if (const auto attribute = element.first_attribute(); !attribute.empty())
        reading_.find({Reason::attribute_passed_over, file_, table, Finding::none, element.at(), start_of(attribute)});
}

const FormShape::Group* FormReader::group_of(XmlElement element, std::span<const Row> rows) const {
    const auto found = std::find_if(shape_.groups.begin(), shape_.groups.end(),
                                    [&](const FormShape::Group& group) { return group.element == element.name(); });
    if (found == shape_.groups.end() || !reading_.layout.table(found->table)) return nullptr;
    return reading_.layout.tables[rows.front().table].table == found->within ? &*found : nullptr;
}

bool FormReader::put(XmlElement leaf, std::span<Row> rows) const {
    std::string_view name = leaf.name();
    for (const FormShape::Spelling& spelling : shape_.spellings)
        if (spelling.element == name) name = spelling.column;
    for (Row& row : rows) {
        const auto column = reading_.layout.tables[row.table].column(name);
        if (!column) continue;
        const std::string_view text = trimmed(leaf.text());
        if (!text.empty()) row.cells.push_back({*column, text, leaf.at()});
        if (const auto attribute = leaf.first_attribute(); !attribute.empty())
            reading_.find({Reason::attribute_passed_over, file_, row.table, *column, leaf.at(), start_of(attribute)});
        return true;
    }
    return false;
}

void FormReader::note_unknown(XmlElement element, Row& row, const std::string& path) {
    if (element.has_elements()) {
        for (XmlElement inner = element.first(); inner; inner = inner.next())
            note_unknown(inner, row, path + "/" + std::string(inner.name()));
        report_strays(element, row.table);
        return;
    }
    const std::string_view text = trimmed(element.text());
    if (text.empty()) return;
    if (unknown_.size() < most_unknown_names) unknown_.insert(path);
    if (reading_.keep_unknown) row.unknown.push_back({*names_.insert(path).first, text, element.at()});
}

bool FormReader::says_that_there_is_none(const Row& row) const {
    const TableLayout& table = reading_.layout.tables[row.table];
    return std::any_of(shape_.no_rows.begin(), shape_.no_rows.end(), [&](const FormShape::NoRow& no_row) {
        return no_row.table == table.table && row.cells.size() == 1 && table.columns[row.cells[0].column].name == no_row.column &&
               row.cells[0].text == no_row.says;
    });
}

Result<std::uint32_t> FormReader::take(const Row& row, XmlElement element, std::uint32_t within) {
    GivenRow given;
    given.table = row.table;
    given.file = file_;
    given.at = element.at();
    given.within = within;
    given.child = child_;
    given.cells = row.cells;
    given.unknown = row.unknown;
    const TableLayout& table = reading_.layout.tables[row.table];
    for (const GivenCell& cell : row.cells)
        if (table.is_person && table.columns[cell.column].name == reading_.layout.born_column) given.born = cell;
    return reading_.take(given);
}

Result<void> FormReader::read_groups(std::span<const Found> groups, std::uint32_t within) {
    for (const Found& found : groups)
        if (auto read = read_group(found, within); !read) return read;
    return {};
}

Result<void> FormReader::read_group(const Found& found, std::uint32_t within) {
    const std::uint16_t table = *reading_.layout.table(found.group->table);
    if (found.group->row_for_each_element) {
        report_strays(found.element, table);
        for (XmlElement inner = found.element.first(); inner; inner = inner.next()) {
            Row row{table, {}, {}};
            if (inner.has_elements() || !put(inner, {&row, 1}))
                note_unknown(inner, row, std::string(found.group->element) + "/" + std::string(inner.name()));
            if (row.cells.empty() && row.unknown.empty()) continue;
            if (const auto taken = take(row, inner, within); !taken) return refuse(taken.error());
        }
        return {};
    }
    Row row{table, {}, {}};
    std::vector<Found> inner;
    collect(found.element, {&row, 1}, inner);
    // An element that is there and empty says that there is none.
    if (row.cells.empty() && row.unknown.empty() && inner.empty()) return {};
    const auto taken = take(row, found.element, within);
    if (!taken) return refuse(taken.error());
    return read_groups(inner, *taken);
}

}  // namespace steadfast::returns
