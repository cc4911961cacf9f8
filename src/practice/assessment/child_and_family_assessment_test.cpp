#include "practice/assessment/child_and_family_assessment.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(ChildAndFamilyAssessment, goes_to_the_ledger_and_back_unchanged) {
    record::expect_there_and_back<ChildAndFamilyAssessment>();
}

TEST(ChildAndFamilyAssessment, tells_when_and_what_in_one_line) {
    ChildAndFamilyAssessment assessment;
    assessment.began = Date::of(2024, 4, 8);
    assessment.authorised_on = Date::of(2024, 5, 31);
    assessment.factors.codes = {"3B", "4B"};
    const record::Values values = type_of<ChildAndFamilyAssessment>().values_of(assessment);
    EXPECT_EQ(type_of<ChildAndFamilyAssessment>().happened(values).text(), "2024-04-08/2024-05-31");
    EXPECT_EQ(
        type_of<ChildAndFamilyAssessment>().summary(values),
        "Authorised on: Fri 31 May 2024; Domestic abuse: parent or carer is the victim; Mental health: parent or carer");
}

}  // namespace
}  // namespace steadfast::practice
