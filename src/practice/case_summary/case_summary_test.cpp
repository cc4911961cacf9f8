#include "practice/case_summary/case_summary.hpp"
#include "practice/case_summary/summary_pages.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

#include <regex>

namespace steadfast::practice {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(CaseSummary, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CaseSummary>(); }

class CaseSummaries : public testing::Test {
protected:
    ledger::WorkerId add_worker(const std::string& name) {
        record::Worker worker;
        worker.name = worker.sign_in_name = name;
        worker.works_as.code = "social_worker";
        return ledger::WorkerId(council_.add({}, worker).bytes());
    }
    web::Fields child_path() const { return {{"id", child_.text()}}; }
    /// What the form's hidden inputs hold when it is opened.
    static std::string opened(const std::string& page) {
        std::smatch key;
        std::smatch follows;
        EXPECT_TRUE(std::regex_search(page, key, std::regex("name=\"save_key\" value=\"([^\"]*)\"")));
        EXPECT_TRUE(std::regex_search(page, follows, std::regex("name=\"follows\" value=\"([^\"]*)\"")));
        return "save_key=" + key[1].str() + "&follows=" + follows[1].str();
    }
    std::string open(record::pages::VisitorForTests& who) { return opened(who.get("/children/{id}/summary", child_path())); }
    std::string save(record::pages::VisitorForTests& who, const std::string& form, const std::string& words) {
        return who.post("/children/{id}/summary", child_path(), form + "&words=" + words);
    }

    record::RecordForTests council_{catalogue_for_tests()};
    ledger::SubjectId child_ = council_.add_child();
    ledger::WorkerId colleague_ = add_worker("Rosa Lindqvist");
    record::pages::VisitorForTests me_{council_, "social_worker", council_.worker(), add_summary_pages};
    record::pages::VisitorForTests her_{council_, "social_worker", colleague_, add_summary_pages};
};

TEST_F(CaseSummaries, of_two_who_write_at_once_the_second_sees_the_firsts_and_loses_nothing) {
    const std::string mine = open(me_);
    EXPECT_THAT(save(her_, open(her_), "She+likes+the+new+school."), StartsWith("went to /items/"));
    const std::string again = save(me_, mine, "He+wants+to+see+his+aunt.");
    EXPECT_THAT(again, AllOf(HasSubstr("Rosa Lindqvist saved a summary while you were writing"), HasSubstr("She likes the new school."), HasSubstr("He wants to see his aunt.</textarea>")));
    EXPECT_THAT(save(me_, opened(again), "Both."), StartsWith("went to /items/"));
}

TEST_F(CaseSummaries, go_on_from_the_one_before_without_a_word_about_it) {
    EXPECT_THAT(save(me_, open(me_), "One."), StartsWith("went to /items/"));
    const std::string next = open(me_);
    EXPECT_THAT(save(me_, next, "Two."), StartsWith("went to /items/"));
    EXPECT_THAT(save(me_, next, "Two."), AllOf(StartsWith("went to /items/"), Not(HasSubstr("while you were writing")))) << "the button was pressed twice";
}

}  // namespace
}  // namespace steadfast::practice
