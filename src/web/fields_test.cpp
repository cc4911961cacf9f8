#include "web/fields.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace steadfast::web {

TEST(UrlencodedFields, are_read_in_order_with_repeats_and_empty_values) {
    const auto fields = parse_urlencoded("name=Amira+K%C3%B6nig&seen=a&seen=b&empty=&bare&&x=1%3D2");
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->get("name"), "Amira König");
    EXPECT_EQ(fields->all("seen"), (std::vector<std::string_view>{"a", "b"}));
    EXPECT_TRUE(fields->has("empty"));
    EXPECT_TRUE(fields->has("bare"));
    EXPECT_FALSE(fields->has("absent"));
    EXPECT_EQ(fields->get("x"), "1=2");
}

TEST(UrlencodedFields, refuse_what_no_browser_sends) {
    EXPECT_FALSE(parse_urlencoded("a=%"));
    EXPECT_FALSE(parse_urlencoded("a=%4"));
    EXPECT_FALSE(parse_urlencoded("a=%00"));
    EXPECT_FALSE(parse_urlencoded("a=1&b=2&c=3", 2));
    EXPECT_TRUE(parse_urlencoded("a=1&b=2", 2));
}

RC_GTEST_PROP(UrlencodedFields, survive_any_bytes, (const std::string& any)) {
    if (const auto fields = parse_urlencoded(any)) RC_ASSERT(fields->size() <= any.size());
    RC_ASSERT(parse_cookies(any).size() <= 64U);
}

TEST(Cookies, are_read_and_the_unreadable_left_out) {
    const auto cookies = parse_cookies("a=1; session=abc=def ;broken; =x;b=");
    EXPECT_EQ(cookies.get("a"), "1");
    EXPECT_EQ(cookies.get("session"), "abc=def");
    EXPECT_TRUE(cookies.has("b"));
    EXPECT_EQ(cookies.size(), 3U);
}

}  // namespace steadfast::web
