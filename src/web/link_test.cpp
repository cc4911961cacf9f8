#include "web/link.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace steadfast::web {

struct Thing;

TEST(Link, is_built_from_parts_each_escaped_as_what_it_is) {
    const auto id = Id<Thing>::parse("0123456789abcdef0123456789abcdef");
    EXPECT_EQ((to("/children") / *id).text(), "/children/0123456789abcdef0123456789abcdef");
    EXPECT_EQ((to("/notes") / "a/b?c#d e").text(), "/notes/a%2Fb%3Fc%23d%20e");
    EXPECT_EQ(to("/search").with("words", "Tom & Ann=?").with("page", 2).at("results").text(),
              "/search?words=Tom%20%26%20Ann%3D%3F&page=2#results");
}

TEST(Link, keeps_its_fragment_last) { EXPECT_EQ(to("/children").at("top").with("page", 3).text(), "/children?page=3#top"); }

TEST(Link, never_leads_up_a_path) { EXPECT_EQ((to("/files") / ".." / "secret").text(), "/files/-/secret"); }

TEST(Link, leads_outside_only_by_schemes_that_run_nothing) {
    EXPECT_TRUE(Link::outside("https://www.legislation.gov.uk/ukpga/1989/41"));
    EXPECT_TRUE(Link::outside("mailto:duty@example.org"));
    EXPECT_TRUE(Link::outside("HTTPS://EXAMPLE.ORG"));
    for (const std::string_view hostile :
         {"javascript:alert(1)", "JaVaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
          "vbscript:x", "//example.org", "/children", "https:/x", "", "https://", "https://a b", "\x01https://x"})
        EXPECT_FALSE(Link::outside(hostile)) << hostile;
}

TEST(Link, comes_back_inside_only_if_it_can_mean_nowhere_else) {
    EXPECT_EQ(Link::inside("/children?page=2")->text(), "/children?page=2");
    for (const std::string_view hostile : {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "",
                                           "children", "/a\r\nSet-Cookie: x", "\\/evil"})
        EXPECT_FALSE(Link::inside(hostile)) << hostile;
}

TEST(PercentEncoding, refuses_broken_escapes) {
    EXPECT_EQ(percent_decoded("a%20b+c", Plus::is_plus), "a b+c");
    EXPECT_EQ(percent_decoded("a%20b+c", Plus::is_space), "a b c");
    EXPECT_FALSE(percent_decoded("%", Plus::is_plus));
    EXPECT_FALSE(percent_decoded("%2", Plus::is_plus));
    EXPECT_FALSE(percent_decoded("%zz", Plus::is_plus));
}

RC_GTEST_PROP(PercentEncoding, gives_back_any_bytes, (const std::string& any)) {
    RC_ASSERT(percent_decoded(percent_encoded(any), Plus::is_space) == any);
}

}  // namespace steadfast::web
