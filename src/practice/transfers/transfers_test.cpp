#include "practice/transfers/transfers.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/transfers/timescales.hpp"
#include "record/item/form.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/inputs.hpp"
#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

TEST(TransferIn, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<TransferIn>(); }
TEST(TransferOut, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<TransferOut>(); }
TEST(PlacedHere, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<PlacedHere>(); }

TEST(TheOtherAuthority, is_offered_from_the_list_of_today_as_somebody_types) {
    for (const record::ItemType* type : {&record::type_of<TransferIn>(), &record::type_of<TransferOut>(), &record::type_of<PlacedHere>()}) {
        const auto input = record::pages::input_of(type->fields()[type->position("authority").value()], {}, {}).text();
        EXPECT_THAT(input, testing::AllOf(testing::HasSubstr("list=\"authority-suggestions\""), testing::HasSubstr("<option value=\"Leicester\">")));
        EXPECT_THAT(input, testing::Not(testing::HasSubstr("value=\"Poole\""))) << "part of another since 2019";
    }
}

TEST(TheOtherAuthority, is_called_by_one_name_where_it_is_in_england_and_as_typed_elsewhere) {
    const auto& type = record::type_of<TransferIn>();
    const auto kept = [&type](const std::string& typed) {
        const auto read = record::read_form(type, {{"authority", typed}});
        return read.values[*type.position("authority")];
    };
    EXPECT_EQ(kept("leicester city council"), record::Value(std::string("Leicester")));
    EXPECT_EQ(kept("E06000016"), record::Value(std::string("Leicester")));
    EXPECT_EQ(kept("Caerdydd"), record::Value(std::string("Caerdydd")));
}

class TransferConference : public testing::Test {
protected:
    /// In words, what is owed to a child who came with this, on a day.
    std::string owed(const TransferIn& transfer, Date today) {
        const auto child = council.add_child();
        council.add({child}, transfer);
        const auto seen = council.seen();
        for (const auto& standing : record::duties_of(all_duties(), seen, seen.child(child).value(), today))
            if (standing.law->key == "transfer_conference") return standing.words(today);
        return "nothing";
    }
    static TransferIn told_on_2_march(std::string_view with) {
        TransferIn transfer;
        transfer.notified_on = Date::of(2026, 3, 2);
        transfer.authority = "Marshland";
        transfer.with.code = with;
        return transfer;
    }
    record::RecordForTests council{catalogue_for_tests()};
};

TEST_F(TransferConference, is_due_fifteen_working_days_after_we_were_told_of_a_child_with_a_plan) {
    EXPECT_EQ(owed(told_on_2_march("protection_plan"), Date::of(2026, 3, 3).value()), "due Mon 23 March 2026, in 14 working days");
    EXPECT_EQ(owed(told_on_2_march("protection_plan"), Date::of(2026, 3, 24).value()), "1 working day overdue, was due Mon 23 March 2026");
}

TEST_F(TransferConference, is_owed_where_nobody_said_what_the_child_was_under_and_not_for_a_child_in_need) {
    EXPECT_NE(owed(told_on_2_march(""), Date::of(2026, 3, 3).value()), "nothing");
    EXPECT_EQ(owed(told_on_2_march("in_need"), Date::of(2026, 3, 3).value()), "nothing");
}

TEST_F(TransferConference, is_met_by_the_day_of_the_conference) {
    TransferIn transfer = told_on_2_march("protection_plan");
    transfer.conference_on = Date::of(2026, 3, 20);
    EXPECT_EQ(owed(transfer, Date::of(2026, 3, 25).value()), "nothing");
}

}  // namespace
}  // namespace steadfast::practice
