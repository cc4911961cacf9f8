#include "practice/assessment/assessment_pages.hpp"

#include "practice/assessment/writing.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/person.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using record::pages::VisitorForTests;
using testing::HasSubstr;
using testing::Not;

class Assessing : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};
    ledger::WorkerId manager_id = ledger::WorkerId::random();
    VisitorForTests worker{council, "social_worker", council.worker(), add_assessment_pages};
    VisitorForTests manager{council, "team_manager", manager_id, add_assessment_pages};
    VisitorForTests another_manager{council, "team_manager", ledger::WorkerId::random(), add_assessment_pages};
    ledger::SubjectId amira = child_called("Amira");
    ledger::SubjectId sam = child_called("Sam");

    Assessing() {
        for (const auto child : {amira, sam}) add_referral(child);
        // A note about both: what shows that they belong together.
        const auto& note = *catalogue_for_tests().find("case_note");
        record::Content content;
        record::set_by_key(note, content.values, "happened", When::day(Date::of(2026, 3, 2).value()));
        council.save({record::change_of(note, ledger::ItemId::random(), 0, {amira, sam}, content, council.worker())});
    }

    ledger::SubjectId child_called(std::string given) {
        record::Person person;
        person.given_name = std::move(given);
        person.family_name = "Khan";
        const auto item = ledger::ItemId::random();
        council.save({record::change_of(person, item, 0, {record::subject_of(item)}, council.worker())});
        return record::subject_of(item);
    }
    void add_referral(ledger::SubjectId child) {
        const auto& type = *catalogue_for_tests().find("referral");
        record::Content content;
        record::set_by_key(type, content.values, "received_on", Date::of(2026, 3, 2).value());
        council.save({record::change_of(type, ledger::ItemId::random(), 0, {child}, content, council.worker())});
    }

    /// Begins one assessment of both; its address's id.
    std::string begin() {
        const auto went = worker.post("/children/{id}/assess", {{"id", amira.text()}}, VisitorForTests::form_from(0, "child=" + amira.text() + "&child=" + sam.text()));
        EXPECT_THAT(went, HasSubstr("went to /assessments/"));
        return went.substr(went.find("/assessments/") + 13, 32);
    }
    static std::string about(ledger::SubjectId child, std::string_view key, std::string_view value) { return "&" + record::input_about(child, key) + "=" + std::string(value); }
    static std::string day_about(ledger::SubjectId child, std::string_view key, int day) {
        return about(child, std::string(key) + "-day", std::to_string(day)) + about(child, std::string(key) + "-month", "3") + about(child, std::string(key) + "-year", "2026");
    }
    std::string whole_text(const std::string& analysis) const {
        std::string fields = "began-day=3&began-month=3&began-year=2026&family_words=We+are+tired&analysis=" + analysis;
        for (const auto child : {amira, sam})
            fields += day_about(child, "seen_on", 4) + day_about(child, "seen_alone_on", 5) + about(child, "child_words", "I+like+school") + about(child, "factors", "3B") +
                      about(child, "outcome", child == sam ? "nothing" : "in_need");
        return fields;
    }
    std::uint32_t version(const std::string& id) { return council.record().book()->find(ledger::ItemId::parse(id).value())->head().version; }
    std::string write(VisitorForTests& who, const std::string& id, const std::string& fields) {
        return who.post("/assessments/{id}/write", {{"id", id}}, VisitorForTests::form_from(version(id), fields));
    }
    std::string send(const std::string& id) { return worker.post("/assessments/{id}/send", {{"id", id}}, "starts_from=" + std::to_string(version(id))); }
    std::string judge(VisitorForTests& who, const std::string& id, const std::string& what, const std::string& words = "") {
        return who.post("/assessments/{id}/authorise", {{"id", id}}, "starts_from=" + std::to_string(version(id)) + "&do=" + what + "&manager_words=" + words);
    }
    ChildAndFamilyAssessment counted(ledger::SubjectId child) {
        ChildAndFamilyAssessment its;
        const auto seen = council.seen();
        seen.each_about(seen.child(child).value(), [&](const record::Found& found) {
            if (&found.type() == &record::type_of<ChildAndFamilyAssessment>()) its = record::type_of<ChildAndFamilyAssessment>().item_from<ChildAndFamilyAssessment>(found.values());
        });
        return its;
    }
};

TEST_F(Assessing, begins_one_text_for_brothers_and_sisters_and_an_assessment_of_each_that_counts) {
    const auto form = worker.get("/children/{id}/assess", {{"id", amira.text()}});
    EXPECT_THAT(form, testing::AllOf(HasSubstr("Amira Khan"), HasSubstr("Sam Khan")));
    const auto id = begin();
    EXPECT_EQ(counted(amira).began, Date::of(2026, 3, 3));
    EXPECT_FALSE(counted(sam).authorised_on);
    EXPECT_THAT(worker.get("/assessments/{id}", {{"id", id}}), HasSubstr("due Thu 7 May 2026"));
    EXPECT_THAT(worker.post("/children/{id}/assess", {{"id", sam.text()}}, VisitorForTests::form_from(0, "child=" + sam.text())), HasSubstr("being assessed already"));
}

TEST_F(Assessing, says_what_is_missing_before_it_is_sent_and_saves_anything_meanwhile) {
    const auto id = begin();
    EXPECT_THAT(write(worker, id, "began-day=3&began-month=3&began-year=2026&looks_at=Sleep"), HasSubstr("went to"));
    const auto refused = send(id);
    EXPECT_THAT(refused, HasSubstr("The analysis is not written yet."));
    EXPECT_THAT(refused, HasSubstr("Sam Khan: say when the child was seen, or why not."));
    EXPECT_THAT(refused, HasSubstr("Being written"));
}

TEST_F(Assessing, counts_for_each_child_once_a_manager_authorises_it) {
    const auto id = begin();
    write(worker, id, whole_text("Safe+enough"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    EXPECT_FALSE(counted(amira).authorised_on);
    council.put_clock("2026-03-20");
    ASSERT_THAT(judge(manager, id, "authorise", "Agreed"), HasSubstr("went to"));
    EXPECT_EQ(counted(amira).authorised_on, Date::of(2026, 3, 20));
    EXPECT_EQ(counted(amira).outcome.code, "in_need");
    EXPECT_EQ(counted(sam).outcome.code, "nothing");
    EXPECT_EQ(counted(sam).factors.codes, std::vector<std::string>{"3B"});
    EXPECT_EQ(counted(sam).seen_alone_on, Date::of(2026, 3, 5));
    EXPECT_THAT(worker.get("/assessments/{id}", {{"id", id}}), HasSubstr("Authorised"));
}

TEST_F(Assessing, is_never_authorised_by_whoever_wrote_any_of_it) {
    const auto id = begin();
    write(worker, id, whole_text("Safe"));
    write(manager, id, whole_text("Safe+enough"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    EXPECT_THAT(judge(manager, id, "authorise"), HasSubstr("refused: You wrote some of this assessment"));
    EXPECT_THAT(judge(worker, id, "authorise"), HasSubstr("refused"));
    EXPECT_THAT(judge(another_manager, id, "authorise"), HasSubstr("went to"));
}

TEST_F(Assessing, goes_back_with_words_and_is_sent_again) {
    const auto id = begin();
    write(worker, id, whole_text("Safe"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    EXPECT_THAT(judge(manager, id, "return"), HasSubstr("Enter what is to be changed"));
    ASSERT_THAT(judge(manager, id, "return", "Say+why"), HasSubstr("went to"));
    EXPECT_THAT(worker.get("/assessments/{id}", {{"id", id}}), HasSubstr("Say why"));
    EXPECT_THAT(judge(manager, id, "authorise"), HasSubstr("refused")) << "it no longer waits";
    write(worker, id, whole_text("Safe+because"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    EXPECT_THAT(judge(manager, id, "authorise"), HasSubstr("went to")) << "returning it is not writing it";
}

TEST_F(Assessing, keeps_what_was_authorised_until_a_change_is_authorised_too) {
    const auto id = begin();
    write(worker, id, whole_text("Safe"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    ASSERT_THAT(judge(manager, id, "authorise"), HasSubstr("went to"));
    const auto first_day = counted(sam).authorised_on;
    council.put_clock("2026-04-01");
    write(worker, id, whole_text("Not+safe") + about(sam, "factors", "4B"));
    EXPECT_EQ(counted(sam).factors.codes, std::vector<std::string>{"3B"});
    EXPECT_THAT(worker.get("/assessments/{id}", {{"id", id}}), HasSubstr("is authorised and counts"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    ASSERT_THAT(judge(manager, id, "authorise"), HasSubstr("went to"));
    EXPECT_EQ(counted(sam).factors.codes, (std::vector<std::string>{"3B", "4B"}));
    EXPECT_EQ(counted(sam).authorised_on, first_day) << "the assessment was finished then";
}

TEST_F(Assessing, is_authorised_as_it_was_read) {
    const auto id = begin();
    write(worker, id, whole_text("Safe"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    const auto read = version(id);
    write(worker, id, whole_text("Not+safe"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    EXPECT_THAT(manager.post("/assessments/{id}/authorise", {{"id", id}}, "starts_from=" + std::to_string(read) + "&do=authorise"), HasSubstr("refused: Somebody changed this assessment"));
    EXPECT_FALSE(counted(sam).authorised_on);
}

TEST_F(Assessing, shows_both_texts_where_two_wrote_the_same_part_and_asks_which_is_to_stand) {
    const auto id = begin();
    const auto stale = version(id);
    write(worker, id, whole_text("Theirs"));
    const std::string typed = VisitorForTests::form_from(stale, whole_text("Mine"));
    const auto asks = manager.post("/assessments/{id}/write", {{"id", id}}, typed);
    EXPECT_THAT(asks, testing::AllOf(HasSubstr("saved this while you were writing"), HasSubstr("Theirs</div>"), HasSubstr("Mine</div>"), HasSubstr("Analysis: which is to stand?")));
    const std::string seen = typed + "&merged_with=" + std::to_string(version(id));
    EXPECT_THAT(manager.post("/assessments/{id}/write", {{"id", id}}, seen), HasSubstr("Choose which is to stand"));
    ASSERT_THAT(manager.post("/assessments/{id}/write", {{"id", id}}, seen + "&choose-analysis=both"), HasSubstr("went to /assessments/"));
    EXPECT_THAT(worker.get("/assessments/{id}", {{"id", id}}), HasSubstr("Theirs\n\nMine"));
}

TEST_F(Assessing, keeps_what_a_colleague_wrote_in_another_part_meanwhile) {
    const auto id = begin();
    const auto stale = version(id);
    write(worker, id, whole_text("") + "&looks_at=Sleep" + about(sam, "about_child", "A+bed"));
    const std::string typed = VisitorForTests::form_from(stale, "began-day=3&began-month=3&began-year=2026&analysis=Safe");
    const auto asks = manager.post("/assessments/{id}/write", {{"id", id}}, typed);
    EXPECT_THAT(asks, testing::AllOf(HasSubstr("alone changed stays"), HasSubstr("What will be looked at"), HasSubstr("Sam Khan: What this child needs"), Not(HasSubstr("State"))));
    ASSERT_THAT(manager.post("/assessments/{id}/write", {{"id", id}}, typed + "&merged_with=" + std::to_string(version(id))), HasSubstr("went to"));
    EXPECT_THAT(worker.get("/assessments/{id}", {{"id", id}}), testing::AllOf(HasSubstr("Sleep"), HasSubstr("A bed"), HasSubstr("Safe"), HasSubstr("I like school")));
}

TEST_F(Assessing, asks_nothing_where_it_only_went_back_to_its_writer_meanwhile) {
    const auto id = begin();
    write(worker, id, whole_text("Safe"));
    const auto stale = version(id);
    ASSERT_THAT(send(id), HasSubstr("went to"));
    ASSERT_THAT(judge(manager, id, "return", "Say+why"), HasSubstr("went to"));
    ASSERT_THAT(worker.post("/assessments/{id}/write", {{"id", id}}, VisitorForTests::form_from(stale, whole_text("Safe+because"))), HasSubstr("went to"));
    EXPECT_THAT(worker.get("/assessments/{id}", {{"id", id}}), testing::AllOf(HasSubstr("Safe because"), HasSubstr("Being written")));
}

TEST_F(Assessing, is_kept_as_its_writers_draft_which_a_colleague_is_told_of_and_not_shown) {
    VisitorForTests writer{council, "social_worker", council.worker(), [](record::Record& record, record::pages::PageParts& parts) {
                               add_assessment_pages(record, parts);
                               record::pages::add_draft_pages(record, parts);
                           }};
    const auto id = begin();
    const std::string form = "/assessments/" + id + "/write";
    const std::string typed = VisitorForTests::form_from(version(id), "began-day=3&began-month=3&began-year=2026&analysis=Half+a+thought" + about(amira, "child_words", "I+like+school"));
    EXPECT_EQ(writer.post("/drafts", {}, "draft_form=" + form + "&draft_name=Assessment&draft_about=" + amira.text() + "&draft_item=" + id + "&draft_window=" +
                                             IdBytes::random().text() + "&" + typed), "went to " + form);
    EXPECT_THAT(writer.get("/assessments/{id}/write", {{"id", id}}),
                testing::AllOf(HasSubstr("This is your draft"), HasSubstr("Half a thought</textarea>"), HasSubstr("I like school</textarea>")));
    EXPECT_THAT(manager.get("/assessments/{id}/write", {{"id", id}}), testing::AllOf(HasSubstr("has unsaved text here"), Not(HasSubstr("Half a thought"))));
    ASSERT_THAT(writer.post("/assessments/{id}/write", {{"id", id}}, typed), HasSubstr("went to"));
    EXPECT_THAT(writer.get("/assessments/{id}/write", {{"id", id}}), testing::AllOf(HasSubstr("Half a thought</textarea>"), Not(HasSubstr("This is your draft"))));
}

TEST_F(Assessing, keeps_what_a_manager_says_about_it_as_their_draft_until_they_decide) {
    VisitorForTests judge_of_it{council, "team_manager", manager_id, [](record::Record& record, record::pages::PageParts& parts) {
                                    add_assessment_pages(record, parts);
                                    record::pages::add_draft_pages(record, parts);
                                }};
    const auto id = begin();
    write(worker, id, whole_text("Safe"));
    ASSERT_THAT(send(id), HasSubstr("went to"));
    const std::string page = "/assessments/" + id;
    EXPECT_EQ(judge_of_it.post("/drafts", {}, "draft_form=" + page + "&draft_name=Words&draft_about=" + amira.text() + "&draft_window=" + IdBytes::random().text() + "&manager_words=Say+more+of+Sam"), "went to " + page);
    EXPECT_THAT(judge_of_it.get("/assessments/{id}", {{"id", id}}), testing::AllOf(HasSubstr("This is your draft"), HasSubstr("Say more of Sam</textarea>")));
    EXPECT_THAT(another_manager.get("/assessments/{id}", {{"id", id}}), Not(HasSubstr("Say more of Sam")));
    ASSERT_THAT(judge(judge_of_it, id, "return", "Say+more+of+Sam"), HasSubstr("went to"));
    EXPECT_THAT(judge_of_it.get("/drafts", {}), HasSubstr("You have no drafts"));
}

TEST_F(Assessing, can_be_changed_by_no_form_of_the_generic_pages) {
    const auto id = begin();
    EXPECT_THAT(worker.get("/items/{id}/change", {{"id", id}}), HasSubstr("refused"));
}

}  // namespace
}  // namespace steadfast::practice
