#include "app/test/town.hpp"
#include "record/drafts/drafts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A form of a case note as somebody typed into it before their session ran out.
struct TypedForm {
    std::string address;
    std::string body;

    TypedForm(ledger::ItemId child, ledger::WorkerId writer)
        : address("/children/" + child.text() + "/add/case_note"),
          body("draft_form=" + address + "&draft_name=Case+note&draft_about=" + child.text() + "&draft_item=&draft_revision=0&draft_window=" + IdBytes::random().text() +
               "&draft_worker=" + writer.text() + "&save_key=" + ledger::IdempotencyKey::random().text() + "&words=She+told+me+about+%22home%22+%26+%3Cschool%3E") {}
};

std::string text(const web::Response& response) { return std::string(response.body_text()); }

TEST(AFormSentAfterATimeOut, is_given_back_whole_and_nothing_is_kept_of_it) {
    Town town;
    const auto writer = town.add_worker("amira", "social_worker");
    const TypedForm form(town.add_child(), writer);
    TestBrowser browser = town.browser();
    const auto answer = browser.post(form.address, form.body);
    EXPECT_EQ(answer.status(), 403);
    EXPECT_THAT(text(answer), AllOf(HasSubstr("You were signed out before this was sent"), HasSubstr("Sign in in a new window"),
                                    HasSubstr("She%20told%20me%20about"), HasSubstr("action=\"" + form.address + "\"")));
    EXPECT_TRUE(town.record->drafts()->of(writer, town.clock.now()).empty());
    EXPECT_TRUE(town.access_lines().empty());
}

TEST(AFormSentAfterATimeOut, is_its_writers_draft_once_they_are_signed_in_again) {
    Town town;
    const auto writer = town.add_worker("amira", "social_worker");
    const TypedForm form(town.add_child(), writer);
    TestBrowser browser = town.signed_in("amira");
    const auto page = text(town.browser().post(form.address, form.body));
    const auto from = page.find("name=\"unsent\" value=\"") + 21;
    std::string carried = page.substr(from, page.find('"', from) - from);
    for (auto at = carried.find("&amp;"); at != std::string::npos; at = carried.find("&amp;", at)) carried.replace(at, 5, "&");
    const auto answer = browser.post(form.address, "unsent=" + web::percent_encoded(carried));   // Without the token of this session.
    EXPECT_EQ(answer.status(), 303);
    EXPECT_EQ(answer.header("Location"), form.address);
    EXPECT_THAT(text(browser.get(form.address)), AllOf(HasSubstr("This is your draft"), HasSubstr("about &quot;home&quot; &amp; &lt;school&gt;")));
}

TEST(AFormSentAfterATimeOut, of_which_no_draft_is_kept_shows_what_was_typed_and_no_password) {
    Town town;
    TestBrowser browser = town.browser();
    const auto answer = browser.post("/teams", "name=Assessment+%3Ceast%3E&part_of=0a81c3bbf0800d3c8edf0711671d4973");
    EXPECT_EQ(answer.status(), 403);
    EXPECT_THAT(text(answer), AllOf(HasSubstr("Nothing was saved"), HasSubstr("Assessment &lt;east&gt;"), Not(HasSubstr("0a81c3bbf080"))));
    EXPECT_THAT(text(browser.post("/account/password", "password=Seven+Quiet&new=Eight+Loud")), AllOf(HasSubstr("Nothing was saved"), Not(HasSubstr("Seven")), Not(HasSubstr("Eight"))));
}

TEST(AFormSentAfterATimeOut, becomes_nobody_elses_draft) {
    Town town;
    const auto writer = town.add_worker("amira", "social_worker");
    const auto other = town.add_worker("omar", "social_worker");
    const TypedForm form(town.add_child(), writer);
    TestBrowser browser = town.signed_in("omar");
    const auto answer = browser.post(form.address, form.body);
    EXPECT_EQ(answer.status(), 403);
    EXPECT_THAT(text(answer), AllOf(HasSubstr("Somebody else typed this"), Not(HasSubstr("She told me"))));
    EXPECT_TRUE(town.record->drafts()->of(writer, town.clock.now()).empty());
    EXPECT_TRUE(town.record->drafts()->of(other, town.clock.now()).empty());
}

TEST(AFormSentAfterATimeOut, is_not_taken_from_another_site) {
    Town town;
    const auto writer = town.add_worker("amira", "social_worker");
    const TypedForm form(town.add_child(), writer);
    TestBrowser browser = town.signed_in("amira");
    browser.fetch_site = "cross-site";
    EXPECT_EQ(browser.post(form.address, form.body).status(), 403);
    EXPECT_TRUE(town.record->drafts()->of(writer, town.clock.now()).empty());
    TestBrowser nobody = town.browser();
    nobody.fetch_site = "cross-site";
    EXPECT_EQ(nobody.post(form.address, form.body).status(), 303) << "to sign in, and nothing of it is shown";
    EXPECT_TRUE(town.record->drafts()->of(writer, town.clock.now()).empty());
}

TEST(AFormSentAfterATimeOut, is_refused_with_the_token_of_another_session_where_it_keeps_no_draft) {
    Town town;
    town.add_worker("amira", "social_worker");
    const auto child = town.add_child();
    EXPECT_EQ(town.browser().post("/sign-out", "").status(), 303) << "who signs out twice is out";
    TestBrowser in = town.signed_in("amira");
    EXPECT_EQ(in.post("/children/" + child.text() + "/add/case_note", "words=Words").status(), 403);
}

}  // namespace
}  // namespace steadfast::app
