#include "returns/reading/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace steadfast::returns {
namespace {

using Rows = std::vector<std::vector<std::string>>;

const Limits usual;

Result<Rows> rows_of(std::string_view text, const Limits& limits = usual) {
    CsvReader reader(text, limits);
    Rows rows;
    for (;;) {
        const auto row = reader.next();
        if (!row) return refuse(row.error());
        if (row->empty()) return rows;
        auto& cells = rows.emplace_back();
        for (const CsvCell& cell : *row) cells.emplace_back(cell.text);
    }
}

std::string says(const Result<Rows>& rows) { return rows ? "" : rows.error().says; }

TEST(CsvRows, end_with_any_line_end_and_the_last_with_none) {
    EXPECT_EQ(*rows_of("a,b\r\nc,d\ne,f\rg,h"), (Rows{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}));
}

TEST(CsvRows, keep_empty_cells_and_pass_over_empty_rows) {
    EXPECT_EQ(*rows_of(",a,\n\n,,\nb,,c\n"), (Rows{{"", "a", ""}, {"b", "", "c"}}));
}

TEST(CsvRows, may_quote_commas_quotes_and_line_breaks) {
    EXPECT_EQ(*rows_of("\"a,b\",\"say \"\"yes\"\"\",\"two\r\nlines\" ,\"\"\n"),
              (Rows{{"a,b", "say \"yes\"", "two\r\nlines", ""}}));
}

TEST(CsvRows, say_where_they_are_broken) {
    EXPECT_NE(says(rows_of("a,b\nc,\"d\n")).find("Line 2, column 3: A quoted cell is never closed"), std::string::npos);
    EXPECT_NE(says(rows_of("a,\"b\"c\n")).find("Line 1, column 6: There is text after a closing quote"), std::string::npos);
}

TEST(CsvRows, are_refused_past_a_limit_with_the_limit_said) {
    EXPECT_NE(says(rows_of(std::string(100'000, ','))).find("more than 200 columns"), std::string::npos);
    EXPECT_NE(says(rows_of("a," + std::string(10'000'000, 'x'))).find("longer than 4000 bytes"), std::string::npos);
    EXPECT_NE(says(rows_of("a,\"" + std::string(10'000'000, 'x') + "\"")).find("not closed within 65536 bytes"),
              std::string::npos);
    EXPECT_NE(says(rows_of("a,\"" + std::string(10'000, '"') + "\"")).find("longer than"), std::string::npos)
        << "an even number of quotes is one long cell";
}

TEST(CsvRows, know_where_each_cell_begins) {
    CsvReader reader("a,\"b\"\n  c,d\n", usual);
    auto row = reader.next();
    EXPECT_EQ((*row)[1].at, 2u);
    row = reader.next();
    EXPECT_EQ((*row)[1].at, 10u);
    EXPECT_EQ(reader.row_at(), 6u);
}

RC_GTEST_PROP(CsvRows, come_back_as_they_were_written, ()) {
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', 'b', ',', '"', '\n', '\r', ' '));
    const auto rows =
        *rc::gen::nonEmpty(rc::gen::container<Rows>(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(cell))));
    std::string text;
    Rows expected;
    for (const auto& row : rows) {
        bool has_something = false;
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += i == 0 ? "\"" : ",\"";
            for (const char c : row[i]) text += c == '"' ? "\"\"" : std::string(1, c);
            text += '"';
            has_something = has_something || !row[i].empty();
        }
        text += '\n';
        if (has_something) expected.push_back(row);
    }
    const auto read = rows_of(text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == expected);
}

}  // namespace
}  // namespace steadfast::returns
