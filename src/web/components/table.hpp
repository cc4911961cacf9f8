#pragma once

#include "web/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::web {

enum class Sorted { no, ascending, descending };

struct Column {
    std::string name;
    bool is_number = false;
    std::optional<Link> sort = std::nullopt;  ///< Where the same list is, sorted by this column (the other way if it is already).
    Sorted sorted = Sorted::no;
};

struct Table {
    std::string caption;  ///< Says what the table is of; read out first.
    std::vector<Column> columns;
    std::vector<std::vector<Html>> rows;
    bool first_cell_names_row = true;
    bool hides_caption = false;  ///< Where a heading above says the same.
    std::string when_empty = "There is nothing here yet.";  ///< Why, and what would fill it.
};
/// A table that prints, sorts by links and, where it is wider than the window, scrolls by itself. On a phone each row is a card, with the
/// names of the columns beside what stands in them.
[[nodiscard]] Html table(const Table& table);

struct SummaryAction {
    Link link;
    std::string words = "Change";
};
struct SummaryRow {
    std::string key;
    Html value;
    std::optional<SummaryAction> action = std::nullopt;
};
/// Facts as key and value; an action names the key to screen readers.
[[nodiscard]] Html summary_list(const std::vector<SummaryRow>& rows);
[[nodiscard]] Html summary_card(std::string_view title, const std::vector<SummaryRow>& rows);

struct ComparedRow {
    std::string what;
    Html before;
    Html after;
    bool is_changed = false;
};
struct Comparison {
    std::string caption;
    std::string before;  ///< "Version 1, 3 March 2026, by …"
    std::string after;
    std::vector<ComparedRow> rows;
    std::string changed_word = "Changed";   ///< Said of each row that is.
};
/// Two states side by side; what changed is marked in words as well as in weight.
[[nodiscard]] Html comparison(const Comparison& comparison);

}  // namespace steadfast::web
