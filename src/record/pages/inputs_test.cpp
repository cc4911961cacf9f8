#include "record/pages/inputs.hpp"

#include "record/people/person.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string sex_input(const web::Fields& typed) {
    const ItemType& type = type_of<Person>();
    return input_of(type.fields()[type.position("sex").value()], typed, {}).text();
}

TEST(Inputs, offer_each_meaning_of_a_set_once_and_keep_a_former_spelling_that_stands_already) {
    EXPECT_THAT(sex_input({}), testing::AllOf(HasSubstr("value=\"M\""), HasSubstr("value=\"U\""), Not(HasSubstr("value=\"1\"")), Not(HasSubstr("value=\"9\""))));
    EXPECT_THAT(sex_input({{"sex", "1"}}), HasSubstr("value=\"1\""));
    EXPECT_EQ(choices_today(law::sex).size(), 3u);
}

}  // namespace
}  // namespace steadfast::record::pages
