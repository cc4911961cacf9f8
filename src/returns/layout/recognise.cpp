#include "returns/layout/recognise.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace steadfast::returns {
namespace {

std::string folded(std::string_view name) {
    std::string folded;
    for (const char c : name) {
        if (c == ' ' || c == '_' || c == '\t' || c == '\n' || c == '\r') continue;
        folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    // A no-break space comes with headers copied from a web page.
    for (auto at = folded.find("\xC2\xA0"); at != std::string::npos; at = folded.find("\xC2\xA0")) folded.erase(at, 2);
    return folded;
}

Recognised as_table(const ReturnLayout& layout, std::uint16_t table, std::span<const std::string_view> header) {
    const TableLayout& of = layout.tables[table];
    Recognised recognised;
    recognised.table = table;
    std::vector<bool> has(of.columns.size(), false);
    for (const std::string_view name : header) {
        FileColumn& column = recognised.columns.emplace_back();
        column.name = name;
        const std::string as = folded(name);
        if (as.empty()) column.use = FileColumn::Use::empty;
        else if (!of.is_person && as == folded(layout.child_column)) column.use = FileColumn::Use::child;
        else if (!of.is_person && as == folded(layout.born_column)) column.use = FileColumn::Use::born;
        for (std::uint16_t i = 0; i < of.columns.size() && column.use == FileColumn::Use::unknown; ++i) {
            if (as != folded(of.columns[i].name)) continue;
            column.use = FileColumn::Use::of_table;
            column.column = i;
            has[i] = true;
        }
    }
    for (std::size_t i = 0; i < has.size(); ++i)
        if (!has[i]) recognised.absent.push_back(of.columns[i].name);
    return recognised;
}

/// How well a table fits: columns of its own that the file has, less those that only say who the child is.
std::size_t own_columns(const ReturnLayout& layout, const Recognised& recognised) {
    const TableLayout& table = layout.tables[recognised.table];
    return static_cast<std::size_t>(
        std::count_if(recognised.columns.begin(), recognised.columns.end(), [&](const FileColumn& column) {
            if (column.use != FileColumn::Use::of_table) return false;
            const auto name = table.columns[column.column].name;
            return name != layout.child_column && name != layout.born_column;
        }));
}

bool has_key(const ReturnLayout& layout, const Recognised& recognised) {
    const TableLayout& table = layout.tables[recognised.table];
    const auto has = [&](const auto& wanted) {
        return std::any_of(recognised.columns.begin(), recognised.columns.end(), wanted);
    };
    if (!table.is_person && !has([](const FileColumn& column) { return column.use == FileColumn::Use::child; })) return false;
    return std::all_of(table.key_fields.begin(), table.key_fields.end(), [&](std::uint16_t field) {
        return has([&](const FileColumn& column) {
            if (column.use != FileColumn::Use::of_table) return false;
            const auto& fields = table.columns[column.column].fields;
            return std::find(fields.begin(), fields.end(), field) != fields.end();
        });
    });
}

const FileColumn* column_given_twice(const Recognised& recognised) {
    for (auto one = recognised.columns.begin(); one != recognised.columns.end(); ++one)
        for (auto other = recognised.columns.begin(); other != one; ++other)
            if (one->use != FileColumn::Use::empty && folded(one->name) == folded(other->name)) return &*one;
    return nullptr;
}

}  // namespace

std::vector<std::string> Recognised::unknown() const {
    std::vector<std::string> names;
    for (const FileColumn& column : columns)
        if (column.use == FileColumn::Use::unknown) names.push_back(column.name);
    return names;
}

Result<Recognised> recognise(const ReturnLayout& layout, std::span<const std::string_view> header) {
    std::vector<Recognised> best;
    std::size_t most = 1;
    for (std::uint16_t table = 0; table < layout.tables.size(); ++table) {
        Recognised candidate = as_table(layout, table, header);
        const std::size_t own = own_columns(layout, candidate);
        if (own < most || !has_key(layout, candidate)) continue;
        if (own > most || best.empty() || candidate.absent.size() < best.front().absent.size()) best.clear();
        else if (candidate.absent.size() > best.front().absent.size()) continue;
        most = own;
        best.push_back(std::move(candidate));
    }
    if (best.empty())
        return refuse(Refusal::Kind::invalid,
                      fmt::format("Its first row is not the header of any table of the {}.", name_of(layout.of)),
                      "The first row must name the columns as the return's guide does.");
    if (best.size() > 1) {
        std::vector<std::string_view> names;
        for (const Recognised& one : best) names.push_back(layout.tables[one.table].table);
        return refuse(Refusal::Kind::invalid, fmt::format("By its header row it could be any of {}.", fmt::join(names, ", ")),
                      "Give it all the columns of its table.");
    }
    if (const FileColumn* twice = column_given_twice(best.front()))
        return refuse(Refusal::Kind::invalid, fmt::format("The column {} stands in it twice.", twice->name),
                      "Take one of the two out.");
    return std::move(best.front());
}

}  // namespace steadfast::returns
