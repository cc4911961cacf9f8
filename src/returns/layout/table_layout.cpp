#include "returns/layout/table_layout.hpp"

#include "law/code_sets.hpp"
#include "record/people/person.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace steadfast::returns {
namespace {

TableLayout& table_for(ReturnLayout& layout, std::string_view table, const record::ItemType& type) {
    for (TableLayout& known : layout.tables) {
        if (known.table != table) continue;
        if (known.type != &type)
            throw std::logic_error(fmt::format("{} and {} both claim the table {}", known.type->key(), type.key(), table));
        return known;
    }
    TableLayout& fresh = layout.tables.emplace_back();
    fresh.table = table;
    fresh.type = &type;
    fresh.is_person = &type == &record::type_of<record::Person>();
    return fresh;
}

void add_column(TableLayout& table, std::string_view name, std::uint16_t field) {
    for (ColumnLayout& column : table.columns)
        if (column.name == name) return column.fields.push_back(field);
    table.columns.push_back({name, {field}});
}

void find_special_fields(TableLayout& table) {
    const auto& fields = table.type->fields();
    for (std::uint16_t i = 0; i < fields.size(); ++i) {
        if (fields[i].kind == record::FieldKind::link && fields[i].is_natural_key) table.link_field = i;
        else if (fields[i].is_return_year) table.year_field = i;
        else if (fields[i].is_natural_key) table.key_fields.push_back(i);
        if (fields[i].codes == &law::sex) table.sex_field = i;
    }
}

}  // namespace

std::string_view key_of(Return of) { return of == Return::ssda903 ? "ssda903" : "cin_census"; }

std::string_view name_of(Return of) { return of == Return::ssda903 ? "SSDA903 return" : "children in need census"; }

std::optional<std::uint16_t> TableLayout::column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == name) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

std::optional<std::uint16_t> ReturnLayout::table(std::string_view name) const {
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (tables[i].table == name) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

ReturnLayout layout_of(Return of, const record::Catalogue& catalogue) {
    ReturnLayout layout;
    layout.of = of;
    layout.child_column = of == Return::ssda903 ? "CHILD" : "LAchildID";
    layout.born_column = of == Return::ssda903 ? "DOB" : "PersonBirthDate";
    for (const record::ItemType* type : catalogue.all())
        for (std::uint16_t i = 0; i < type->fields().size(); ++i)
            for (const record::Column& column : type->fields()[i].columns)
                if (column.of_return == key_of(of)) add_column(table_for(layout, column.table, *type), column.name, i);
    for (TableLayout& table : layout.tables) find_special_fields(table);
    return layout;
}

}  // namespace steadfast::returns
