#include "returns/reading/decoding.hpp"

#include <gtest/gtest.h>

namespace steadfast::returns {
namespace {

std::string utf_16(std::string_view ascii, bool big) {
    std::string bytes;
    for (const char c : ascii) {
        if (big) bytes += '\0';
        bytes += c;
        if (!big) bytes += '\0';
    }
    return bytes;
}

TEST(Decoding, takes_utf_8_as_it_is) {
    const auto decoded = decode("CHILD,DOB\n7,Zoë\n");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->from, Encoding::utf_8);
    EXPECT_EQ(decoded->text, "CHILD,DOB\n7,Zoë\n");
}

TEST(Decoding, takes_a_byte_order_mark_off) {
    const auto decoded = decode(
        "\xEF\xBB\xBF"
        "CHILD,DOB\n");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->from, Encoding::utf_8_with_mark);
    EXPECT_EQ(decoded->text, "CHILD,DOB\n");
}

TEST(Decoding, reads_utf_16_of_either_order_with_a_mark_and_without) {
    const std::string table = "CHILD,DOB,REVIEW,REVIEW_CODE\n7,27/03/2012,01/05/2024,PN1\n";
    const auto little = decode("\xFF\xFE" + utf_16(table, false));
    const auto big = decode("\xFE\xFF" + utf_16(table, true));
    const auto little_bare = decode(utf_16(table, false));
    const auto big_bare = decode(utf_16(table, true));
    for (const auto* decoded : {&little, &big, &little_bare, &big_bare}) {
        ASSERT_TRUE(*decoded);
        EXPECT_EQ((*decoded)->text, table);
    }
    EXPECT_EQ(little_bare->from, Encoding::utf_16_little_endian);
    EXPECT_EQ(big_bare->from, Encoding::utf_16_big_endian);
}

TEST(Decoding, reads_what_excel_writes_in_england) {
    const auto decoded = decode(
        "7,Zo\xEB \x96 O\x92"
        "Brien\n");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->from, Encoding::windows_1252);
    EXPECT_EQ(decoded->text, "7,Zoë – O’Brien\n");
}

TEST(Decoding, refuses_what_is_no_text_and_says_what_it_is) {
    const auto workbook = decode(std::string("PK\x03\x04", 4) + std::string(100, '\0'));
    ASSERT_FALSE(workbook);
    EXPECT_NE(workbook.error().says.find("an Excel workbook"), std::string::npos);
    EXPECT_FALSE(decode("%PDF-1.7 ..."));
    EXPECT_FALSE(decode(std::string("CHILD\0,DOB\n", 11)));
    EXPECT_FALSE(decode("CHILD,DOB\n7,\x01\n"));
    EXPECT_FALSE(decode("7,\x81\n"));   // Windows-1252 has nothing there.
    EXPECT_FALSE(
        decode("\xEF\xBB\xBF"
               "7,\xEB\n"));
    EXPECT_FALSE(decode("\xFF\xFE" + utf_16("7,8\n", false) + "\x01"));   // Half a character at the end.
    EXPECT_FALSE(decode(std::string("\xFF\xFE\x00\xD8", 4)));             // Half a pair.
}

}  // namespace
}  // namespace steadfast::returns
