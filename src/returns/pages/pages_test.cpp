#include "practice/looked_after/looked_after_episode.hpp"
#include "returns/council_under_test.hpp"
#include "returns/imports/append.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/pages/routes.hpp"

#include <gmock/gmock.h>

namespace steadfast::returns::pages {
namespace {

using practice::LookedAfterEpisode;
using record::pages::Page;
using record::pages::PageRoute;
using record::pages::Shown;
using record::pages::Visit;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
constexpr std::string_view episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

/// The pages as somebody with a role asks for them, without a network.
class PagesOfImports : public CouncilUnderTest {
protected:
    PagesOfImports() { pages::add_pages(*record_, parts_); }

    record::pages::PageParts parts_{practice::all_duties()};

    static SourceFile file(std::string name, std::string_view table, std::string_view rows) {
        return {std::move(name), std::string(table) + std::string(rows)};
    }

    Result<Shown> ask(web::Method method, const std::string& path, const std::string& query_or_form = "", std::string_view role = "analyst") {
        web::RequestParts parts;
        parts.method = method;
        const auto mark = path.find('?');
        parts.target = path + (method == web::Method::get ? query_or_form : "");
        parts.body = method == web::Method::post ? query_or_form : "";
        if (method == web::Method::post) parts.headers.add("Content-Type", "application/x-www-form-urlencoded");
        parts.received = clock_.now();
        auto request = web::Request::read(std::move(parts));
        EXPECT_TRUE(request);
        std::string pattern = path.substr(0, mark);
        constexpr std::string_view of_one = "/imports/questions/";
        if (pattern.starts_with(of_one)) {
            request->name_path_fields({{"id", pattern.substr(of_one.size(), 32)}});
            pattern.replace(of_one.size(), 32, "{id}");
        }
        for (const PageRoute& route : parts_.routes)
            if (route.method == method && route.path == pattern)
                return route.show({*request, record::SeenBook(record_->book(), {worker_, role}), "Somebody", "token", clock_.now(), parts_});
        ADD_FAILURE() << "no route " << pattern;
        return refuse(Refusal::Kind::not_found, "");
    }
    Page page(const std::string& path, std::string_view role = "analyst") {
        auto shown = ask(web::Method::get, path, "", role);
        if (!shown) {
            ADD_FAILURE() << path << ": " << shown.error().whole();
            return {};
        }
        return std::get<Page>(std::move(*shown));
    }
    std::string text(const std::string& path, std::string_view role = "analyst") { return page(path, role).main.text(); }
    Result<Shown> answer(ledger::ItemId question, const std::string& with, std::uint32_t saw) {
        return ask(web::Method::post, "/imports/questions/" + question.text(), "answer=" + with + "&saw=" + std::to_string(saw));
    }

    std::vector<ledger::ItemId> waiting() {
        std::vector<ledger::ItemId> ids;
        const auto book = record_->book();
        book->each_of(record::type_of<ImportQuestion>(), [&](const record::Found& found) {
            if (!found.table->item<ImportQuestion>(found.row).answer.is_recorded()) ids.push_back(book->item_id(found));
        });
        return ids;
    }
    ledger::ItemId question_about_a_birth_date() {
        EXPECT_TRUE(bring_in_903({file("first.csv", header, "7,1,27/03/2012,WROM,,,\n")}, 2024));
        EXPECT_TRUE(bring_in_903({file("second.csv", header, "7,1,28/03/2012,WROM,,,\n")}));
        EXPECT_EQ(waiting().size(), 1u);
        return waiting().front();
    }
    ledger::ItemId question_about_an_edit() {
        const SourceFile first = file("episodes.csv", episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n");
        EXPECT_TRUE(bring_in_903({first}));
        auto episode = items<LookedAfterEpisode>().front();
        episode.placement.code = "U1";
        edit(only<LookedAfterEpisode>(), episode);
        EXPECT_TRUE(bring_in_903({first}));
        EXPECT_EQ(waiting().size(), 1u);
        return waiting().front();
    }
    static std::string path_of(ledger::ItemId question) { return "/imports/questions/" + question.text(); }
    static std::string where(const Result<Shown>& shown) {
        if (!shown) return shown.error().whole();
        const auto* link = std::get_if<web::Link>(&*shown);
        return link ? link->text() : "a page";
    }
};

TEST_F(PagesOfImports, say_how_an_import_is_made_while_there_is_none) {
    EXPECT_THAT(text("/imports"), AllOf(HasSubstr("No return has been brought in yet"), HasSubstr("steadfast import ssda903")));
    EXPECT_THAT(text("/imports/questions"), HasSubstr("No row waits for an answer"));
}

TEST_F(PagesOfImports, show_each_import_the_latest_first_with_what_became_of_its_rows) {
    question_about_a_birth_date();
    const std::string shown = text("/imports");
    EXPECT_LT(shown.find("SSDA903 return 2024-25"), shown.find("SSDA903 return 2023-24"));
    EXPECT_THAT(shown, AllOf(HasSubstr("People (header)"), HasSubstr("20 November 2026 at 10:00"), HasSubstr("1 question waits"), HasSubstr("second.csv")));
    EXPECT_THAT(page("/imports").about, ElementsAre());
}

TEST_F(PagesOfImports, say_of_an_import_that_was_struck_out_that_nothing_of_it_counts) {
    Import import;
    import.of_return = "cin_census";
    import.return_year = 2025;
    const auto item = ledger::ItemId::random();
    auto change = record::change_of(import, item, 0, {}, worker_);
    change.batch = ledger::BatchId(item.bytes());
    ASSERT_TRUE(record_->ledger().save_and_wait({std::move(change)}));
    EXPECT_THAT(text("/imports"), AllOf(HasSubstr("Children in need census 2024-25"), HasSubstr("Not finished")));
    ASSERT_TRUE(strike_out_cut_imports(*record_, worker_));
    EXPECT_THAT(text("/imports"), AllOf(HasSubstr("Struck out"), HasSubstr("nothing of it counts"), Not(HasSubstr("Not finished"))));
}

TEST_F(PagesOfImports, show_an_administrator_how_many_wait_and_no_child) {
    const auto question = question_about_a_birth_date();
    EXPECT_THAT(text("/imports", "administrator"), AllOf(HasSubstr("1 question waits"), HasSubstr("performance analyst"), Not(HasSubstr("/imports/questions"))));
    for (const std::string& path : {std::string("/imports/questions"), path_of(question)}) {
        const auto refused = ask(web::Method::get, path, "", "administrator");
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, Refusal::Kind::not_allowed);
    }
    const auto answered = ask(web::Method::post, path_of(question), "answer=take_the_file&saw=1", "administrator");
    ASSERT_FALSE(answered);
    EXPECT_EQ(waiting().size(), 1u);
}

TEST_F(PagesOfImports, list_what_waits_by_child_why_and_table_with_a_line_in_the_access_log) {
    const auto question = question_about_a_birth_date();
    const Page list = page("/imports/questions");
    EXPECT_THAT(list.main.text(), AllOf(HasSubstr(question.text()), HasSubstr("Child 7"), HasSubstr("Another birth date than in the record"),
                                        HasSubstr("second.csv, line 2"), HasSubstr("Waiting (1)")));
    ASSERT_EQ(list.about.size(), 1u);
    EXPECT_EQ(record::item_of(list.about.front()), record_->book()->item_id(only<record::Person>()));
    EXPECT_FALSE(list.what.empty());
    EXPECT_THAT(text("/imports/questions?why=born_differs_from_record&table=header&return=ssda903"), HasSubstr(question.text()));
    EXPECT_THAT(text("/imports/questions?why=edited_since"), AllOf(Not(HasSubstr(question.text())), HasSubstr("No question fits this filter")));
    EXPECT_THAT(text("/imports/questions?import=" + ledger::ItemId::random().text()), Not(HasSubstr(question.text())));
    EXPECT_THAT(text("/imports/questions?state=answered"), HasSubstr("No question has been answered yet"));
}

TEST_F(PagesOfImports, list_fifty_questions_a_page_in_the_order_of_the_children) {
    std::string first, second;
    for (int child = 100; child < 160; ++child) {
        first += std::to_string(child) + ",1,27/03/2012,WROM,,,\n";
        second += std::to_string(child) + ",1,28/03/2012,WROM,,,\n";
    }
    ASSERT_TRUE(bring_in_903({file("first.csv", header, first)}, 2024));
    ASSERT_TRUE(bring_in_903({file("second.csv", header, second)}));
    const std::string one = text("/imports/questions");
    EXPECT_THAT(one, AllOf(HasSubstr("Questions 1 to 50 of 60"), HasSubstr("Child 149<"), Not(HasSubstr("Child 150<"))));
    EXPECT_THAT(text("/imports/questions?page=2"), AllOf(HasSubstr("Child 150<"), Not(HasSubstr("Child 149<"))));
    EXPECT_LT(one.find("Child 100<"), one.find("Child 149<"));
    EXPECT_THAT(text("/imports/questions?order=latest&page=2"), HasSubstr("Child 100<"));
}

TEST_F(PagesOfImports, show_what_the_file_says_beside_what_the_record_says) {
    const auto question = question_about_a_birth_date();
    const Page shown = page(path_of(question));
    const std::string main = shown.main.text();
    EXPECT_THAT(main, AllOf(HasSubstr("Tue 27 March 2012"), HasSubstr("Wed 28 March 2012"), HasSubstr("Differs"), HasSubstr("second.csv, line 2"),
                            HasSubstr("It is the same child, and the file is right"), HasSubstr("Date of birth in the record will be as the file says")));
    EXPECT_LT(main.find("Differs"), main.find("Ethnicity")) << "what differs comes first";
    EXPECT_THAT(main, AllOf(Not(HasSubstr("keep_ours<")), Not(HasSubstr("born_differs"))));
    EXPECT_EQ(shown.about.size(), 1u);
    EXPECT_EQ(shown.item, question);
}

TEST_F(PagesOfImports, take_the_file_where_somebody_says_so_and_tell_what_was_done) {
    const auto question = question_about_a_birth_date();
    const auto person = only<record::Person>().head().version;
    const auto saved = answer(question, "take_the_file", person);
    EXPECT_EQ(where(saved), "/imports/questions?answered=" + question.text());
    EXPECT_EQ(items<record::Person>().front().born, Date::of(2012, 3, 28));
    EXPECT_THAT(text(where(saved)), AllOf(HasSubstr("Saved: The file is right"), HasSubstr("No more questions wait here")));
    const auto lines = record_->ledger().store().access_lines(record::subject_of(record_->book()->item_id(only<record::Person>())), Instant(), clock_.now().plus_seconds(1), 10);
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->size(), 1u);
    EXPECT_EQ(lines->front().what, "answered a question of an import");
    EXPECT_THAT(text("/imports/questions?state=answered"), AllOf(HasSubstr(question.text()), HasSubstr("The file is right")));
}

TEST_F(PagesOfImports, lead_from_an_answer_to_the_next_question_of_the_same_filter) {
    ASSERT_TRUE(bring_in_903({file("first.csv", header, "7,1,27/03/2012,WROM,,,\n8,1,27/03/2012,WROM,,,\n")}, 2024));
    ASSERT_TRUE(bring_in_903({file("second.csv", header, "7,1,28/03/2012,WROM,,,\n8,1,28/03/2012,WROM,,,\n")}));
    const auto both = waiting();
    const auto saved = ask(web::Method::post, path_of(both[0]) + "?why=born_differs_from_record", "answer=keep_ours&saw=1");
    EXPECT_EQ(where(saved), "/imports/questions?why=born_differs_from_record&answered=" + both[0].text());
    EXPECT_THAT(text(where(saved)), AllOf(HasSubstr("Saved: The record is right"), HasSubstr("Next question"), HasSubstr(path_of(both[1]) + "?why=born_differs_from_record")));
}

TEST_F(PagesOfImports, ask_again_where_nothing_was_chosen_or_what_the_question_does_not_offer) {
    const auto question = question_about_a_birth_date();
    for (const char* chosen : {"", "anything"}) {
        const auto again = answer(question, chosen, 1);
        ASSERT_TRUE(again);
        const Page& page = std::get<Page>(*again);
        EXPECT_EQ(page.status, 422);
        EXPECT_THAT(page.main.text(), HasSubstr("Choose what is right"));
    }
    EXPECT_EQ(waiting().size(), 1u);
}

TEST_F(PagesOfImports, tell_whoever_comes_second_what_was_decided_and_take_the_same_answer_twice_for_one) {
    const auto question = question_about_a_birth_date();
    ASSERT_EQ(where(answer(question, "keep_ours", 1)), "/imports/questions?answered=" + question.text());
    EXPECT_EQ(where(answer(question, "keep_ours", 1)), "/imports/questions?answered=" + question.text());
    const auto second = answer(question, "take_the_file", 1);
    ASSERT_TRUE(second);
    EXPECT_EQ(std::get<Page>(*second).status, 409);
    EXPECT_THAT(std::get<Page>(*second).main.text(), AllOf(HasSubstr("Somebody answered this question before you"), HasSubstr("The record is right")));
    EXPECT_EQ(items<record::Person>().front().born, Date::of(2012, 3, 27));
}

TEST_F(PagesOfImports, take_no_answer_to_what_has_changed_since_it_was_shown) {
    const auto question = question_about_an_edit();
    const std::uint32_t saw = only<LookedAfterEpisode>().head().version;
    auto episode = items<LookedAfterEpisode>().front();
    episode.placement.code = "U3";
    edit(only<LookedAfterEpisode>(), episode);
    const auto refused = answer(question, "take_the_file", saw);
    ASSERT_TRUE(refused);
    EXPECT_EQ(std::get<Page>(*refused).status, 409);
    EXPECT_THAT(std::get<Page>(*refused).main.text(), AllOf(HasSubstr("has changed since you looked"), HasSubstr("(U3)")));
    EXPECT_EQ(items<LookedAfterEpisode>().front().placement.code, "U3");
}

TEST_F(PagesOfImports, show_the_old_and_the_new_entry_where_a_key_may_have_been_corrected) {
    ASSERT_TRUE(bring_in_903({file("a.csv", episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n")}));
    ASSERT_TRUE(bring_in_903({file("b.csv", episodes, "7,16/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n")}));
    const auto question = waiting().front();
    EXPECT_THAT(text(path_of(question)), AllOf(HasSubstr("The entry that was there"), HasSubstr("The new entry"), HasSubstr("Thu 15 February 2024"),
                                               HasSubstr("Fri 16 February 2024"), HasSubstr("They are two different things"), Not(HasSubstr("Leave the row out"))));
}

TEST_F(PagesOfImports, say_what_must_be_answered_first) {
    const std::string census =
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year></CollectionDetails></Header><Children><Child>"
        "<ChildIdentifiers><LAchildID>7</LAchildID><PersonBirthDate>2012-03-28</PersonBirthDate><Sex>M</Sex></ChildIdentifiers>"
        "<CINdetails><CINreferralDate>2023-05-01</CINreferralDate><Assessments><AssessmentActualStartDate>2023-05-02</AssessmentActualStartDate>"
        "</Assessments></CINdetails></Child></Children></Message>";
    ASSERT_TRUE(bring_in_903({file("h.csv", header, "7,1,27/03/2012,WROM,,,\n")}, 2024));
    ASSERT_TRUE(bring_in(Return::cin_census, {{"c.xml", census}}));
    std::map<std::string, ledger::ItemId> by_table;
    for (const auto id : waiting()) {
        const auto found = record_->book()->find(id);
        by_table[found->table->item<ImportQuestion>(found->row).table] = id;
    }
    ASSERT_EQ(by_table.size(), 3u);
    const std::string assessment = text(path_of(by_table["assessment"]));
    EXPECT_THAT(assessment, AllOf(HasSubstr("Answer that first"), HasSubstr(path_of(by_table["referral"])), Not(HasSubstr("value=\"take_the_file\""))));
    ASSERT_EQ(where(answer(by_table["referral"], "leave_out", 0)), "/imports/questions?answered=" + by_table["referral"].text());
    EXPECT_THAT(text(path_of(by_table["assessment"])), HasSubstr("was left out"));
    const std::string list = text("/imports/questions");
    EXPECT_LT(list.find(by_table["child"].text()), list.find(by_table["assessment"].text())) << "who the child is comes first";
}

TEST_F(PagesOfImports, let_an_answer_be_taken_back) {
    const auto question = question_about_an_edit();
    ASSERT_EQ(where(answer(question, "take_the_file", only<LookedAfterEpisode>().head().version)), "/imports/questions?answered=" + question.text());
    ASSERT_EQ(items<LookedAfterEpisode>().front().placement.code, "U6");
    EXPECT_THAT(text(path_of(question)), AllOf(HasSubstr("What was decided"), HasSubstr("Take the answer back"), Not(HasSubstr("Save the answer"))));
    const auto back = ask(web::Method::post, path_of(question) + "/take-back");
    EXPECT_EQ(where(back), path_of(question) + "?taken-back=1");
    EXPECT_THAT(text(where(back)), AllOf(HasSubstr("The answer was taken back"), HasSubstr("Save the answer")));
    EXPECT_EQ(items<LookedAfterEpisode>().front().placement.code, "U1");
}

TEST_F(PagesOfImports, offer_no_taking_while_two_people_have_the_number) {
    const auto question = question_about_a_birth_date();
    record::Person other;
    other.authority_id = "7";
    other.given_name = "Sam";
    const auto item = ledger::ItemId::random();
    auto change = record::change_of(other, item, 0, {record::subject_of(item)}, worker_);
    change.key = ledger::IdempotencyKey::random();
    ASSERT_TRUE(record_->ledger().save_and_wait({std::move(change)}));
    const Page shown = page(path_of(question));
    EXPECT_THAT(shown.main.text(), AllOf(HasSubstr("2 people under the number 7"), HasSubstr("Sam"), Not(HasSubstr("value=\"take_the_file\""))));
    EXPECT_EQ(shown.about.size(), 2u) << "both are shown, and both have it in their access logs";
}

}  // namespace
}  // namespace steadfast::returns::pages
