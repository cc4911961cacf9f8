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

TEST(Inputs, say_words_alone_and_the_codes_of_the_returns_on_demand) {
    EXPECT_THAT(sex_input({}), testing::AllOf(HasSubstr("Male"), Not(HasSubstr("(M)"))));
    const auto& fields = type_of<Person>().fields();
    const std::string codes = codes_on_demand(fields, [](const Field& field) { return field.key == "sex"; }).text();
    EXPECT_THAT(codes, testing::AllOf(HasSubstr("What the returns call each choice"), HasSubstr(">M<"), HasSubstr("Male"), Not(HasSubstr("Ethnicity"))));
    EXPECT_TRUE(codes_on_demand(fields, [](const Field& field) { return field.key == "given_name"; }).empty());
    static constexpr law::Code of_an_act[] = {{.code = "first", .says = "The first way"}};
    static const law::CodeSet basis{"basis_of_this_test", "Basis", "Some Act, section 1", of_an_act};
    const std::vector<Field> in_no_return{{.key = "basis", .label = "Basis", .kind = FieldKind::code, .codes = &basis}};
    EXPECT_TRUE(codes_on_demand(in_no_return, [](const Field&) { return true; }).empty());
}

TEST(Inputs, offer_languages_and_nationalities_as_somebody_types) {
    const auto input = [](std::string_view key) { return input_of(type_of<Person>().fields()[type_of<Person>().position(key).value()], {}, {}).text(); };
    EXPECT_THAT(input("first_language"), testing::AllOf(HasSubstr("list=\"first_language-suggestions\""), HasSubstr("<option value=\"Tigrinya\">")));
    EXPECT_THAT(input("nationality"), HasSubstr("<option value=\"Eritrean\">"));
}

}  // namespace
}  // namespace steadfast::record::pages
