#include "web/sign_in/device.hpp"

#include <gtest/gtest.h>

namespace steadfast::web {
namespace {

TEST(Device, is_called_by_the_names_that_people_know) {
    EXPECT_EQ(device_in_words("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"), "Firefox on Windows");
    EXPECT_EQ(device_in_words("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"),
              "Edge on Windows");
    EXPECT_EQ(device_in_words("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"),
              "Safari on iPhone");
    EXPECT_EQ(device_in_words("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36"),
              "Chrome on Android");
}

TEST(Device, shows_nothing_of_what_a_stranger_wrote) {
    EXPECT_EQ(device_in_words("<script>alert(1)</script>"), "An unknown device");
    EXPECT_EQ(device_in_words(""), "An unknown device");
}

}  // namespace
}  // namespace steadfast::web
