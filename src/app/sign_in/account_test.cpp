#include "app/test/town.hpp"
#include "record/council/sign_in_settings.hpp"
#include "web/sign_in/one_time_code.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string after(const std::string& page, const std::string& before, char end) {
    const auto at = page.find(before);
    if (at == std::string::npos) return "";
    return page.substr(at + before.size(), page.find(end, at + before.size()) - at - before.size());
}

std::string text(const web::Response& response) { return std::string(response.body_text()); }

/// Somebody with an account of their own.
class AnAccount : public testing::Test {
protected:
    AnAccount() { town_.add_worker("amira", "social_worker"); }

    /// Sets the app up as its owner would; answers with the page of recovery codes.
    std::string set_up(TestBrowser& browser) {
        secret_ = *web::OneTimeSecret::in_letters(after(text(browser.get("/account/second-factor")), "name=\"secret\" value=\"", '"'));
        return text(browser.post("/account/second-factor", "secret=" + secret_.letters() + "&code=" + code()));
    }
    std::string code() const { return web::code_at(secret_, town_.clock.now()); }
    void ask_everybody_for_a_code() {
        record::SignInSettings settings;
        settings.asked_for_a_code.code = "everybody";
        const auto item = record::sign_in_settings_of(*town_.record->book()).item;
        ASSERT_TRUE(town_.record->ledger().save_and_wait({record::change_of(settings, item, 0, {}, town_.by)}));
    }
    /// Signs in with the password, and answers with the ticket that goes with the code.
    std::string ticket(TestBrowser& browser) {
        return after(text(browser.sign_in("amira", typed_password, "/people")), "name=\"ticket\" value=\"", '"');
    }

    Town town_;
    web::OneTimeSecret secret_;
};

TEST_F(AnAccount, is_asked_for_a_code_once_an_app_is_set_up) {
    TestBrowser first = town_.signed_in("amira");
    EXPECT_THAT(text(first.get("/account")), AllOf(HasSubstr("Amira Khan"), HasSubstr("Set up an authenticator app")));
    EXPECT_THAT(set_up(first), HasSubstr("Keep your recovery codes"));
    EXPECT_THAT(text(first.get("/account")), HasSubstr("10 of your recovery codes are left"));

    town_.clock.put(town_.clock.now().plus_seconds(60));
    TestBrowser second = town_.browser();
    const std::string given = ticket(second);
    ASSERT_NE(given, "");
    EXPECT_EQ(second.cookie, "") << "the password alone lets nobody in";
    EXPECT_EQ(second.get("/people").status(), 303);
    EXPECT_EQ(second.post("/sign-in/code", "ticket=" + given + "&code=000000").status(), 403);
    const auto in = second.post("/sign-in/code", "ticket=" + given + "&next=/people&code=" + code());
    EXPECT_EQ(in.status(), 303);
    EXPECT_EQ(in.header("Location"), "/people");
    EXPECT_EQ(second.get("/people").status(), 200);
    EXPECT_THAT(text(second.get("/account")), HasSubstr("Password and code"));
}

TEST_F(AnAccount, lets_nobody_in_by_a_code_without_the_password_or_long_after_it) {
    TestBrowser first = town_.signed_in("amira");
    set_up(first);
    town_.clock.put(town_.clock.now().plus_seconds(60));
    TestBrowser thief = town_.browser();
    EXPECT_EQ(thief.post("/sign-in/code", "ticket=made-up&code=" + code()).status(), 403);
    const std::string given = ticket(thief);
    town_.clock.put(town_.clock.now().plus_seconds(SignInTickets::seconds_of_a_ticket));
    EXPECT_EQ(thief.post("/sign-in/code", "ticket=" + given + "&code=" + code()).status(), 403);
    EXPECT_EQ(thief.cookie, "");
}

TEST_F(AnAccount, can_do_nothing_without_a_code_where_the_council_asks_everybody) {
    ask_everybody_for_a_code();
    TestBrowser browser = town_.signed_in("amira");
    for (const std::string page : {"/", "/people", "/account", "/account/password"})
        EXPECT_EQ(browser.get(page).header("Location"), "/account/second-factor") << page;
    EXPECT_THAT(set_up(browser), HasSubstr("Keep your recovery codes"));
    EXPECT_EQ(browser.get("/people").status(), 200);
    EXPECT_THAT(text(browser.get("/account")), Not(HasSubstr("Take the app off")));
    EXPECT_EQ(browser.post("/account/no-second-factor", "code=" + code()).status(), 403);
}

TEST_F(AnAccount, keeps_its_app_from_whoever_finds_the_screen_unlocked) {
    TestBrowser browser = town_.signed_in("amira");
    set_up(browser);
    const auto other = web::OneTimeSecret::random();
    EXPECT_EQ(browser.post("/account/second-factor", "secret=" + other.letters() + "&code=" + web::code_at(other, town_.clock.now())).status(), 403);
    EXPECT_EQ(browser.post("/account/no-second-factor", "code=" + web::code_at(other, town_.clock.now())).status(), 422);
    town_.clock.put(town_.clock.now().plus_seconds(60));
    EXPECT_EQ(browser.post("/account/no-second-factor", "code=" + code()).header("Location"), "/account?done=no-second-factor");
    EXPECT_EQ(town_.browser().sign_in("amira", typed_password).status(), 303);
}

TEST_F(AnAccount, shows_where_it_is_signed_in_and_signs_out_there) {
    TestBrowser here = town_.signed_in("amira");
    TestBrowser there = town_.signed_in("amira");
    TestBrowser third = town_.signed_in("amira");
    const std::string page = text(here.get("/account"));
    EXPECT_THAT(page, AllOf(HasSubstr("This is where you are now"), HasSubstr("Sign out everywhere else")));
    EXPECT_EQ(here.post("/account/sessions/end", "session=" + after(page, "name=\"session\" value=\"", '"')).status(), 303);
    EXPECT_EQ((there.get("/people").status() == 303) + (third.get("/people").status() == 303), 1);
    EXPECT_EQ(here.post("/account/sessions/end-others", "").status(), 303);
    EXPECT_EQ(there.get("/people").status(), 303);
    EXPECT_EQ(third.get("/people").status(), 303);
    EXPECT_EQ(here.get("/people").status(), 200);
}

TEST_F(AnAccount, ends_no_session_of_somebody_else) {
    town_.add_worker("grace", "analyst");
    TestBrowser grace = town_.signed_in("grace");
    TestBrowser also_grace = town_.signed_in("grace");
    const std::string of_grace = after(text(grace.get("/account")), "name=\"session\" value=\"", '"');
    ASSERT_NE(of_grace, "");
    TestBrowser amira = town_.signed_in("amira");
    amira.get("/account");
    amira.post("/account/sessions/end", "session=" + of_grace);
    EXPECT_EQ(also_grace.get("/people").status(), 200);
}

TEST_F(AnAccount, changes_its_password_with_the_old_one_and_signs_out_elsewhere) {
    TestBrowser here = town_.signed_in("amira");
    TestBrowser there = town_.signed_in("amira");
    here.get("/account/password");
    const std::string fresh = "&new=nine+loud+submarines&again=nine+loud+submarines";
    EXPECT_THAT(text(here.post("/account/password", "password=wrong" + fresh)), HasSubstr("This is not your password"));
    EXPECT_THAT(text(here.post("/account/password", std::string("password=") + typed_password + "&new=short&again=short")), HasSubstr("at least 12 letters"));
    EXPECT_THAT(text(here.post("/account/password", std::string("password=") + typed_password + "&new=nine+loud+submarines&again=another+one+again")),
                HasSubstr("not the same"));
    EXPECT_EQ(there.get("/people").status(), 200) << "nothing has changed yet";
    EXPECT_EQ(here.post("/account/password", std::string("password=") + typed_password + fresh).status(), 303);
    EXPECT_EQ(here.get("/people").status(), 200);
    EXPECT_EQ(there.get("/people").status(), 303);
    EXPECT_EQ(town_.browser().sign_in("amira", "nine+loud+submarines").status(), 303);
    EXPECT_EQ(town_.browser().sign_in("amira", typed_password).status(), 403);
}

TEST_F(AnAccount, is_guarded_against_guesses_at_its_password_from_within) {
    TestBrowser browser = town_.signed_in("amira");
    browser.get("/account/password");
    const std::string fresh = "&new=nine+loud+submarines&again=nine+loud+submarines";
    for (int i = 0; i < web::SignInThrottle::tries_of_a_pair; ++i) browser.post("/account/password", "password=wrong" + fresh);
    EXPECT_THAT(text(browser.post("/account/password", std::string("password=") + typed_password + fresh)), HasSubstr("too many tries"));
}

}  // namespace
}  // namespace steadfast::app
