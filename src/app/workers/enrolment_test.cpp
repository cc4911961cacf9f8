#include "app/workers/enrolment.hpp"

#include "app/catalogue.hpp"
#include "app/test/folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

using testing::HasSubstr;

struct Office {
    TestFolder folder;
    StandingClock clock{Instant::parse_iso("2026-03-31T09:00:00Z").value()};
    std::unique_ptr<record::Record> record = record::Record::open(folder.store_address(), whole_catalogue(), clock).value();
    web::Passwords passwords{web::PasswordCost::least()};
    Credentials credentials{record->ledger().store(), passwords};
    Enrolment enrolment{*record, credentials};
    ledger::WorkerId by = command_line_worker(*record).value();

    Result<ledger::WorkerId> add(const std::string& sign_in, const std::string& role = "social_worker",
                                 const std::string& password = "seven quiet lighthouses") {
        record::Worker worker;
        worker.name = "Amira Khan";
        worker.sign_in_name = sign_in;
        worker.works_as.code = role;
        return enrolment.add(worker, password, by);
    }
};

TEST(Enrolment, lets_a_worker_in_by_the_name_as_they_type_it) {
    Office office;
    const auto id = office.add(" Amira.Khan ").value();
    const auto known = worker_signing_in_as(*office.record->book(), "AMIRA.khan ");
    ASSERT_TRUE(known);
    EXPECT_EQ(known->id, id);
    EXPECT_TRUE(office.credentials.are_right(id, "seven quiet lighthouses").value());
    EXPECT_FALSE(office.credentials.are_right(id, "seven quiet lighthouse").value());
}

TEST(Enrolment, refuses_roles_and_names_that_can_not_be) {
    Office office;
    EXPECT_THAT(office.add("amira", "queen").error().whole(), HasSubstr("administrator, social_worker"));
    for (const std::string name : {"", "amira khan", "amira\n", "zoë", "a'--"}) EXPECT_FALSE(office.add(name)) << name;
    EXPECT_EQ(all_workers(*office.record->book()).size(), 0u);
}

TEST(Enrolment, refuses_passwords_that_are_short_or_guessed_first) {
    Office office;
    for (const std::string password : {"", "short", "Password2026!", "aaaaaaaaaaaaaa", "amira.khan123", "administrator1"})
        EXPECT_FALSE(office.add("amira.khan", "analyst", password)) << password;
    EXPECT_TRUE(office.add("amira.khan", "analyst", "Łódź i słońce, raz"));
}

TEST(Enrolment, frees_a_sign_in_name_once_its_worker_has_left) {
    Office office;
    const auto first = office.add("amira").value();
    EXPECT_EQ(office.add("amira").error().kind, Refusal::Kind::clash);
    ASSERT_TRUE(office.enrolment.end("amira", *Date::of(2026, 4, 1), office.by));
    EXPECT_FALSE(office.add("amira"));   // Still here today.
    office.clock.put(Instant::parse_iso("2026-04-01T09:00:00Z").value());
    const auto second = office.add("amira").value();
    EXPECT_NE(first, second);
    EXPECT_EQ(worker_signing_in_as(*office.record->book(), "amira")->id, second);
}

TEST(Enrolment, keeps_everything_else_of_a_worker_who_leaves) {
    Office office;
    const auto id = office.add("amira").value();
    ASSERT_TRUE(office.enrolment.end("amira", *Date::of(2026, 3, 31), office.by));
    ASSERT_TRUE(office.enrolment.end("amira", *Date::of(2026, 3, 31), office.by));
    const auto known = worker_with_id(*office.record->book(), id);
    EXPECT_EQ(known->version, 2u);
    EXPECT_EQ(known->worker.name, "Amira Khan");
    EXPECT_TRUE(known->works_here_on(*Date::of(2026, 3, 30)));
    EXPECT_FALSE(known->works_here_on(*Date::of(2026, 3, 31)));
}

TEST(Enrolment, minds_a_short_name_only_where_it_is_a_word_of_the_password) {
    EXPECT_TRUE(check_password("ann", "a cannon on the hill"));
    EXPECT_TRUE(check_password("lee", "three sleepy owls"));
    EXPECT_FALSE(check_password("ann", "ann likes her tea"));
    EXPECT_FALSE(check_password("lee", "good morning Lee1"));
    EXPECT_FALSE(check_password("amira", "myamirapassword")) << "a longer one wherever it stands";
}

TEST(Enrolment, changes_a_password_at_once) {
    Office office;
    const auto id = office.add("amira").value();
    ASSERT_TRUE(office.enrolment.change_password("amira", "nine loud submarines"));
    EXPECT_FALSE(office.credentials.are_right(id, "seven quiet lighthouses").value());
    EXPECT_TRUE(office.credentials.are_right(id, "nine loud submarines").value());
    EXPECT_FALSE(office.enrolment.change_password("nobody", "nine loud submarines"));
}

TEST(Credentials, are_wrong_for_a_worker_who_has_none) {
    Office office;
    EXPECT_FALSE(office.credentials.are_right(ledger::WorkerId::random(), "seven quiet lighthouses").value());
}

TEST(Credentials, renew_a_hash_that_was_made_at_another_cost) {
    Office office;
    const auto id = office.add("amira").value();
    const auto before = office.record->ledger().store().get(ledger::Shelf::credentials, id.text()).value()->bytes;
    const web::Passwords dearer{web::PasswordCost{2, 16384}};
    Credentials credentials(office.record->ledger().store(), dearer);
    EXPECT_TRUE(credentials.are_right(id, "seven quiet lighthouses").value());
    EXPECT_NE(office.record->ledger().store().get(ledger::Shelf::credentials, id.text()).value()->bytes, before);
    EXPECT_TRUE(credentials.are_right(id, "seven quiet lighthouses").value());
}

}  // namespace
}  // namespace steadfast::app
