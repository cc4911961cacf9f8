#include "practice/health/health_of_the_year.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(HealthOfTheYear, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<HealthOfTheYear>(); }

TEST(HealthOfTheYear, tells_when_and_what_in_one_line) {
    HealthOfTheYear health;
    health.return_year = 2024;
    health.health_assessed = true;
    health.teeth_checked = false;
    health.difficulties_score = 17;
    const record::Values values = type_of<HealthOfTheYear>().values_of(health);
    EXPECT_EQ(type_of<HealthOfTheYear>().happened(values).text(), "2023-04-01/2024-03-31");
    EXPECT_EQ(type_of<HealthOfTheYear>().summary(values),
              "Health assessed: Yes; Teeth checked by a dentist: No; Strengths and difficulties score: 17");
}

}  // namespace
}  // namespace steadfast::practice
