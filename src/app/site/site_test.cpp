#include "app/site/site.hpp"

#include "app/test/town.hpp"
#include "record/council/council.hpp"
#include "record/people/person.hpp"
#include "returns/imports/import_question.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <thread>

namespace steadfast::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;

std::string name_of(web::Method method, const std::string& path) { return std::string(web::name_of(method)) + " " + path; }

TEST(AccessTable, has_a_row_for_every_route_and_no_other) {
    const Town town;
    std::vector<std::string> routes;
    std::vector<std::string> rows;
    for (const web::Route& route : town.router.routes())
        if (!route.path.starts_with("/assets/")) routes.push_back(name_of(route.method, route.path));
    for (const AccessRow& row : town.access) rows.push_back(name_of(row.method, row.path));
    EXPECT_THAT(rows, testing::UnorderedElementsAreArray(routes));
    EXPECT_GT(routes.size(), 12u);
}

TEST(AccessTable, opens_to_people_who_are_not_signed_in_only_what_stands_here) {
    const Town town;
    std::vector<std::string> open;
    for (const web::Route& route : town.router.routes())
        if (route.entry == web::Entry::open) open.push_back(name_of(route.method, route.path));
    EXPECT_THAT(open, UnorderedElementsAre("GET /assets/{name}", "GET /calendar/{secret}", "GET /refer", "POST /refer", "GET /refer/sent/{reference}", "GET /sign-in", "POST /sign-in", "POST /sign-in/code", "GET /healthz", "GET /standby", "GET /metrics"));

    std::vector<std::string> without_permission;
    for (const AccessRow& row : town.access)
        if (!std::holds_alternative<record::Permission>(row.access)) without_permission.push_back(name_of(row.method, row.path));
    // One's own account is everybody's who has one.
    std::erase_if(without_permission, [](const std::string& name) { return name.find(" /account") != std::string::npos; });
    EXPECT_THAT(without_permission, UnorderedElementsAre("GET /calendar/{secret}", "GET /refer", "POST /refer", "GET /refer/sent/{reference}", "GET /sign-in", "POST /sign-in", "POST /sign-in/code", "POST /sign-out", "GET /healthz", "GET /standby", "GET /metrics"));
}

TEST(Site, sends_whoever_is_not_signed_in_to_sign_in_and_then_where_they_wanted_to_go) {
    Town town;
    town.add_worker("amira.khan", "social_worker");
    const auto child = town.add_child();
    TestBrowser browser = town.browser();
    const auto turned_away = browser.get("/children/" + child.text());
    EXPECT_EQ(turned_away.status(), 303);
    EXPECT_THAT(std::string(turned_away.header("Location")), HasSubstr("/sign-in?next="));

    const auto page = browser.get(std::string(turned_away.header("Location")));
    EXPECT_THAT(std::string(page.body_text()), AllOf(HasSubstr("Sign-in name"), HasSubstr("value=\"/children/" + child.text())));
    const auto in = browser.sign_in("Amira.Khan+", typed_password, "/children/" + child.text());
    EXPECT_EQ(in.status(), 303);
    EXPECT_EQ(in.header("Location"), "/children/" + child.text());
    EXPECT_THAT(std::string(in.header("Set-Cookie")), AllOf(HasSubstr("HttpOnly"), HasSubstr("SameSite=Lax")));
    const auto shown = browser.get("/children/" + child.text());
    EXPECT_EQ(shown.status(), 200);
    EXPECT_THAT(std::string(shown.body_text()), AllOf(HasSubstr("Okafor"), HasSubstr("Amira Khan")));
}

TEST(Site, goes_nowhere_else_after_signing_in) {
    Town town;
    town.add_worker("amira", "social_worker");
    for (const std::string next : {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "javascript%3Aalert(1)", "%2F%5Cevil.example"}) {
        TestBrowser browser = town.browser();
        EXPECT_EQ(browser.sign_in("amira", typed_password, next).header("Location"), "/") << next;
    }
}

TEST(Site, says_the_same_for_a_wrong_name_and_a_wrong_password) {
    Town town;
    town.add_worker("amira", "social_worker");
    TestBrowser browser = town.browser();
    const auto wrong_password = browser.sign_in("amira", "nine+loud+submarines");
    const auto wrong_name = browser.sign_in("nobody", typed_password);
    EXPECT_EQ(wrong_password.status(), 403);
    EXPECT_EQ(wrong_name.status(), 403);
    EXPECT_THAT(std::string(wrong_name.body_text()), HasSubstr("The sign-in name or the password is not right"));
    EXPECT_THAT(std::string(wrong_password.body_text()), HasSubstr("The sign-in name or the password is not right"));
    EXPECT_EQ(browser.cookie, "");
    EXPECT_THAT(town.figures.text(), HasSubstr("steadfast_sign_ins_refused_total 2"));
}

TEST(Site, slows_down_guessing_even_where_the_guess_is_right_at_last) {
    Town town;
    town.add_worker("amira", "social_worker");
    TestBrowser browser = town.browser();
    for (int i = 0; i < web::SignInThrottle::tries_of_a_pair; ++i) EXPECT_EQ(browser.sign_in("amira", "wrong").status(), 403);
    EXPECT_EQ(browser.sign_in("amira", typed_password).status(), 429);
    town.clock.put(town.clock.now().plus_seconds(3600));
    EXPECT_EQ(browser.sign_in("amira", typed_password).status(), 303);
}

TEST(Site, refuses_to_sign_anybody_in_from_another_site) {
    Town town;
    town.add_worker("amira", "social_worker");
    TestBrowser browser = town.browser();
    browser.fetch_site = "cross-site";
    EXPECT_EQ(browser.sign_in("amira", typed_password).status(), 403);
    EXPECT_EQ(browser.cookie, "");
}

TEST(Site, writes_the_access_line_before_a_page_about_a_child_goes_out) {
    Town town;
    const auto worker = town.add_worker("amira", "social_worker");
    const auto child = town.add_child();
    TestBrowser browser = town.signed_in("amira");
    ASSERT_EQ(browser.get("/children/" + child.text()).status(), 200);
    const auto lines = town.access_lines(record::subject_of(child));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].who, worker);
    EXPECT_THAT(lines[0].what, Not(HasSubstr("Okafor")));
    EXPECT_THAT(town.figures.text(), HasSubstr("steadfast_access_lines_total 2"));   // And the line of signing in.
}

TEST(Site, lets_a_role_use_what_its_permissions_name_and_nothing_else) {
    Town town;
    town.add_worker("amira", "social_worker");
    town.add_worker("root", "administrator");
    const auto child = town.add_child();

    TestBrowser worker = town.signed_in("amira");
    EXPECT_EQ(worker.get("/").status(), 200);
    EXPECT_EQ(worker.get("/workers").status(), 403);

    TestBrowser administrator = town.signed_in("root");
    EXPECT_EQ(administrator.get("/").header("Location"), "/workers");
    EXPECT_THAT(std::string(administrator.get("/workers").body_text()), HasSubstr("Amira Khan"));
    const auto refused = administrator.get("/children/" + child.text());
    EXPECT_EQ(refused.status(), 403);
    EXPECT_THAT(std::string(refused.body_text()), Not(HasSubstr("Okafor")));
    EXPECT_TRUE(town.access_lines(record::subject_of(child)).empty());
}

TEST(Site, shows_the_way_to_imports_to_those_who_may_and_the_number_that_waits_to_those_who_can_answer) {
    Town town;
    town.add_worker("amira", "social_worker");
    town.add_worker("grace", "analyst");
    town.add_worker("root", "administrator");
    returns::ImportQuestion question;
    question.of_return = "ssda903";
    question.why.code = "edited_since";
    ASSERT_TRUE(town.record->ledger().save_and_wait({record::change_of(question, ledger::ItemId::random(), 0, {}, town.by)}));
    EXPECT_THAT(std::string(town.signed_in("amira").get("/people").body_text()), Not(HasSubstr("/imports")));
    EXPECT_THAT(std::string(town.signed_in("grace").get("/people").body_text()), HasSubstr("Imports (1 waiting)"));
    EXPECT_THAT(std::string(town.signed_in("root").get("/workers").body_text()), AllOf(HasSubstr("Imports"), Not(HasSubstr("waiting"))));
    EXPECT_EQ(town.signed_in("amira").get("/imports").status(), 403);
}

TEST(Site, lets_nobody_change_a_worker_on_the_forms_for_what_happened_to_children) {
    Town town;
    const auto id = town.add_worker("amira", "social_worker");
    TestBrowser browser = town.signed_in("amira");
    const std::string item = "/items/" + id.text();
    EXPECT_THAT(std::string(browser.get(item).body_text()), Not(HasSubstr(item + "/change")));
    EXPECT_EQ(browser.get(item + "/change").status(), 403);
    EXPECT_EQ(browser.get(item + "/withdraw").status(), 403);
    const std::string key = "&save_key=" + ledger::IdempotencyKey::random().text();
    EXPECT_EQ(browser.post(item + "/change", "starts_from=1&name=Amira&sign_in_name=amira&works_as=administrator" + key).status(), 403);
    EXPECT_EQ(browser.post(item + "/withdraw", "starts_from=1&because=gone" + key).status(), 403);
    const auto known = worker_with_id(*town.record->book(), id);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->worker.works_as.code, "social_worker");
}

TEST(Site, lets_nobody_see_children_whose_role_it_does_not_know) {
    Town town;
    const auto id = town.add_worker("amira", "social_worker");
    TestBrowser browser = town.signed_in("amira");
    auto known = *worker_with_id(*town.record->book(), id);
    known.worker.works_as.code = "minister";
    ASSERT_TRUE(town.record->ledger().save_and_wait({record::change_of(known.worker, ledger::ItemId(id.bytes()), 1, {}, town.by)}));
    EXPECT_EQ(browser.get("/people").status(), 403);
}

TEST(Site, ends_the_running_session_of_a_worker_who_has_left_at_once) {
    Town town;
    town.add_worker("amira", "social_worker");
    TestBrowser browser = town.signed_in("amira");
    ASSERT_EQ(browser.get("/people").status(), 200);
    ASSERT_TRUE(town.enrolment.end("amira", *Date::of(2026, 3, 31), town.by));
    EXPECT_EQ(browser.get("/people").header("Location"), "/sign-in?next=%2Fpeople");
    EXPECT_EQ(browser.sign_in("amira", typed_password).status(), 403);
}

TEST(Site, ends_the_sessions_that_were_begun_with_a_password_that_is_the_old_one_now) {
    Town town;
    town.add_worker("amira", "social_worker");
    TestBrowser browser = town.signed_in("amira");
    ASSERT_EQ(browser.get("/people").status(), 200);
    ASSERT_TRUE(town.enrolment.change_password("amira", "nine loud submarines"));
    EXPECT_EQ(browser.get("/people").status(), 303);
    browser.sign_in("amira", "nine+loud+submarines");
    EXPECT_EQ(browser.get("/people").status(), 200);
}

TEST(Site, lets_a_worker_who_leaves_tomorrow_work_until_midnight) {
    Town town;
    town.add_worker("amira", "social_worker");
    town.clock.put(Instant::parse_iso("2026-03-31T22:50:00Z").value());
    ASSERT_TRUE(town.enrolment.end("amira", *Date::of(2026, 4, 1), town.by));
    TestBrowser browser = town.signed_in("amira");
    EXPECT_EQ(browser.get("/people").status(), 200);
    town.clock.put(Instant::parse_iso("2026-03-31T23:00:00Z").value());   // Midnight in London.
    EXPECT_EQ(browser.get("/people").header("Location"), "/sign-in") << "the record says so, though the session goes on";
    TestBrowser another = town.browser();
    EXPECT_EQ(another.sign_in("amira", typed_password).status(), 403);
}

TEST(Site, signs_out_for_good_and_only_by_its_own_form) {
    Town town;
    town.add_worker("amira", "social_worker");
    TestBrowser browser = town.signed_in("amira");
    ASSERT_EQ(browser.get("/people").status(), 200);
    const std::string cookie = browser.cookie;
    const std::string token = browser.form_token;
    browser.form_token = "";
    EXPECT_EQ(browser.post("/sign-out", "").status(), 403);
    browser.form_token = token;
    EXPECT_EQ(browser.post("/sign-out", "").header("Location"), "/sign-in");
    browser.cookie = cookie;
    EXPECT_THAT(std::string(browser.get("/people").header("Location")), HasSubstr("/sign-in"));
}

TEST(Site, says_on_every_page_that_the_people_of_a_demonstration_are_invented) {
    Town town;
    town.add_worker("amira", "social_worker");
    record::Council council;
    council.name = "Fennshire";
    council.people_are_invented = true;
    ASSERT_TRUE(town.record->ledger().save_and_wait({record::change_of(council, ledger::ItemId::random(), 0, {}, town.by)}));
    TestBrowser browser = town.browser();
    const std::string says = "Everybody in this record is invented.";
    EXPECT_THAT(std::string(browser.get("/sign-in").body_text()), AllOf(HasSubstr(says), HasSubstr("Fennshire")));
    browser.sign_in("amira", typed_password);
    EXPECT_THAT(std::string(browser.get("/people").body_text()), HasSubstr(says));
    EXPECT_THAT(std::string(browser.get("/children/" + ledger::ItemId::random().text()).body_text()), HasSubstr(says));
    EXPECT_THAT(town.site.error_page(404, "Not here.").text(), HasSubstr(says));
}

/// No file of this process may grow beyond what the access log's own has: the disk is full, for all that a store can tell.
class FullDisk {
public:
    explicit FullDisk(const std::filesystem::path& file) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit full = before_;
        full.rlim_cur = std::filesystem::file_size(file);
        ::setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
};

TEST(Site, shows_no_child_while_the_access_log_can_not_be_written_and_says_so_to_its_keepers) {
    Town town;
    const auto by = town.add_worker("amira", "social_worker");
    const auto child = town.add_child();
    TestBrowser browser = town.signed_in("amira");
    {
        const FullDisk full(town.folder / "record.sqlite-access-wal");
        const auto refused = browser.get("/children/" + child.text());
        EXPECT_EQ(refused.status(), 503);
        EXPECT_THAT(std::string(refused.body_text()), Not(HasSubstr("Okafor")));
        EXPECT_EQ(browser.get("/healthz").status(), 503);
    }
    EXPECT_EQ(browser.get("/healthz").status(), 503);
    town.site.try_store_again(town.clock.now(), by);
    for (int i = 0; i < 500 && !town.site.store_trouble().empty(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(browser.get("/healthz").status(), 200);
    EXPECT_EQ(browser.get("/children/" + child.text()).status(), 200);
}

TEST(Site, shows_nothing_that_was_asked_for_so_long_ago_that_its_access_line_would_come_after_the_seal) {
    Town town;
    town.add_worker("amira", "social_worker");
    TestBrowser browser = town.signed_in("amira");
    const std::size_t lines = town.access_lines().size();
    StandingClock before_it_slept(town.clock.now());
    TestBrowser slow(town.router, before_it_slept);
    slow.cookie = browser.cookie;
    town.clock.put(town.clock.now().plus_seconds(240));
    EXPECT_EQ(slow.get("/people").status(), 200);
    EXPECT_EQ(town.access_lines().size(), lines + 1);
    town.clock.put(town.clock.now().plus_seconds(1));
    EXPECT_EQ(slow.get("/people").status(), 503);
    EXPECT_EQ(town.access_lines().size(), lines + 1);
}

TEST(Site, tells_its_keepers_what_is_wrong_with_the_store_though_lines_can_be_written) {
    Town town;
    town.add_worker("amira", "social_worker");
    TestBrowser browser = town.browser();
    town.site.note_store("The database no longer holds what it held.");
    browser.sign_in("amira", typed_password);
    const std::size_t lines = town.access_lines().size();
    town.site.try_store_again(town.clock.now(), town.by);
    EXPECT_EQ(browser.get("/healthz").status(), 503);
    EXPECT_EQ(town.access_lines().size(), lines);
    town.site.note_store("");
    EXPECT_EQ(browser.get("/healthz").status(), 200);
}

TEST(Site, shows_figures_without_anybody_in_them_and_to_this_machine_alone) {
    Town town;
    town.add_worker("amira", "social_worker");
    town.add_child();
    TestBrowser browser = town.signed_in("amira");
    town.figures.answered("GET /children/{id}", 200, std::chrono::microseconds(1500));
    EXPECT_EQ(browser.get("/metrics").status(), 404);
    browser.remote_address = "127.0.0.1";
    const std::string text(browser.get("/metrics").body_text());
    EXPECT_THAT(text, AllOf(HasSubstr("steadfast_requests_total{route=\"GET /children/{id}\",status=\"200\"} 1"),
                            HasSubstr("steadfast_request_seconds_bucket"), HasSubstr("steadfast_book_items 3"), HasSubstr("steadfast_ledger_head 3"),
                            HasSubstr("steadfast_sign_ins_total 1")));
    EXPECT_THAT(text, AllOf(Not(HasSubstr("Amira")), Not(HasSubstr("amira")), Not(HasSubstr("Okafor"))));
    EXPECT_EQ(browser.get("/healthz").body_text(), "open\n");
}

}  // namespace
}  // namespace steadfast::app
