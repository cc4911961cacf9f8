#include "practice/pre_proceedings/pre_proceedings.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(PreProceedings, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<PreProceedings>(); }

TEST(PreProceedings, tells_when_and_what_in_one_line) {
    PreProceedings proceedings;
    proceedings.began = Date::of(2026, 9, 9);
    proceedings.outcome.code = "A";
    proceedings.letter_sent_on = Date::of(2026, 9, 21);
    const record::Values values = type_of<PreProceedings>().values_of(proceedings);
    EXPECT_EQ(type_of<PreProceedings>().happened(values).text(), "2026-09-09");
    EXPECT_EQ(type_of<PreProceedings>().summary(values),
              "A (not a code of this set); Letter before proceedings sent: Mon 21 September 2026");
}

}  // namespace
}  // namespace steadfast::practice
