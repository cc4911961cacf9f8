#include "web/markup.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace steadfast::web {

using testing::HasSubstr;

namespace {

/// What the compiler says to one declaration; "" if it takes it.
std::string compiler_says(const std::string& declaration) {
    const std::string source = testing::TempDir() + "markup_under_test.cpp";
    std::ofstream(source) << "#include \"web/markup.hpp\"\nusing namespace steadfast::web;\n" << declaration << "\n";
    const std::string command = "c++ -std=c++20 -fsyntax-only -I '" STEADFAST_FIXTURES "/../../src' '" + source + "' 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> compiler(popen(command.c_str(), "r"), [](FILE* pipe) { return pclose(pipe); });
    std::string said;
    std::array<char, 4096> piece{};
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), compiler.get())) said.append(piece.data(), got);
    return said;
}

std::string of_markup(const std::string& literal) { return compiler_says("constexpr Markup markup = " + literal + ";"); }

}  // namespace

TEST(Markup, that_is_sound_compiles) {
    EXPECT_EQ(compiler_says(R"(
        constexpr Markup whole = "<p class=\"a\">x = \"y\"</p>";
        constexpr Markup value = "<input value=\"";
        constexpr Markup next = "\" id=\"a-";
        constexpr Markup after = "\">";
        constexpr Markup address = "<a href=\"/children\">";
        constexpr Markup script = "<script";
        constexpr Markup words = "1 < 2 and on=\"call\" in words > 0";
        constexpr Classes classes = "govuk-button govuk-!-margin-0";
        constexpr LocalPath path = "/sign-in";)"),
              "");
}

TEST(Markup, that_leaves_an_address_open_does_not_compile) {
    constexpr auto* why = "an_address_takes_a_link_and_not_markup";
    EXPECT_THAT(of_markup(R"("<a href=\"")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("<a href=\"/children/")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("\" SRC=\"")"), HasSubstr(why));
    EXPECT_THAT(compiler_says("constexpr Name name = \"href\";"), HasSubstr(why));
}

TEST(Markup, that_leaves_a_value_unquoted_does_not_compile) {
    constexpr auto* why = "a_value_stands_in_double_quotes";
    EXPECT_THAT(of_markup(R"("<input value=")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("<input value='")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("<input ")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("<")"), HasSubstr(why));
}

TEST(Markup, that_runs_or_paints_inline_does_not_compile) {
    constexpr auto* why = "scripts_and_styles_are_never_inline";
    EXPECT_THAT(of_markup(R"("<b style=\"color:red\">")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("<b onClick=\"x\">")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("<script>x</script>")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("<STYLE>")"), HasSubstr(why));
    EXPECT_THAT(of_markup(R"("<a href=\"javascript:x\">y</a>")"), HasSubstr(why));
    EXPECT_THAT(compiler_says("constexpr Name name = \"onclick\";"), HasSubstr(why));
}

TEST(Markup, classes_and_paths_of_other_letters_do_not_compile) {
    EXPECT_THAT(compiler_says("constexpr Classes classes = \"a\\\"b\";"), HasSubstr("a_class_is_"));
    EXPECT_THAT(compiler_says("constexpr LocalPath path = \"//elsewhere.example\";"), HasSubstr("a_local_path_"));
    EXPECT_THAT(compiler_says("constexpr LocalPath path = \"https://elsewhere.example\";"), HasSubstr("a_local_path_"));
}

TEST(Markup, known_only_at_run_time_does_not_compile) {
    EXPECT_NE(compiler_says("Markup from(const char (&text)[4]) { return text; }"), "");
}

}  // namespace steadfast::web
