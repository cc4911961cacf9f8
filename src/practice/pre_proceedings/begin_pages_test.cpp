#include "practice/pre_proceedings/begin_pages.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/pre_proceedings/pre_proceedings.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(BeginningPreProceedings, takes_the_open_referral_and_goes_on_where_they_are_under_way) {
    record::RecordForTests council(catalogue_for_tests());
    const auto child = council.add_child();
    record::pages::VisitorForTests visitor(council, "director", council.worker(), add_pre_proceedings_pages);
    const web::Fields path{{"id", child.text()}};
    const std::string route = "/children/{id}/pre_proceedings";
    EXPECT_THAT(visitor.get(route, path), HasSubstr("No referral of this child is open"));

    const record::ItemType& referral = *catalogue_for_tests().find("referral");
    record::Content content;
    content.values.resize(referral.fields().size());
    record::set_by_key(referral, content.values, "received_on", *Date::of(2026, 1, 5));
    const auto referral_item = ledger::ItemId::random();
    council.save({record::change_of(referral, referral_item, 0, {child}, content, council.worker())});

    EXPECT_THAT(visitor.get(route, path), HasSubstr("Begin pre-proceedings"));
    const auto with_key = [](const std::string& fields) {
        return "save_key=" + ledger::IdempotencyKey::random().text() + "&" + fields;
    };
    EXPECT_THAT(visitor.post(route, path, with_key("began-day=3&began-month=3&began-year=2026")),
                HasSubstr("must be today or in the past"));
    const std::string went = visitor.post(route, path, with_key("began-day=1&began-month=3&began-year=2026"));
    ASSERT_THAT(went, AllOf(StartsWith("went to /items/"), HasSubstr("/change")));
    EXPECT_EQ(visitor.get(route, path), went) << "there is one at a time";
    int begun = 0;
    council.record().book()->each_of(record::type_of<PreProceedings>(), [&](const record::Found& found) {
        ++begun;
        EXPECT_EQ(found.table->item<PreProceedings>(found.row).referral.item, referral_item);
    });
    EXPECT_EQ(begun, 1);
}

}  // namespace
}  // namespace steadfast::practice
