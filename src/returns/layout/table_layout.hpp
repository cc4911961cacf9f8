#pragma once

#include "record/item/item_type.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::returns {

/// The returns that can be imported. What their keys are in the declarations stands in key_of.
enum class Return : std::uint8_t { ssda903, cin_census };

[[nodiscard]] std::string_view key_of(Return of);    ///< "ssda903"
[[nodiscard]] std::string_view name_of(Return of);   ///< "SSDA903 return"

/// A column of a table and the fields that it is read into. Two fields share a column where it holds one of two things:
/// the 903's UPN holds a number or the reason why there is none.
struct ColumnLayout {
    std::string_view name;
    std::vector<std::uint16_t> fields;
};

/// How the rows of one table of a return become items of one type, read from the declarations.
struct TableLayout {
    std::string_view table;
    const record::ItemType* type = nullptr;
    std::vector<ColumnLayout> columns;  ///< Without the child's number and birth date, unless the type is the person.
    std::vector<std::uint16_t> key_fields;  ///< Natural key beside the child: neither the link nor the return's year.
    std::optional<std::uint16_t> link_field;  ///< The item that a row belongs to.
    std::optional<std::uint16_t> year_field;  ///< Filled with the return's year.
    std::optional<std::uint16_t> sex_field;
    bool is_person = false;  ///< The table that describes the children themselves.

    [[nodiscard]] std::optional<std::uint16_t> column(std::string_view name) const;  ///< Spelled exactly.
};

/// All tables of one return.
struct ReturnLayout {
    Return of = Return::ssda903;
    std::string_view child_column;  ///< "CHILD", "LAchildID"
    std::string_view born_column;  ///< "DOB", "PersonBirthDate"
    std::vector<TableLayout> tables;

    [[nodiscard]] std::optional<std::uint16_t> table(std::string_view name) const;
};

/// Reads the layout from the declarations. Two types that claim one table are a fault in the declarations.
[[nodiscard]] ReturnLayout layout_of(Return of, const record::Catalogue& catalogue);

}  // namespace steadfast::returns
