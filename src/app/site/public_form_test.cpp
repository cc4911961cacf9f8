#include "practice/contact/public_form.hpp"

#include "app/catalogue.hpp"
#include "app/site/site.hpp"
#include "app/test/browser.hpp"
#include "app/test/folder.hpp"
#include "practice/contact/contact_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace steadfast::app {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A council whose public form is on, three forms an hour.
struct OpenCouncil {
    TestFolder folder;
    StandingClock clock{Instant::parse_iso("2026-03-31T09:00:00Z").value()};
    std::unique_ptr<record::Record> record = record::Record::open(folder.store_address(), whole_catalogue(), clock).value();
    web::Passwords passwords{web::PasswordCost::least()};
    Figures figures;
    web::Assets assets = loaded_assets();
    SiteTerms terms;
    Site site{*record, passwords, assets, terms, figures};
    web::Router router;
    AccessTable access;
    TestBrowser teacher{router, clock};

    explicit OpenCouncil(bool is_on = true) {
        site.add_routes(router, access);
        practice::FrontDoorSettings settings;
        settings.is_public_form_on = is_on;
        settings.phone = "01632 960100";
        settings.most_an_hour = 3;
        auto change = record::change_of(settings, practice::front_door_settings_item(), 0, {}, ledger::WorkerId::random());
        change.key = ledger::IdempotencyKey::random();
        EXPECT_TRUE(record->ledger().save_and_wait({std::move(change)}));
    }
    web::Assets loaded_assets() const {
        for (const char* name : {"steadfast.css", "steadfast.js", "favicon.svg"}) std::ofstream(folder / name) << "/* " << name << " */";
        return web::Assets::load(folder.path()).value();
    }
    std::string proof() { return proof(teacher); }
    std::string proof(TestBrowser& browser) {
        const std::string page(browser.get("/refer").body_text());
        const std::string before = "name=\"proof\" value=\"";
        const auto at = page.find(before) + before.size();
        clock.put(clock.now().plus_seconds(60));
        return page.substr(at, page.find('"', at) - at);
    }
    web::Response send(const std::string& given, const std::string& more = "") { return send(given, teacher, more); }
    web::Response send(const std::string& given, TestBrowser& browser, const std::string& more = "") {
        return browser.post("/refer", "proof=" + given + "&contacted_by=Jo+Marsh&agency=Hill+School&who_contacted=2A&ring_back=01632+960001&children=Sam+Khan&worries=Bruises&danger=no" + more);
    }
    std::vector<practice::ContactRow> waiting() {
        return practice::waiting_contacts(record::SeenBook(record->book(), {ledger::WorkerId::random(), "social_worker"}));
    }
};

TEST(PublicForm, becomes_a_contact_at_the_front_door_and_tells_a_reference) {
    OpenCouncil council;
    const auto sent = council.send(council.proof());
    ASSERT_EQ(sent.status(), 303);
    EXPECT_THAT(std::string(sent.header("Location")), StartsWith("/refer/sent/"));
    const auto waiting = council.waiting();
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].contact.is_unverified, true);
    EXPECT_TRUE(waiting[0].children.empty());
    const auto page = council.teacher.get(std::string(sent.header("Location")));
    EXPECT_THAT(std::string(page.body_text()), HasSubstr(waiting[0].contact.reference));
    EXPECT_THAT(std::string(page.body_text()), Not(HasSubstr("Sam Khan")));
}

TEST(PublicForm, is_one_contact_however_often_it_is_sent) {
    OpenCouncil council;
    const auto proof = council.proof();
    const auto first = council.send(proof);
    EXPECT_EQ(council.send(proof).header("Location"), first.header("Location"));
    EXPECT_EQ(council.waiting().size(), 1U);
}

TEST(PublicForm, keeps_what_was_typed_and_says_what_is_missing) {
    OpenCouncil council;
    const auto again = council.teacher.post("/refer", "proof=" + council.proof() + "&contacted_by=Jo+Marsh&worries=Bruises");
    EXPECT_EQ(again.status(), 422);
    EXPECT_THAT(std::string(again.body_text()), testing::AllOf(HasSubstr("There is a problem"), HasSubstr("value=\"Jo Marsh\""), HasSubstr("href=\"#children\"")));
    EXPECT_TRUE(council.waiting().empty());
}

TEST(PublicForm, takes_no_more_in_an_hour_than_the_council_said_and_gives_a_number_to_ring) {
    OpenCouncil council;
    for (int i = 0; i < 3; ++i) {
        council.teacher.remote_address = "192.0.2." + std::to_string(i);
        EXPECT_EQ(council.send(council.proof()).status(), 303);
    }
    council.teacher.remote_address = "192.0.2.77";
    const auto refused = council.send(council.proof());
    EXPECT_EQ(refused.status(), 429);
    EXPECT_THAT(std::string(refused.body_text()), testing::AllOf(HasSubstr("Too many forms"), HasSubstr("01632 960100"), HasSubstr("Bruises</textarea>")));
    EXPECT_EQ(council.waiting().size(), 3U);
    council.clock.put(council.clock.now().plus_seconds(3'600));
    EXPECT_EQ(council.send(council.proof()).status(), 303);
}

TEST(PublicForm, is_counted_on_over_a_restart) {
    OpenCouncil council;
    for (int i = 0; i < 2; ++i) EXPECT_EQ(council.send(council.proof()).status(), 303);
    web::Router router;
    AccessTable access;
    Site restarted{*council.record, council.passwords, council.assets, council.terms, council.figures};
    restarted.add_routes(router, access);
    TestBrowser later(router, council.clock);
    const auto send_once_more = [&] { return council.send(council.proof(later), later).status(); };
    EXPECT_EQ(send_once_more(), 303);
    EXPECT_EQ(send_once_more(), 429) << "the fourth within the hour, though the first two came before the restart";
}

TEST(PublicForm, takes_nothing_from_machines) {
    OpenCouncil council;
    EXPECT_EQ(council.send(council.proof(), "&website=http%3A%2F%2Fspam").status(), 303) << "told what people are told";
    const std::string page(council.teacher.get("/refer").body_text());
    const std::string before = "name=\"proof\" value=\"";
    const auto at = page.find(before) + before.size();
    EXPECT_EQ(council.send(page.substr(at, page.find('"', at) - at)).status(), 422) << "quicker than anybody types";
    EXPECT_EQ(council.send("made-up").status(), 422);
    council.teacher.fetch_site = "cross-site";
    EXPECT_EQ(council.send(council.proof()).status(), 403);
    EXPECT_TRUE(council.waiting().empty());
}

TEST(PublicForm, is_shut_where_the_council_has_not_switched_it_on) {
    OpenCouncil council(false);
    EXPECT_EQ(council.teacher.get("/refer").status(), 404);
    EXPECT_EQ(council.send("anything").status(), 404);
    EXPECT_TRUE(council.waiting().empty());
}

TEST(PublicForm, says_nothing_about_a_reference_that_somebody_made_up) {
    OpenCouncil council;
    EXPECT_EQ(council.teacher.get("/refer/sent/sam-khan").status(), 404);
    EXPECT_EQ(council.teacher.get("/refer/sent/R4KM-7QXN-2HTB").status(), 200) << "any that could be one gets the same page";
}

}  // namespace
}  // namespace steadfast::app
