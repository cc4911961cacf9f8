#include "practice/messages/message.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "practice/messages/inbox.hpp"
#include "practice/messages/message_pages.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Message, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Message>(); }

class Messages : public testing::Test {
protected:
    ledger::WorkerId add_worker(const std::string& name) {
        record::Worker worker;
        worker.name = name;
        worker.sign_in_name = name;
        worker.works_as.code = "social_worker";
        return ledger::WorkerId(council_.add({}, worker).bytes());
    }
    std::string send(const std::string& to, const std::string& words) {
        return me_.post("/children/{id}/message", child_path(), "save_key=" + ledger::IdempotencyKey::random().text() + "&to=" + to + "&words=" + words);
    }
    web::Fields child_path() const {
        web::Fields path;
        path.add("id", child_.text());
        return path;
    }

    record::RecordForTests council_{catalogue_for_tests()};
    ledger::SubjectId child_ = council_.add_child();
    ledger::WorkerId colleague_ = add_worker("Rosa Lindqvist");
    record::pages::VisitorForTests me_{council_, "social_worker", council_.worker(), add_message_pages};
    record::pages::VisitorForTests her_{council_, "social_worker", colleague_, add_message_pages};
};

TEST_F(Messages, wait_for_their_reader_until_they_are_dealt_with) {
    EXPECT_THAT(send(colleague_.text(), "His+mother+rang."), StartsWith("went to /items/"));
    const auto& waiting = Inboxes::of(*council_.record().book())->waiting_for(colleague_);
    ASSERT_EQ(waiting.size(), 1U);
    web::Fields path;
    path.add("id", waiting.front().text());
    const std::string form = "save_key=" + ledger::IdempotencyKey::random().text();
    EXPECT_THAT(me_.post("/messages/{id}/done", path, form), HasSubstr("no such message to you")) << "only whom it is for can say so";
    EXPECT_EQ(her_.post("/messages/{id}/done", path, form), "went to /");
    EXPECT_TRUE(Inboxes::of(*council_.record().book())->waiting_for(colleague_).empty());
}

TEST_F(Messages, are_refused_in_their_place_where_something_is_missing) {
    EXPECT_THAT(send("", "His+mother+rang."), HasSubstr("Choose a colleague"));
    EXPECT_THAT(send(colleague_.text(), ""), HasSubstr("Enter the message"));
    EXPECT_THAT(send("", "His+mother+rang."), HasSubstr("His mother rang.")) << "what was typed stays";
    EXPECT_TRUE(Inboxes::of(*council_.record().book())->waiting_for(colleague_).empty());
}

TEST_F(Messages, are_not_sent_to_who_may_not_open_the_record) {
    record::Worker worker;
    worker.name = "Idris Vale";
    worker.sign_in_name = "idris";
    worker.works_as.code = "administrator";
    const auto administrator = council_.add({}, worker);
    const std::string refused = send(administrator.text(), "His+mother+rang.");
    EXPECT_THAT(refused, HasSubstr("Idris Vale may not open this record"));
    EXPECT_THAT(refused, Not(HasSubstr("Idris Vale, Administrator")));
}

}  // namespace
}  // namespace steadfast::practice
