#include "record/letters/guarded_csv.hpp"

#include <gtest/gtest.h>

namespace steadfast::record::letters {
namespace {

TEST(CsvLine, quotes_what_would_be_taken_apart) {
    EXPECT_EQ(csv_line({"a", "b, c", "said \"no\"", ""}), "a,\"b, c\",\"said \"\"no\"\"\",\r\n");
    EXPECT_EQ(csv_line({"two\nlines"}), "\"two\nlines\"\r\n");
    EXPECT_EQ(csv_line({}), "\r\n");
}

TEST(CsvLine, lets_nothing_run_in_a_spreadsheet) {
    EXPECT_EQ(csv_line({"=1+1"}), "'=1+1\r\n");
    EXPECT_EQ(csv_line({"@SUM(A1)"}), "'@SUM(A1)\r\n");
    EXPECT_EQ(csv_line({"-2+3"}), "'-2+3\r\n");
    EXPECT_EQ(csv_line({"+44"}), "'+44\r\n");
    EXPECT_EQ(csv_line({"\t=1"}), "\"'\t=1\"\r\n");
    EXPECT_EQ(csv_line({" =HYPERLINK(\"x\")"}), "\"' =HYPERLINK(\"\"x\"\")\"\r\n");
    EXPECT_EQ(csv_line({"well-known"}), "well-known\r\n");
}

}  // namespace
}  // namespace steadfast::record::letters
