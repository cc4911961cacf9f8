#include "web/html.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace steadfast::web {

namespace {

/// What a browser makes of escaped words; anything that would end the words or the value is a failure.
std::string as_a_browser_reads(std::string_view escaped) {
    std::string read;
    while (!escaped.empty()) {
        const char letter = escaped.front();
        if (letter == '<' || letter == '>' || letter == '"' || letter == '\'') return "broke out";
        if (letter != '&') {
            read += letter;
            escaped.remove_prefix(1);
            continue;
        }
        bool known = false;
        for (const auto& [entity, meaning] :
             {std::pair<std::string_view, char>{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}) {
            if (!escaped.starts_with(entity)) continue;
            read += meaning;
            escaped.remove_prefix(entity.size());
            known = true;
            break;
        }
        if (!known) return "unknown entity";
    }
    return read;
}

std::string printable(const std::string& any) {
    std::string kept;
    for (const char letter : any)
        if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7f) kept += letter;
    return kept;
}

}  // namespace

TEST(Html, passes_literals_and_escapes_strings) {
    const std::string name = "<script>alert('O\"Brien & co')</script>";
    Html page;
    page << "<p class=\"a\">" << name << "</p>";
    EXPECT_EQ(page.text(), "<p class=\"a\">&lt;script&gt;alert(&#39;O&quot;Brien &amp; co&#39;)&lt;/script&gt;</p>");
}

TEST(Html, escapes_a_value_in_an_attribute) {
    const std::string value = "\" autofocus onfocus=\"alert(1)";
    Html page;
    page << "<input" << attribute("value", value) << "><input value=\"" << value << "\">";
    EXPECT_EQ(
        page.text(),
        "<input value=\"&quot; autofocus onfocus=&quot;alert(1)\"><input value=\"&quot; autofocus onfocus=&quot;alert(1)\">");
}

TEST(Html, treats_words_given_to_its_constructor_as_words) {
    EXPECT_EQ(Html("a < b").text(), "a &lt; b");
    EXPECT_EQ(Html(std::string("<b>")).text(), "&lt;b&gt;");
}

TEST(Html, puts_one_piece_into_another_as_it_is) {
    const Html inner = Html() << "<b>" << std::string_view("&") << "</b>";
    EXPECT_EQ((Html() << "<p>" << inner << "</p>").text(), "<p><b>&amp;</b></p>");
}

TEST(Html, writes_numbers) { EXPECT_EQ((Html() << 42 << " " << -7L << " " << std::size_t{9}).text(), "42 -7 9"); }

TEST(Html, replaces_control_characters_that_no_page_may_hold) {
    EXPECT_EQ(Html(std::string_view("a\0b\x1b"
                                    "c\td",
                                    7))
                  .text(),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD"
              "c\td");
}

RC_GTEST_PROP(Html, escaped_words_read_back_as_they_were, (const std::string& any)) {
    const std::string words = printable(any);
    RC_ASSERT(as_a_browser_reads(Html(words).text()) == words);
}

RC_GTEST_PROP(Html, dangerous_letters_in_any_order_never_break_out, ()) {
    const auto words = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("<>\"'&;=/ scriptonamp#39lgqu")));
    RC_ASSERT(as_a_browser_reads(Html(words).text()) == words);
    Html page;
    page << "<a title=\"" << words << "\">" << words << "</a>";
    RC_ASSERT(std::count(page.text().begin(), page.text().end(), '<') == 2);
    RC_ASSERT(std::count(page.text().begin(), page.text().end(), '"') == 2);
}

template <class T>
concept CanBeWritten = requires(Html& page, T thing) { page << thing; };

TEST(Html, has_no_third_way_in) {
    EXPECT_FALSE(CanBeWritten<const char*>);
    EXPECT_FALSE(CanBeWritten<bool>);
    EXPECT_FALSE(CanBeWritten<char>);
    EXPECT_FALSE(CanBeWritten<double>);
    EXPECT_TRUE(CanBeWritten<std::string>);
    EXPECT_TRUE(CanBeWritten<int>);
}

}  // namespace steadfast::web
