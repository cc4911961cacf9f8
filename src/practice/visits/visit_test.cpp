#include "practice/visits/visit.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(Visit, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Visit>(); }

TEST(Visit, says_of_each_child_alone_whether_they_were_seen_and_what_they_said) {
    Visit visit;
    visit.words.text = "All at home.";
    visit.seen.code = "alone";
    visit.child_words.text = "I like my new school.";
    record::Content content;
    content.values = type_of<Visit>().values_of(visit);
    const ledger::Part shared = record::write_shared(type_of<Visit>(), content);
    EXPECT_EQ((shared.body + shared.narrative).find("school"), std::string::npos) << "what one child said is in no other's file";
    const ledger::Part about = record::write_part_about(type_of<Visit>(), content);
    EXPECT_EQ(about.body, R"({"seen":"alone"})");
    EXPECT_NE(about.narrative.find("new school"), std::string::npos);
}

}  // namespace
}  // namespace steadfast::practice
